// A question whose control is no macro of GOV.UK's: a fieldset with hint, error and content.

import { html, type Html } from "../../govuk/html";
import { macro } from "../../govuk/render";
import type { FieldView } from "../../host/generated/FieldView";
import type { Say } from "../../words/words";
import { errorMessage, fieldset, type LabelRole } from "./common";

/** The question as a group, laid out as GOV.UK's date input is. */
export function group(
  field: FieldView,
  problem: string | null,
  role: LabelRole,
  content: Html,
  say: Say,
): Html {
  const hint = field.hint !== null && { id: `${field.id}-hint`, text: field.hint };
  const error = problem !== null && {
    ...errorMessage(problem, say).errorMessage,
    id: `${field.id}-error`,
  };
  const described = [hint, error].flatMap((about) => (about ? [about.id] : []));
  const inner = macro("fieldset", {
    ...fieldset(field, role),
    ...(described.length > 0 && { describedBy: described.join(" ") }),
    role: "group",
    html: html`${hint && macro("hint", hint)}${error && macro("error-message", error)}${content}`,
  });
  const classes = error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group";
  return html`<div class="${classes}">${inner}</div>`;
}
