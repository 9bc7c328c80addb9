// What may be wrong with the answers of a page, and what to do about it.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { FieldProblem } from "../host/generated/FieldProblem";
import type { Say, Words } from "../words/words";

/**
 * A banner with a link to each answer that may be wrong. Nothing for nothing.
 *
 * It is read out at once, unless the page also has an error, which comes first.
 */
export function warningSummary(
  warnings: FieldProblem[],
  beside: "an error" | "no error",
  { say }: Words,
): Html | null {
  if (warnings.length === 0) return null;
  return macro("notification-banner", {
    ...(beside === "no error" && { role: "alert" }),
    titleText: say("important-word"),
    titleId: "warnings-title",
    html: explained(warnings, say),
  });
}

function explained(warnings: FieldProblem[], say: Say): Html {
  return html`<p class="govuk-notification-banner__heading">${say("warnings-text")}</p>
<ul class="govuk-list govuk-list--bullet">${warnings.map(warningLine)}</ul>`;
}

function warningLine({ anchor, message }: FieldProblem): Html {
  return html`<li><a class="govuk-notification-banner__link" href="#${anchor}">${message}</a></li>`;
}
