// Check your answers.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { CheckRow } from "../host/generated/CheckRow";
import type { CheckSection } from "../host/generated/CheckSection";
import type { CheckView } from "../host/generated/CheckView";
import type { Problem } from "../host/generated/Problem";
import type { Words } from "../words/words";
import { journeyRail } from "./journey-rail";
import { backLink, heading, pageLink, problemSummary, twoColumns, type Page } from "./page";

/** All answers, each with a way to change it. */
export function checkPage(check: CheckView, problem: Problem | null, words: Words): Page {
  const left = html`${problemSummary(problem, words)}
<span class="govuk-caption-l">${check.caption}</span>
${heading(check.title)}
${check.sections.map((section) => answers(section, words))}
<form novalidate data-act="answer">${macro("button", { text: check.button, preventDoubleClick: true })}</form>`;
  return {
    title: `${check.title} - ${check.caption}`,
    back: backLink(check.back === null ? "#/leave" : pageLink(check.back), words),
    body: twoColumns(left, journeyRail([], "draft", words)),
    error: problem !== null,
  };
}

function answers(section: CheckSection, words: Words): Html {
  const list = macro("summary-list", {
    classes: "govuk-!-margin-bottom-9",
    rows: section.rows.map((row) => summaryRow(row, words)),
  });
  return html`<h2 class="govuk-heading-m">${section.title}</h2>${list}`;
}

/** Parameters for one answer of the summary list. */
export function summaryRow(row: CheckRow, { say }: Words) {
  return {
    key: { text: row.question },
    value: { html: lines(row.answer) },
    actions: {
      items: [
        {
          href: pageLink(row.page, true),
          text: say("change"),
          visuallyHiddenText: row.question,
        },
      ],
    },
  };
}

/** Lines of text under each other. */
function lines(texts: string[]): Html {
  return html`${texts.map((text, index) => html`${index > 0 && html`<br>`}${text}`)}`;
}
