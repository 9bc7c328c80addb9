// The receipt of a record: the button that prints it, and what became of the last try.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { PrintView } from "../host/generated/PrintView";
import type { Say, Words } from "../words/words";

/** The print button. The first receipt is the receipt; every later one is a copy. */
export function printButton(receiptsMade: number, { say }: Words, secondary = false): Html {
  return html`<form novalidate data-act="print">${macro("button", {
    text: say(receiptsMade === 0 ? "receipt-print" : "receipt-print-copy"),
    classes: secondary ? "govuk-button--secondary" : "",
    preventDoubleClick: true,
  })}</form>`;
}

/** A banner that says what became of the last try to print. Nothing before the first try. */
export function printOutcome(print: PrintView | null, { say }: Words): Html | null {
  if (print === null) return null;
  const printed = print.outcome === "printed";
  return macro("notification-banner", {
    type: printed ? "success" : undefined,
    role: "alert",
    titleText: say(printed ? "success-word" : "important-word"),
    titleId: "print-outcome-title",
    html: outcomeText(print, say),
  });
}

function outcomeText(print: PrintView, say: Say): Html {
  switch (print.outcome) {
    case "printed":
      return strong(print.copy === 0 ? say("printed") : say("printed-copy", { copy: print.copy }));
    case "no_printer":
      return html`${strong(say("print-no-printer"))}
<p class="govuk-body">${say("print-no-printer-next")}</p>`;
    case "stopped":
      return html`${strong(say("print-stopped"))}
<p class="govuk-body">${reasonWords(print.reason, say)} ${say("print-stopped-next")}</p>`;
  }
}

function strong(text: string): Html {
  return html`<p class="govuk-notification-banner__heading">${text}</p>`;
}

// Reasons a printer gives (RFC 8011 section 5.4.12), with or without a severity at the end.
const REASONS: [RegExp, string][] = [
  [/^media-(empty|needed)/, "print-reason-paper-empty"],
  [/^media-jam/, "print-reason-paper-jam"],
  [/^(cover|door|interlock)-open/, "print-reason-open"],
  [/^(toner|marker-supply)-(empty|low)/, "print-reason-ink"],
];

/** A printer's reason in plain words; one we do not know is shown as the printer gave it. */
export function reasonWords(reason: string, say: Say): string {
  const known = REASONS.find(([pattern]) => pattern.test(reason));
  return known ? say(known[1]) : say("print-reason-other", { reason });
}
