// What a person reads of markup.

import type { Html } from "../../src/govuk/html";

/** Markup taken out, white space made one. */
export function read(markup: Html | null | undefined): string {
  const text = (markup?.toString() ?? "").replace(/<[^>]+>/g, " ").replace(/&#39;/g, "'");
  return text.replace(/\s+/g, " ").trim();
}
