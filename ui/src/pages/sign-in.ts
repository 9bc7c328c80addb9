// Signing in with staff number and PIN.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { DemonstrationView } from "../host/generated/DemonstrationView";
import type { Problem } from "../host/generated/Problem";
import type { Say, Words } from "../words/words";
import { heading, oneColumn, problemSummary, type Page } from "./page";

/** What was typed on the sign-in screen, and what was left empty when the button was pressed. */
export interface SignInForm {
  staffNumber: string;
  pin: string;
  missing: ("staff_number" | "pin")[];
}

/** The form before anything was typed. */
export const EMPTY_SIGN_IN: SignInForm = { staffNumber: "", pin: "", missing: [] };

/** The sign-in screen. In demonstration mode it says so and whom to sign in as. */
export function signInPage(
  form: SignInForm,
  demonstration: DemonstrationView | null,
  problem: Problem | null,
  words: Words,
): Page {
  const { say } = words;
  const body = oneColumn(
    form.missing.length > 0 ? missingSummary(form, say) : problemSummary(problem, words),
    heading(say("sign-in-title")),
    demonstration && demonstrationNotice(demonstration, say),
    html`<form novalidate data-act="sign-in">
${macro("input", staffNumberParams(form, say))}
${macro("password-input", pinParams(form, say))}
${macro("button", { text: say("sign-in-button"), preventDoubleClick: true })}
</form>`,
  );
  return { title: say("sign-in-title"), body, error: problem !== null || form.missing.length > 0 };
}

function staffNumberParams(form: SignInForm, say: Say) {
  return {
    id: "staff_number",
    name: "staff_number",
    value: form.staffNumber,
    label: { text: say("sign-in-staff-number"), classes: "govuk-label--s" },
    classes: "govuk-input--width-10",
    inputmode: "numeric",
    spellcheck: false,
    autocomplete: "off",
    ...(form.missing.includes("staff_number") && missing("sign-in-staff-number-missing", say)),
  };
}

function pinParams(form: SignInForm, say: Say) {
  return {
    id: "pin",
    name: "pin",
    value: form.pin,
    label: { text: say("sign-in-pin"), classes: "govuk-label--s" },
    classes: "govuk-input--width-10",
    autocomplete: "off",
    attributes: { inputmode: "numeric" },
    showPasswordText: say("pin-show"),
    hidePasswordText: say("pin-hide"),
    showPasswordAriaLabelText: say("pin-show-label"),
    hidePasswordAriaLabelText: say("pin-hide-label"),
    passwordShownAnnouncementText: say("pin-shown"),
    passwordHiddenAnnouncementText: say("pin-hidden"),
    ...(form.missing.includes("pin") && missing("sign-in-pin-missing", say)),
  };
}

function missing(id: string, say: Say) {
  return { errorMessage: { text: say(id), visuallyHiddenText: say("error-word") } };
}

const MISSING_WORDS = {
  staff_number: "sign-in-staff-number-missing",
  pin: "sign-in-pin-missing",
} as const;

function missingSummary(form: SignInForm, say: Say): Html {
  return macro("error-summary", {
    titleText: say("error-summary-title"),
    errorList: form.missing.map((id) => ({ text: say(MISSING_WORDS[id]), href: `#${id}` })),
  });
}

function demonstrationNotice(demonstration: DemonstrationView, say: Say): Html {
  const text = html`<p class="govuk-body">${say("demonstration-text")}</p>
<dl class="cf-demonstration">
<div><dt>${say("demonstration-staff-number")}</dt><dd>${demonstration.staff_number}</dd></div>
<div><dt>${say("demonstration-pin")}</dt><dd>${demonstration.pin}</dd></div>
</dl>`;
  return macro("notification-banner", {
    titleText: say("demonstration-title"),
    titleId: "demonstration-title",
    html: text,
  });
}
