import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse, Visitor, type Message, type VariableReference } from "@fluent/syntax";
import { describe, expect, it } from "vitest";
import { PROBLEMS } from "../src/host/refusal";
import { problemWords } from "../src/words/problem";
import { whenWords } from "../src/words/when";
import { wordsIn } from "../src/words/words";

const SRC = join(import.meta.dirname, "../src");

class Variables extends Visitor {
  readonly names = new Set<string>();

  override visitVariableReference(node: VariableReference): void {
    this.names.add(node.id.name);
  }
}

/** Message ids with the variables each takes, in the order of the file. */
function messages(file: string): [string, string[]][] {
  const resource = parse(readFileSync(join(SRC, "words", file), "utf8"), {});
  expect(resource.body.filter((entry) => entry.type === "Junk")).toEqual([]);
  return resource.body
    .filter((entry): entry is Message => entry.type === "Message")
    .map((message) => {
      const variables = new Variables();
      variables.visit(message);
      return [message.id.name, [...variables.names].sort()];
    });
}

function sourceText(): string {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.includes("generated"))
    .map((file) => readFileSync(join(SRC, file), "utf8"))
    .join("\n");
}

/** Ids that code uses: direct calls, and strings that are ids of our style. */
function usedIds(known: string[]): { called: string[]; mentioned: Set<string> } {
  const text = sourceText();
  const called = [...text.matchAll(/\bsay\(\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
  const mentioned = new Set(known.filter((id) => text.includes(`"${id}"`)));
  for (let month = 1; month <= 12; month += 1) mentioned.add(`month-${month}`);
  for (const part of ["day", "month", "year"]) mentioned.add(`date-${part}`);
  return { called, mentioned };
}

describe("the product's own words", () => {
  const en = messages("en.ftl");
  const cy = messages("cy.ftl");

  it("are the same messages with the same variables in English and Welsh", () => {
    expect(cy).toEqual(en);
  });

  it("are no message twice", () => {
    const ids = en.map(([id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("exist for every id that code asks for", () => {
    const ids = en.map(([id]) => id);
    expect(usedIds(ids).called.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("hold nothing that no screen uses", () => {
    const ids = en.map(([id]) => id);
    const { mentioned } = usedIds(ids);
    expect(ids.filter((id) => !mentioned.has(id))).toEqual([]);
  });

  it("never call a record sent, saved, submitted or complete", () => {
    const all = readFileSync(join(SRC, "words/en.ftl"), "utf8");
    // GOV.UK's word for a task of the form, while the record does not even exist.
    const text = all.replace("task-completed = Completed\n", "");
    expect(text.match(/\b(sent|saved|submitted|submit|completed?)\b/gi)).toBeNull();
  });

  it("differ between the languages, except for names and the like", () => {
    const values = (language: "en" | "cy") =>
      en.filter(([, variables]) => variables.length === 0).map(([id]) => [id, wordsIn(language).say(id)]);
    const welsh = new Map(values("cy") as [string, string][]);
    const same = values("en").filter(([id, text]) => welsh.get(id ?? "") === text);
    expect(same.map(([id]) => id)).toEqual(["product-name", "sign-in-pin"]);
  });

  it("say what is wrong and what to do next for every problem, in both languages", () => {
    for (const language of ["en", "cy"] as const) {
      const said = PROBLEMS.map((problem) => problemWords(problem, wordsIn(language).say));
      expect(new Set(said.map(({ what }) => what)).size).toBe(PROBLEMS.length);
      expect(said.every(({ next }) => next.endsWith("."))).toBe(true);
    }
  });

  it("throw for an id that has no words", () => {
    expect(() => wordsIn("en").say("no-such-message")).toThrow("no words for no-such-message");
  });
});

describe("a time", () => {
  it.each([
    ["2026-11-23T19:05:59+00:00", "23 November 2026 at 7:05pm", "23 Tachwedd 2026 am 7:05pm"],
    ["2026-08-01T00:30:00+01:00", "1 August 2026 at 12:30am", "1 Awst 2026 am 12:30am"],
    ["2026-01-09T12:00:00Z", "9 January 2026 at 12:00pm", "9 Ionawr 2026 am 12:00pm"],
  ])("%s is read as the outlet's clock showed it", (at, en, cy) => {
    expect(whenWords(at, wordsIn("en").say)).toBe(en);
    expect(whenWords(at, wordsIn("cy").say)).toBe(cy);
  });

  it("that is none is shown as it came", () => {
    expect(whenWords("yesterday", wordsIn("en").say)).toBe("yesterday");
  });
});
