// The words on a page: none missing, none left over from a template, none in the wrong language.

import type { Page } from "@playwright/test";

/** A text with what it is there for, such as `label`. */
export interface Said {
  role: string;
  text: string;
}

/** What a page says. */
export interface Shown {
  /** The language that the document claims to be in. */
  lang: string;
  /** The window's title. */
  title: string;
  heading: string;
  said: Said[];
  /** Everything, what people have typed aside. */
  whole: string;
}

/** Reads the page that is shown. */
export function shown(page: Page): Promise<Shown> {
  return page.evaluate(read);
}

/** Runs in the browser. */
function read(): Shown {
  const roles = {
    heading: "h1, h2, h3",
    label: "label",
    legend: "legend",
    button: "button",
    option: "option",
    link: "a[href]",
    hint: ".govuk-hint",
    caption: ".govuk-caption-l",
    error: ".govuk-error-message",
    term: "dt, th",
    text: "p, li, .govuk-inset-text, .govuk-warning-text__text",
    tag: ".govuk-tag",
  };
  const text = (element: Element | null) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  const main = document.getElementById("main-content") as HTMLElement;
  const back = document.getElementById("before-main") as HTMLElement;
  const said = Object.entries(roles).flatMap(([role, selector]) =>
    [back, main].flatMap((part) =>
      [...part.querySelectorAll(selector)]
        // Suggestions below a box come and go with what is typed into it.
        .filter((element) => element.closest("[role=listbox]") === null)
        .map((element) => ({ role, text: text(element) })),
    ),
  );
  return {
    lang: document.documentElement.lang,
    title: document.title,
    heading: text(main.querySelector("h1")),
    said,
    whole: `${text(back)} ${text(main)} ${document.title}`,
  };
}

/** What a template leaves when a word is missing, or markup that nobody turned into a page. */
const LEFT_OVER = /\{[^}]*\}|%\{|\bundefined\b|\bnull\b|\bNaN\b|\[object|\*\*|\]\(|<\/?[a-z]+>/;

/** Faults of the words of one page. */
export function faultsIn({ said, heading, whole }: Shown): string[] {
  const empty = said.filter(({ text }) => text === "").map(({ role }) => `an empty ${role}`);
  const left = LEFT_OVER.exec(whole);
  return [
    ...empty,
    ...(heading === "" ? ["no heading"] : []),
    ...(left ? [`left over: ${left[0]}`] : []),
  ];
}

/** Words that are the same in Welsh, though the service's Welsh words do not say that they are. */
export function untranslated(english: Shown, welsh: Shown, same: Set<string>): string[] {
  const before = new Set(english.said.map(({ text }) => text));
  const kept = welsh.said.filter(({ text }) => before.has(text) && /\p{L}/u.test(text) && !same.has(text));
  return kept.map(({ role, text }) => `${role} not in Welsh: ${text}`);
}

/** Kinds of words of which one language has more than the other. */
export function uneven(english: Shown, welsh: Shown): string[] {
  const count = ({ said }: Shown, role: string) => said.filter((one) => one.role === role).length;
  const roles = [...new Set([...english.said, ...welsh.said].map(({ role }) => role))];
  return roles
    .filter((role) => count(english, role) !== count(welsh, role))
    .map((role) => `${count(english, role)} ${role} in English, ${count(welsh, role)} in Welsh`);
}
