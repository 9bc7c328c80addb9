// Markup that is known to be safe, as a type of its own.
//
// Nothing that a person typed or a department wrote can become markup by accident: a string is
// not `Html`, and the only ways to make `Html` are the tag below (which escapes every string put
// into it) and the official macros.

/** Rendered markup. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in a template: text is escaped, markup is not, nothing is left out. */
export type Part = string | number | Html | readonly Part[] | null | undefined | false;

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text made safe for element content and quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Markup with its parts put in. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const markup = strings.map((string, index) => string + rendered(parts[index])).join("");
  return new Html(markup);
}

function rendered(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.toString();
  if (typeof part === "string" || typeof part === "number") return escaped(String(part));
  return part.map(rendered).join("");
}
