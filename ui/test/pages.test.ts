import { describe, expect, it } from "vitest";
import type { PrintView } from "../src/host/generated/PrintView";
import type { ServiceCard } from "../src/host/generated/ServiceCard";
import type { StateWord } from "../src/host/generated/StateWord";
import { checkPage, summaryRow } from "../src/pages/check";
import { connectionWords, frameBottom, frameTop } from "../src/pages/frame";
import { homePage } from "../src/pages/home";
import { stoppedPage } from "../src/pages/plain";
import { printOutcome, reasonWords } from "../src/pages/receipt";
import { recordPage } from "../src/pages/record";
import { recordedPage } from "../src/pages/recorded";
import { recordsPage } from "../src/pages/records";
import { EMPTY_SIGN_IN, signInPage } from "../src/pages/sign-in";
import { storyWords } from "../src/pages/story";
import { wordsIn } from "../src/words/words";
import { read } from "./fake/read";
import { check, home, submission } from "./fake/views";

const en = wordsIn("en");
const cy = wordsIn("cy");

describe("check your answers", () => {
  it("gives each answer a Change link that names its question", () => {
    const row = { field: "address", question: "Address", answer: ["1 High Street", "<b>"], page: "keeper address" };
    const params = summaryRow(row, en);
    expect(params.value.html.toString()).toBe("1 High Street<br>&lt;b&gt;");
    expect(params.actions.items).toEqual([
      { href: "#/change/keeper%20address", text: "Change", visuallyHiddenText: "Address" },
    ]);
  });

  it("still says that nothing is recorded", () => {
    expect(read(checkPage(check(), null, en).body)).toContain("Draft Nothing is recorded yet.");
  });
});

describe("the confirmation page", () => {
  const shown = (state: StateWord) =>
    recordedPage({ submission: submission(state), print: null }, null, en);

  it("says recorded on this terminal until the department has it", () => {
    expect(read(shown("recorded").body)).toMatch(/^Recorded on this terminal Reference CF7K-9Q2M-4XWD/);
    expect(read(shown("received").body)).toMatch(/^Received by DVLA Reference CF7K-9Q2M-4XWD/);
    expect(read(shown("needs_attention").body)).toMatch(/^Needs attention Reference/);
  });

  it("tells what happens next in the department's words", () => {
    expect(read(shown("recorded").body)).toContain("What happens next DVLA will write within 4 weeks.");
  });
});

describe("printing", () => {
  it.each<[PrintView, string]>([
    [{ outcome: "printed", copy: 0 }, "Success The receipt has been printed."],
    [{ outcome: "printed", copy: 2 }, "Success Copy 2 of the receipt has been printed."],
    [{ outcome: "no_printer", reason: null }, "Important The receipt has not been printed: no printer took it. Check that"],
    [{ outcome: "no_printer", reason: "door-open-error" }, "A cover of the printer is open. Check that"],
    [{ outcome: "stopped", copy: 0, reason: "marker-waste-almost-full media-empty-error" }, "Important The printer stopped before it was finished. The printer has run out of paper."],
  ])("says what became of it: %o", (print, words) => {
    expect(read(printOutcome(print, en))).toContain(words);
  });

  it("names a reason it has no words for", () => {
    expect(reasonWords("moth-in-relay", en.say)).toBe("The printer gave this reason: moth-in-relay");
  });
});

describe("records", () => {
  it("link to each record and show its state in words", () => {
    const shown = recordsPage([submission("received").row], null, en);
    expect(shown.body.toString()).toContain(`href="#/record/${submission().row.id}"`);
    expect(read(shown.body)).toContain("CF7K-9Q2M-4XWD 17 Tell DVLA a vehicle has a new keeper 23 November 2026 at 7:05pm Received by DVLA");
  });

  it("say so when there are none", () => {
    expect(read(recordsPage([], null, cy).body)).toContain("Nid oes dim wedi'i gofnodi ar y derfynell hon eto.");
  });

  it("tell one record's story, the terminal's own acts under its own name", () => {
    const shown = recordPage({ submission: submission("received"), print: null }, null, en);
    expect(read(shown.body)).toContain("23 November 2026 at 7:05pm Recorded on this terminal Staff 1001");
    expect(read(shown.body)).toContain("Tried to reach the department This terminal");
    expect(read(shown.body)).toContain("Department's reference DVLA-2026-000017");
  });

  it("name an event that is newer than the screens", () => {
    expect(storyWords("withdrawn", "DVLA", en.say)).toBe("Something else happened (withdrawn)");
  });
});

describe("the home screen", () => {
  it("offers the services and counts what stands where", () => {
    const text = read(homePage(home(), null, en).body);
    expect(text).toContain("Tell DVLA a vehicle has a new keeper");
    expect(text).toContain("Recorded on this terminal 2 Received by the department 14 Needs attention 1");
  });

  it("puts the services of a department together, under its name", () => {
    const [service] = home().services;
    const named = (title: string, department: string) => ({ ...(service as ServiceCard), title, department });
    const services = [named("Tax a vehicle", "DVLA"), named("Vote", "Cabinet Office"), named("Sell a vehicle", "DVLA")];
    const { body } = homePage({ ...home(), services }, null, en);
    const headings = [...body.toString().matchAll(/<h([23])[^>]*>(.*)<\/h\1>/g)];
    expect(headings.map(([, level, text]) => [level, text?.replace(/<[^>]*>/g, "")])).toEqual([
      ["2", "DVLA"],
      ["3", "Tax a vehicle"],
      ["3", "Sell a vehicle"],
      ["2", "Cabinet Office"],
      ["3", "Vote"],
      ["2", "Records on this terminal"],
    ]);
  });

  it("offers nothing to start when the disk is full, and says why", () => {
    const shown = homePage({ ...home(), disk_full: true }, null, en);
    expect(shown.body.toString()).not.toContain("#/start/");
    expect(read(shown.body)).toContain("The disk is nearly full, so no new form can be started.");
  });
});

describe("signing in", () => {
  const demonstration = { staff_number: "1001", pin: "204060" };

  it("says whom to sign in as in demonstration mode, and only there", () => {
    expect(read(signInPage(EMPTY_SIGN_IN, demonstration, null, en).body)).toContain("PIN to use 204060");
    expect(read(signInPage(EMPTY_SIGN_IN, null, null, en).body)).not.toContain("Demonstration");
  });

  it("does not say which of the two was wrong", () => {
    const shown = signInPage(EMPTY_SIGN_IN, null, "sign_in_wrong", en);
    expect(read(shown.body)).toContain("The staff number or PIN is wrong Check both and sign in again.");
    expect(shown.error).toBe(true);
  });
});

describe("a terminal that cannot start", () => {
  it("says what is wrong and what to do, in both languages", () => {
    expect(read(stoppedPage("wrong_key", en).body)).toBe(
      "This terminal's key does not fit its records The records are safe and nothing was changed. Do not use this terminal. Call support.",
    );
    expect(read(stoppedPage("in_use", cy).body)).toContain("Mae Counterfoil eisoes ar agor");
  });
});

describe("the frame", () => {
  const app = { version: "9.9", outlet: "Anytown Library", demonstration: null, session: null };

  it("carries our own name and neither crown nor GOV.UK", () => {
    const markup = `${frameTop(app, null, en)}${frameBottom(app, en)}`;
    expect(markup).toContain("Counterfoil");
    expect(markup).not.toMatch(/<svg|crown|GOV\.UK/i);
  });

  it("says the connection in words", () => {
    const states = ["unknown", "online", "offline", "intercepted"] as const;
    for (const { say } of [en, cy]) {
      expect(new Set(states.map((state) => connectionWords(state, say))).size).toBe(4);
    }
  });
});
