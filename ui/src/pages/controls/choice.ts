// Questions that are answered by choosing.

import type { ChoiceView } from "../../host/generated/ChoiceView";
import type { FieldView } from "../../host/generated/FieldView";
import type { Say } from "../../words/words";
import { common, fieldset, label, type LabelRole, type Of } from "./common";

/** Parameters for one of several. */
export function radiosParams(field: FieldView, asked: Of<"radios">, role: LabelRole, say: Say) {
  return {
    ...common(field, say),
    idPrefix: field.id,
    name: field.id,
    fieldset: fieldset(field, role),
    classes: asked.inline ? "govuk-radios--inline" : "",
    items: asked.options.map((option, index) =>
      choice(field, option, index, option.value === asked.chosen),
    ),
  };
}

/** Parameters for any of several. The choice that goes with no other comes last, after "or". */
export function checkboxesParams(
  field: FieldView,
  asked: Of<"checkboxes">,
  role: LabelRole,
  say: Say,
) {
  const alone = asked.options.filter((option) => option.value === asked.exclusive);
  const others = asked.options.filter((option) => option.value !== asked.exclusive);
  const item = (option: ChoiceView, index: number) =>
    choice(field, option, index, asked.chosen.includes(option.value));
  return {
    ...common(field, say),
    idPrefix: field.id,
    name: field.id,
    fieldset: fieldset(field, role),
    items: [
      ...others.map(item),
      alone.length > 0 && others.length > 0 && { divider: say("choice-or") },
      ...alone.map((option) => ({ ...item(option, others.length), behaviour: "exclusive" })),
    ],
  };
}

/** Parameters for one of many. The window turns it into a box to type in where that was asked. */
export function selectParams(field: FieldView, asked: Of<"select">, role: LabelRole, say: Say) {
  const { options, chosen } = asked;
  const known = options.some((option) => option.value === chosen);
  return {
    ...common(field, say),
    id: field.id,
    name: field.id,
    label: label(field, role),
    attributes: asked.autocomplete ? { "data-autocomplete": "true" } : {},
    items: [
      { value: "", text: say("select-none"), selected: chosen === null },
      ...options.map(({ value, label: text }) => ({ value, text, selected: value === chosen })),
      // Typed, but not in the list: it stays, so that it can be put right.
      asked.autocomplete &&
        chosen !== null &&
        !known && { value: chosen, text: chosen, selected: true, attributes: TYPED },
    ],
  };
}

/** Marks an option that was typed rather than offered. */
const TYPED = { "data-typed": "true" };

// The first element has the field's own id, where an error's link goes. A dot, which no id of a
// field has, keeps the others apart from a field such as `nationality-2`.
function choice(field: FieldView, option: ChoiceView, index: number, checked: boolean) {
  return {
    ...(index > 0 && { id: `${field.id}.${index + 1}` }),
    value: option.value,
    text: option.label,
    checked,
    ...(option.hint !== null && { hint: { text: option.hint } }),
  };
}
