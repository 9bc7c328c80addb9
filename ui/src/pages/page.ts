// What a page function gives: its title, its markup, and whether it reports an error.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { Problem } from "../host/generated/Problem";
import { problemWords } from "../words/problem";
import type { Words } from "../words/words";

/** One page, ready to be put into the frame. */
export interface Page {
  /** For the window's title; the frame adds the rest. */
  title: string;
  /** The way back, above `main`. */
  back?: Html | undefined;
  /** What goes into `main`. */
  body: Html;
  /** An error summary is shown, so the title says so. */
  error: boolean;
}

/** The address of a link to a page of the journey. Its path may hold slashes. */
export function pageLink(path: string, changing = false): string {
  return `#/${changing ? "change" : "page"}/${encodeURIComponent(path)}`;
}

/** The GOV.UK back link. */
export function backLink(href: string, { say }: Words): Html {
  return macro("back-link", { text: say("back"), href });
}

/** Something failed: said in plain words, with what to do next. Nothing for nothing. */
export function problemSummary(problem: Problem | null, { say }: Words): Html | null {
  if (problem === null) return null;
  const words = problemWords(problem, say);
  return macro("error-summary", {
    titleText: words.what,
    descriptionText: words.next,
    disableAutoFocus: false,
  });
}

/** The layout of pages with one column of reading width. */
export function oneColumn(...parts: (Html | null | false)[]): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${parts}</div></div>`;
}

/** The layout of pages with something beside the main column. */
export function twoColumns(left: Html, right: Html): Html {
  return html`<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">${left}</div>
<div class="govuk-grid-column-one-third">${right}</div>
</div>`;
}

/** A page's heading. It can be given the focus when the page opens. */
export function heading(text: string, classes = "govuk-heading-l"): Html {
  return html`<h1 class="${classes}" tabindex="-1">${text}</h1>`;
}
