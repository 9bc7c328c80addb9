// All records of this terminal.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { Problem } from "../host/generated/Problem";
import type { QueueRow } from "../host/generated/QueueRow";
import { whenWords } from "../words/when";
import type { Words } from "../words/words";
import { backLink, heading, problemSummary, type Page } from "./page";
import { stateTag } from "./state";

/** The list, as the program orders it. */
export function recordsPage(rows: QueueRow[], problem: Problem | null, words: Words): Page {
  const { say } = words;
  const body = html`${problemSummary(problem, words)}
${heading(say("records-title"))}
<div class="cf-scroll" data-live="records">${
    rows.length === 0
      ? html`<p class="govuk-body">${say("records-empty")}</p>`
      : table(rows, words)
  }</div>`;
  return { title: say("records-title"), back: backLink("#/home", words), body, error: problem !== null };
}

function table(rows: QueueRow[], words: Words): Html {
  const { say } = words;
  return macro("table", {
    caption: say("records-title"),
    captionClasses: "govuk-visually-hidden",
    firstCellIsHeader: true,
    head: [
      { text: say("reference") },
      { text: say("records-number"), format: "numeric" },
      { text: say("records-service") },
      { text: say("recorded-when") },
      { text: say("records-state") },
    ],
    rows: rows.map((row) => cells(row, words)),
  });
}

function cells(row: QueueRow, { say }: Words) {
  return [
    { html: html`<a class="govuk-link cf-nowrap" href="#/record/${encodeURIComponent(row.id)}">${row.reference}</a>` },
    { text: String(row.sequence), format: "numeric" },
    { text: row.service },
    { text: whenWords(row.recorded_at, say) },
    { html: html`<span data-live="state-${row.id}">${stateTag(row.state, row.department, say)}</span>` },
  ];
}
