// Seeing one page: in English as it comes, in Welsh with everything filled in, left empty, and
// gone past.

import type { Page } from "@playwright/test";
import type { Counter } from "../desk.ts";
import { fill, given, pairs } from "./fill.ts";
import type { Face, Journey } from "./host.ts";
import type { Language, Look } from "./look.ts";
import type { Values } from "./tours.ts";
import { follow, linkTo, press } from "./turn.ts";
import { uneven, untranslated, type Shown } from "./words.ts";

/** The page that takes something away from a list, by the last part of its path. */
export const REMOVE = "remove";

/** A page that is shown, with the name of its pictures. */
export interface Sight {
  face: Face;
  picture: string;
}

/** Sees the pages of one service. */
export class Seer {
  readonly #counter: Counter;
  readonly #page: Page;
  readonly #journey: Journey;
  readonly #look: Look;
  readonly #welshWords: Set<string>;

  constructor(counter: Counter, journey: Journey, look: Look, welshWords: Set<string>) {
    this.#counter = counter;
    this.#page = counter.page;
    this.#journey = journey;
    this.#look = look;
    this.#welshWords = welshWords;
  }

  /** Looks at the page in both languages and leaves it in English, with `values` filled in. */
  async inBothLanguages({ face, picture }: Sight, values: Values): Promise<void> {
    const inWelsh = await this.#journey.at(face.path, "cy");
    const english = await this.#at("en", picture, face.caption);
    await fill(this.#page, values);
    await this.switchLanguage();
    const welsh = await this.#at("cy", picture, inWelsh.caption);
    const moved = welsh.heading === inWelsh.title ? [] : [`in Welsh it is ${welsh.heading}`];
    this.#look.note(picture, [...moved, ...(await this.#lost(values))]);
    this.#compare(picture, english, welsh);
    await this.switchLanguage();
    this.#look.note(picture, await this.#lost(values));
  }

  /** Looks at the confirmation page in both languages, from `first` on, and leaves it in English. */
  async recorded(picture: string, titles: Record<Language, string>, first: Language): Promise<void> {
    if (first === "en") {
      const english = await this.#at("en", picture, titles.en);
      await this.switchLanguage();
      const welsh = await this.#at("cy", picture, titles.cy);
      this.#compare(picture, english, welsh);
      return this.switchLanguage();
    }
    const welsh = await this.#at("cy", picture, titles.cy);
    await this.switchLanguage();
    this.#compare(picture, await this.#at("en", picture, titles.en), welsh);
  }

  /** Presses the button with nothing filled in, where the page asks for something. */
  async leftEmpty({ face, picture }: Sight): Promise<void> {
    await follow(this.#page, linkTo(face.path));
    await press(this.#page);
    const { problems } = await this.#journey.at(face.path);
    await this.#look.at({ language: "en", picture: `${picture}-en-empty`, title: face.caption });
    const told = await this.#page.evaluate(summary);
    const expected = problems.map(({ message }) => message).join("\n");
    const faults = told.goneWrong;
    if (told.messages.length === 0) faults.push("nothing is wrong when it is left empty");
    // The page that removes something does not remember that it was left empty.
    const forgets = face.path.endsWith(`/${REMOVE}`);
    if (!forgets && told.messages.join("\n") !== expected) faults.push(`not as expected: ${expected}`);
    this.#look.note(`${picture}-en-empty`, faults);
  }

  /** Goes on as a person does. A warning is looked at, and passed by going on once more. */
  async goOn({ face, picture }: Sight): Promise<void> {
    await this.#press();
    const refused = this.#page.locator(".govuk-error-summary");
    if ((await refused.count()) > 0) throw new Error(`${face.path}: ${await refused.innerText()}`);
    if ((await this.#page.locator("#warnings-title").count()) === 0) return;
    await this.#look.at({ language: "en", picture: `${picture}-en-warning`, title: face.caption });
    await this.#press();
  }

  /** With the pointer, which then leaves: what it points at looks different in a picture. */
  async #press(): Promise<void> {
    await this.#counter.press();
    await this.#page.mouse.move(0, 0);
  }

  fill(values: Values): Promise<void> {
    return fill(this.#page, values);
  }

  switchLanguage(): Promise<void> {
    return follow(this.#page, "#/language");
  }

  #at(language: Language, picture: string, title: string): Promise<Shown> {
    return this.#look.at({ language, picture: `${picture}-${language}`, title });
  }

  /** What was filled in and is no longer there. */
  async #lost(values: Values): Promise<string[]> {
    const now = await given(this.#page);
    const lost = pairs(values).filter((pair) => !now.includes(pair));
    return lost.map((pair) => `${pair} is gone when the language changes`);
  }

  #compare(picture: string, english: Shown, welsh: Shown): void {
    const faults = [...untranslated(english, welsh, this.#welshWords), ...uneven(english, welsh)];
    this.#look.note(`${picture}-cy`, faults);
  }
}

interface Summary {
  messages: string[];
  goneWrong: string[];
}

/** Runs in the browser: what the error summary says, and whether its links lead to the controls. */
function summary(): Summary {
  const box = document.querySelector(".govuk-error-summary");
  const goneWrong = [];
  if (!box || document.activeElement !== box) goneWrong.push("the error summary has not the focus");
  if (!document.title.startsWith("Error: ")) goneWrong.push(`the title is ${document.title}`);
  const links = [...(box?.querySelectorAll<HTMLElement>("a[href]") ?? [])];
  for (const link of links) {
    link.click();
    const goal = link.getAttribute("href")?.slice(1);
    const at = document.activeElement;
    if (at?.id !== goal) goneWrong.push(`the link to ${goal} leads to ${at?.id || at?.tagName}`);
  }
  return { messages: links.map((link) => link.textContent?.trim() ?? ""), goneWrong };
}
