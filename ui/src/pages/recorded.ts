// The confirmation page: the submission is recorded on this terminal.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { Problem } from "../host/generated/Problem";
import type { QueueRow } from "../host/generated/QueueRow";
import type { SubmissionView } from "../host/generated/SubmissionView";
import type { Say, Words } from "../words/words";
import { oneColumn, problemSummary, type Page } from "./page";
import { printButton, printOutcome, type ReceiptOutcome } from "./receipt";
import { stateWords } from "./state";

/** What the confirmation page shows. */
export interface Recorded {
  submission: SubmissionView;
  /** What became of the last try to print. */
  print: ReceiptOutcome | null;
}

/** The confirmation page. Its state changes by itself when the department's answer arrives. */
export function recordedPage(recorded: Recorded, problem: Problem | null, words: Words): Page {
  const { say } = words;
  const { row } = recorded.submission;
  const body = oneColumn(
    problemSummary(problem, words),
    printOutcome(recorded.print, words),
    panel(row, say),
    html`<div data-live="explained">${explained(row, say)}</div>`,
    html`<h2 class="govuk-heading-m">${say("recorded-receipt-title")}</h2>
<p class="govuk-body">${receiptText(recorded.submission.receipts_made, say)}</p>
${printButton(recorded.submission.receipts_made, words)}`,
    whatNext(recorded.submission.next, say),
    html`<p class="govuk-body"><a class="govuk-link" href="#/home">${say("recorded-another")}</a></p>`,
  );
  return { title: `${state(row, say)} - ${row.service}`, body, error: problem !== null };
}

function receiptText(made: number, say: Say): string {
  return made === 0 ? say("recorded-receipt-text") : say("recorded-receipt-made");
}

function state(row: QueueRow, say: Say): string {
  return stateWords(row.state, row.department, say);
}

function panel(row: QueueRow, say: Say): Html {
  return html`<div class="govuk-panel govuk-panel--confirmation">
<h1 class="govuk-panel__title" tabindex="-1"><span data-live="state" data-state="${row.state}">${state(row, say)}</span></h1>
<div class="govuk-panel__body">${say("reference")}<br><strong class="cf-reference">${row.reference}</strong></div>
</div>`;
}

function explained(row: QueueRow, say: Say): Html {
  const { department } = row;
  switch (row.state) {
    case "recorded":
      return html`<p class="govuk-body">${say("recorded-waiting", { department })}</p>`;
    case "received":
      return html`<p class="govuk-body">${say("recorded-received", { department })}</p>`;
    case "needs_attention":
      return macro("warning-text", {
        text: say("recorded-attention"),
        iconFallbackText: say("warning-word"),
      });
  }
}

function whatNext(next: string[], say: Say): Html | null {
  if (next.length === 0) return null;
  return html`<h2 class="govuk-heading-m">${say("recorded-next-title")}</h2>
${next.map((text) => html`<p class="govuk-body">${text}</p>`)}`;
}
