// One question: from the program's view to a macro's parameters, and one macro call.

import type { Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { ChoiceView } from "../host/generated/ChoiceView";
import type { Control } from "../host/generated/Control";
import type { DatePart } from "../host/generated/DatePart";
import type { FieldView } from "../host/generated/FieldView";
import type { Say, Words } from "../words/words";

/** How the question's words are shown. */
export type LabelRole = "page-heading" | "hidden" | "plain";

type Of<Kind extends Control["kind"]> = Extract<Control, { kind: Kind }>;

/** The markup of one question. */
export function control(field: FieldView, role: LabelRole, { say }: Words): Html {
  const asked = field.control;
  switch (asked.kind) {
    case "input":
      return macro("input", inputParams(field, asked, role, say));
    case "text_area":
      return macro("textarea", textareaParams(field, asked, role, say));
    case "date":
      return macro("date-input", dateParams(field, asked, role, say));
    case "radios":
      return macro("radios", radiosParams(field, asked, role, say));
    case "checkboxes":
      return macro("checkboxes", checkboxesParams(field, asked, role, say));
  }
}

/** Parameters for one line of text. */
export function inputParams(field: FieldView, asked: Of<"input">, role: LabelRole, say: Say) {
  return {
    ...common(field, say),
    id: field.id,
    name: field.id,
    value: asked.value,
    label: label(field, role),
    classes: asked.width === null ? "" : widthClass(asked.width),
    inputmode: asked.input_mode,
    attributes: { maxlength: String(asked.max_chars) },
    spellcheck: asked.spellcheck,
    autocomplete: asked.autocomplete ?? "off",
  };
}

/** Parameters for several lines of text. */
export function textareaParams(field: FieldView, asked: Of<"text_area">, role: LabelRole, say: Say) {
  return {
    ...common(field, say),
    id: field.id,
    name: field.id,
    value: asked.value,
    label: label(field, role),
    rows: String(asked.rows),
    attributes: { maxlength: String(asked.max_chars) },
    spellcheck: true,
    autocomplete: "off",
  };
}

/** Parameters for day, month and year. Only the parts that are wrong are marked. */
export function dateParams(field: FieldView, asked: Of<"date">, role: LabelRole, say: Say) {
  const part = (name: DatePart, width: number) => ({
    name,
    label: say(`date-${name}`),
    value: asked[name],
    classes: `govuk-input--width-${width}${asked.wrong.includes(name) ? " govuk-input--error" : ""}`,
    autocomplete: asked.birthday ? `bday-${name}` : "off",
  });
  return {
    ...common(field, say),
    id: field.id,
    namePrefix: field.id,
    fieldset: { ...fieldset(field, role), role: "group" },
    items: [part("day", 2), part("month", 2), part("year", 4)],
  };
}

/** Parameters for one of several. */
export function radiosParams(field: FieldView, asked: Of<"radios">, role: LabelRole, say: Say) {
  return {
    ...common(field, say),
    idPrefix: field.id,
    name: field.id,
    fieldset: fieldset(field, role),
    classes: asked.inline ? "govuk-radios--inline" : "",
    items: asked.options.map((option) => choice(option, option.value === asked.chosen)),
  };
}

/** Parameters for any of several. */
export function checkboxesParams(field: FieldView, asked: Of<"checkboxes">, role: LabelRole, say: Say) {
  return {
    ...common(field, say),
    idPrefix: field.id,
    name: field.id,
    fieldset: fieldset(field, role),
    items: asked.options.map((option) => choice(option, asked.chosen.includes(option.value))),
  };
}

function common(field: FieldView, say: Say) {
  return {
    ...(field.hint !== null && { hint: { text: field.hint } }),
    ...(field.problem !== null && {
      errorMessage: { text: field.problem, visuallyHiddenText: say("error-word") },
    }),
  };
}

function choice(option: ChoiceView, checked: boolean) {
  return {
    value: option.value,
    text: option.label,
    checked,
    ...(option.hint !== null && { hint: { text: option.hint } }),
  };
}

function label(field: FieldView, role: LabelRole) {
  return { text: field.label, isPageHeading: role === "page-heading", classes: LABEL_CLASSES[role] };
}

function fieldset(field: FieldView, role: LabelRole) {
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

const WIDTHS = [2, 3, 4, 5, 10, 20, 30];

/** GOV.UK's width class that fits so many characters; full width beyond the widest. */
function widthClass(characters: number): string {
  const width = WIDTHS.find((each) => characters <= each);
  return width === undefined ? "" : `govuk-input--width-${width}`;
}
