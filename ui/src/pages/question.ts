// A page of a journey: questions, the declaration, or an early end.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { FieldView } from "../host/generated/FieldView";
import type { PageView } from "../host/generated/PageView";
import type { Problem } from "../host/generated/Problem";
import type { Words } from "../words/words";
import { contentBlock } from "./content";
import { control, type LabelRole } from "./controls";
import { journeyRail } from "./journey-rail";
import { backLink, heading, problemSummary, twoColumns, type Page } from "./page";

/** The page as the person and the staff beside them see it. */
export function questionPage(page: PageView, problem: Problem | null, words: Words): Page {
  const role = labelRole(page);
  const left = html`${problemSummary(problem, words)}${fieldSummary(page, words)}
<form novalidate data-act="answer">
<span class="govuk-caption-l">${page.caption}</span>
${role !== "page-heading" && heading(page.title)}
${page.content.map((block) => contentBlock(block, words))}
${page.fields.map((field) => question(field, role, page, words))}
${macro("button", { text: buttonText(page, words), preventDoubleClick: true })}
</form>`;
  return {
    title: `${page.title} - ${page.caption}`,
    back: backLink(page.back === null ? "#/leave" : `#/page/${encodeURIComponent(page.back)}`, words),
    body: twoColumns(left, journeyRail(page.staff_notes, page.purpose !== "exit", words)),
    error: problem !== null || page.problems.length > 0,
  };
}

// An early end goes nowhere in the service, so its button is the product's, not the service's.
function buttonText(page: PageView, { say }: Words): string {
  return page.purpose === "exit" ? say("exit-button") : page.button;
}

/** With a single question and nothing to read before it, the question is the page's heading. */
function labelRole(page: PageView): LabelRole {
  if (page.fields.length !== 1) return "plain";
  return page.content.length === 0 ? "page-heading" : "plain";
}

function question(field: FieldView, role: LabelRole, page: PageView, words: Words): Html {
  const repeated = role === "plain" && page.fields.length === 1 && field.label === page.title;
  return control(field, repeated ? "hidden" : role, words);
}

function fieldSummary(page: PageView, { say }: Words): Html | null {
  if (page.problems.length === 0) return null;
  return macro("error-summary", {
    titleText: say("error-summary-title"),
    errorList: page.problems.map(({ message, anchor }) => ({ text: message, href: `#${anchor}` })),
  });
}
