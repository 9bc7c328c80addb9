// What the controls have in common: how the question's words are shown, hint, error and width.

import type { Control } from "../../host/generated/Control";
import type { FieldView } from "../../host/generated/FieldView";
import type { InputMode } from "../../host/generated/InputMode";
import type { Say } from "../../words/words";

/** How the question's words are shown. */
export type LabelRole = "page-heading" | "hidden" | "plain";

/** The control of one kind. */
export type Of<Kind extends Control["kind"]> = Extract<Control, { kind: Kind }>;

/** Hint and error message, where there are any. */
export function common(field: FieldView, say: Say) {
  return {
    ...(field.hint !== null && { hint: { text: field.hint } }),
    ...(field.problem !== null && errorMessage(field.problem, say)),
  };
}

/** The message on what is wrong. */
export function errorMessage(text: string, say: Say) {
  return { errorMessage: { text, visuallyHiddenText: say("error-word") } };
}

/** The question as a label, for a control that is one element. */
export function label(field: FieldView, role: LabelRole) {
  return { text: field.label, isPageHeading: role === "page-heading", classes: LABEL_CLASSES[role] };
}

/** The question as a legend, for a control that is several elements. */
export function fieldset(field: FieldView, role: LabelRole) {
  return {
    legend: {
      text: field.label,
      isPageHeading: role === "page-heading",
      classes: LEGEND_CLASSES[role],
    },
  };
}

const LABEL_CLASSES: Record<LabelRole, string> = {
  "page-heading": "govuk-label--l",
  hidden: "govuk-visually-hidden",
  plain: "govuk-label--s",
};

const LEGEND_CLASSES: Record<LabelRole, string> = {
  "page-heading": "govuk-fieldset__legend--l",
  hidden: "govuk-visually-hidden",
  plain: "govuk-fieldset__legend--s",
};

/** One line of text, whether it is a question or one of its parts. */
export interface Line {
  value: string;
  width: number | null;
  input_mode: InputMode;
  autocomplete: string | null;
  max_chars: number;
}

/** The parameters of GOV.UK's input that a line decides. */
export function lineParams(line: Line) {
  return {
    value: line.value,
    classes: line.width === null ? "" : widthClass(line.width),
    inputmode: line.input_mode,
    attributes: { maxlength: String(line.max_chars) },
    autocomplete: line.autocomplete ?? "off",
  };
}

const WIDTHS = [2, 3, 4, 5, 10, 20, 30];

/** GOV.UK's width class that fits so many characters; full width beyond the widest. */
function widthClass(characters: number): string {
  const width = WIDTHS.find((each) => characters <= each);
  return width === undefined ? "" : `govuk-input--width-${width}`;
}
