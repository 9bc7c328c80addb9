// What stands beside every page of a journey: what is recorded so far, words for staff, the way out.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { Words } from "../words/words";

/** The column beside the questions, or beside an early end, which leaves no draft to leave. */
export function journeyRail(notes: string[], at: "draft" | "end", { say }: Words): Html {
  const draft = at === "draft";
  return html`<aside class="cf-rail" aria-label="${say("staff-notes-title")}">
${draft && html`<p class="govuk-body">${macro("tag", { text: say("state-draft"), classes: "govuk-tag--grey" })}</p>`}
<p class="govuk-body-s">${say(draft ? "draft-note" : "end-note")}</p>
${notes.length > 0 && staffNotes(notes, say("staff-notes-title"))}
${draft && html`<p class="govuk-body-s"><a class="govuk-link" href="#/leave">${say("leave-link")}</a></p>`}
</aside>`;
}

function staffNotes(notes: string[], title: string): Html {
  return html`<h2 class="govuk-heading-s">${title}</h2>
<ul class="govuk-list govuk-list--bullet cf-small">${notes.map((note) => html`<li>${note}</li>`)}</ul>`;
}
