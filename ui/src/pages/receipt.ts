// The receipt of a record: the button that prints it, and what became of the last try.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { PrintView } from "../host/generated/PrintView";
import type { SavedView } from "../host/generated/SavedView";
import type { Say, Words } from "../words/words";

/** What became of the last try to get the receipt out. */
export type ReceiptOutcome = PrintView | ({ outcome: "kept" } & SavedView);

/** The print button. The first receipt is the receipt; every later one is a copy. */
export function printButton(receiptsMade: number, { say }: Words, secondary = false): Html {
  return html`<form novalidate data-act="print">${macro("button", {
    text: say(receiptsMade === 0 ? "receipt-print" : "receipt-print-copy"),
    classes: secondary ? "govuk-button--secondary" : "",
    preventDoubleClick: true,
  })}</form>`;
}

/** A banner that says what became of the last try to print. Nothing before the first try. */
export function printOutcome(print: ReceiptOutcome | null, { say }: Words): Html | null {
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

function outcomeText(print: ReceiptOutcome, say: Say): Html {
  switch (print.outcome) {
    case "printed":
      return strong(print.copy === 0 ? say("printed") : say("printed-copy", { copy: print.copy }));
    case "no_printer":
      return html`${strong(say("print-no-printer"))}
<p class="govuk-body">${print.reason !== null && `${reasonWords(print.reason, say)} `}${say("print-no-printer-next")}</p>
${keepButton(say)}`;
    case "kept":
      return html`${strong(say("receipt-kept"))}
<p class="govuk-body cf-path">${say("receipt-kept-where", { path: print.path })}</p>
<p class="govuk-body">${say("receipt-kept-next")}</p>`;
    case "stopped":
      return html`${strong(say("print-stopped"))}
<p class="govuk-body">${reasonWords(print.reason, say)} ${say("print-stopped-next")}</p>`;
  }
}

function keepButton(say: Say): Html {
  return html`<form novalidate data-act="keep">${macro("button", {
    text: say("receipt-keep"),
    classes: "govuk-button--secondary govuk-!-margin-bottom-0",
    preventDoubleClick: true,
  })}</form>`;
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

/**
 * A printer's reasons, with spaces between, in plain words. Only the first that we know is told:
 * putting it right is the next thing to do. If we know none, they are shown as they came.
 */
export function reasonWords(reason: string, say: Say): string {
  const given = reason.split(/\s+/);
  const known = REASONS.find(([pattern]) => given.some((one) => pattern.test(one)));
  return known ? say(known[1]) : say("print-reason-other", { reason });
}
