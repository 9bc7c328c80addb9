// The screens with nothing to fill in: starting, stopped, and leaving a form.

import { html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { Problem } from "../host/generated/Problem";
import { problemWords } from "../words/problem";
import type { Words } from "../words/words";
import { heading, oneColumn, problemSummary, type Page } from "./page";

/** Before the program has answered for the first time. */
export function startingPage({ say }: Words): Page {
  return { title: say("starting"), body: oneColumn(heading(say("starting"))), error: false };
}

// The program opens its terminal once, when it starts: only what may pass by itself is worth
// asking again.
const MAY_PASS: readonly Problem[] = ["storage_failed", "call_support", "bad_request"];

/** The program cannot start: what is wrong, what to do, and where it can help, another try. */
export function stoppedPage(problem: Problem, { say }: Words): Page {
  const words = problemWords(problem, say);
  const body = oneColumn(
    heading(words.what),
    html`<p class="govuk-body-l">${words.next}</p>`,
    MAY_PASS.includes(problem) &&
      html`<form novalidate data-act="retry">${macro("button", { text: say("try-again"), preventDoubleClick: true })}</form>`,
  );
  return { title: words.what, body, error: true };
}

/** Asks before the answers of a form are thrown away. */
export function leavingPage(problem: Problem | null, words: Words): Page {
  const { say } = words;
  const body = oneColumn(
    problemSummary(problem, words),
    heading(say("leave-title")),
    html`<p class="govuk-body">${say("leave-text")}</p>
<form novalidate data-act="leave"><div class="govuk-button-group">
${macro("button", { text: say("leave-go"), classes: "govuk-button--warning", preventDoubleClick: true })}
<a class="govuk-link" href="#/stay">${say("leave-stay")}</a>
</div></form>`,
  );
  return { title: say("leave-title"), body, error: problem !== null };
}
