// One record of this terminal, with its story.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { Problem } from "../host/generated/Problem";
import type { StoryLine } from "../host/generated/StoryLine";
import type { SubmissionView } from "../host/generated/SubmissionView";
import { whenWords } from "../words/when";
import type { Say, Words } from "../words/words";
import { backLink, heading, problemSummary, type Page } from "./page";
import { printButton, printOutcome, type ReceiptOutcome } from "./receipt";
import { stateTag } from "./state";
import { storyWords } from "./story";

/** What the page of one record shows. */
export interface RecordScreen {
  submission: SubmissionView;
  print: ReceiptOutcome | null;
}

/** The page of one record. */
export function recordPage(record: RecordScreen, problem: Problem | null, words: Words): Page {
  const { say } = words;
  const { submission } = record;
  const title = say("record-title", { reference: submission.row.reference });
  const body = html`${problemSummary(problem, words)}${printOutcome(record.print, words)}
<span class="govuk-caption-l">${submission.row.service}</span>
${heading(title)}
<div data-live="facts">${macro("summary-list", { rows: facts(submission, say) })}</div>
${printButton(submission.receipts_made, words)}
<h2 class="govuk-heading-m">${say("story-title")}</h2>
<div class="cf-scroll" data-live="story">${story(submission, say)}</div>`;
  return { title, back: backLink("#/records", words), body, error: problem !== null };
}

function facts({ row, department_reference, receipts_made }: SubmissionView, say: Say) {
  const fact = (name: string, text: string) => ({ key: { text: say(name) }, value: { text } });
  return [
    {
      key: { text: say("records-state") },
      value: { html: stateTag(row.state, row.department, say) },
    },
    fact("reference", row.reference),
    department_reference !== null && fact("department-reference", department_reference),
    fact("recorded-number", String(row.sequence)),
    fact("recorded-when", whenWords(row.recorded_at, say)),
    fact("receipts-made", String(receipts_made)),
  ];
}

function story(submission: SubmissionView, say: Say): Html {
  return macro("table", {
    caption: say("story-title"),
    captionClasses: "govuk-visually-hidden",
    head: [{ text: say("story-when") }, { text: say("story-what") }, { text: say("story-who") }],
    rows: submission.story.map((line) => [
      { text: whenWords(line.at, say) },
      { text: storyWords(line.kind, submission.row.department, say) },
      { text: who(line, say) },
    ]),
  });
}

/** What the program does by itself is never put to a person's name. */
function who(line: StoryLine, say: Say): string {
  if (line.staff_number === null) return say("story-by-terminal");
  return say("story-by-staff", { staffNumber: line.staff_number });
}
