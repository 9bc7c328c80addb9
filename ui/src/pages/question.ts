// A page of a journey: questions, the declaration, or an early end.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { PageView } from "../host/generated/PageView";
import type { Problem } from "../host/generated/Problem";
import type { Words } from "../words/words";
import { contentBlock } from "./content";
import type { LabelRole } from "./controls/common";
import { control } from "./controls/control";
import { addedItems } from "./items";
import { journeyRail } from "./journey-rail";
import { backLink, heading, pageLink, problemSummary, twoColumns, type Page } from "./page";
import { warningSummary } from "./warnings";

/** The page as the person and the staff beside them see it. */
export function questionPage(page: PageView, problem: Problem | null, words: Words): Page {
  const role = labelRole(page);
  const error = problem !== null || page.problems.length > 0;
  const left = html`${problemSummary(problem, words)}${fieldSummary(page, words)}
${warningSummary(page.warnings, error ? "an error" : "no error", words)}
<form novalidate data-act="answer">
<span class="govuk-caption-l">${page.caption}</span>
${role !== "page-heading" && heading(page.title)}
${page.content.map((block) => contentBlock(block, words))}
${addedItems(page.items, page.changing, words)}
${page.fields.map((field) => control(field, role, words))}
${macro("button", { text: buttonText(page, words), preventDoubleClick: true })}
</form>`;
  return {
    title: `${page.title} - ${page.caption}`,
    back: backLink(page.back === null ? "#/leave" : pageLink(page.back), words),
    body: twoColumns(left, journeyRail(page.staff_notes, page.purpose === "exit" ? "end" : "draft", words)),
    error,
  };
}

// An early end goes nowhere in the service, so its button is the product's, not the service's.
function buttonText(page: PageView, { say }: Words): string {
  return page.purpose === "exit" ? say("exit-button") : page.button;
}

/**
 * With a single question, which the page's title repeats, the question is the page's heading. If
 * there is something to read before it, the title is the heading and the question is not shown
 * twice.
 */
function labelRole(page: PageView): LabelRole {
  const [only, ...more] = page.fields;
  if (!only || more.length > 0 || only.label !== page.title) return "plain";
  return page.content.length === 0 && page.items.length === 0 ? "page-heading" : "hidden";
}

function fieldSummary(page: PageView, { say }: Words): Html | null {
  if (page.problems.length === 0) return null;
  return macro("error-summary", {
    titleText: say("error-summary-title"),
    errorList: page.problems.map(({ message, anchor }) => ({ text: message, href: `#${anchor}` })),
  });
}
