// Questions for a day or a month.

import type { DatePart } from "../../host/generated/DatePart";
import type { FieldView } from "../../host/generated/FieldView";
import type { Say } from "../../words/words";
import { common, fieldset, type LabelRole, type Of } from "./common";

/** Parameters for day, month and year. Only the parts that are wrong are marked. */
export function dateParams(field: FieldView, asked: Of<"date">, role: LabelRole, say: Say) {
  const purpose = (name: DatePart) => (asked.birthday ? `bday-${name}` : "off");
  const items = [
    part("day", asked.day, asked.wrong, purpose("day"), say),
    part("month", asked.month, asked.wrong, purpose("month"), say),
    part("year", asked.year, asked.wrong, purpose("year"), say),
  ];
  return { ...group(field, role, say), items };
}

/** Parameters for month and year. */
export function monthYearParams(
  field: FieldView,
  asked: Of<"month_year">,
  role: LabelRole,
  say: Say,
) {
  const items = [
    part("month", asked.month, asked.wrong, "off", say),
    part("year", asked.year, asked.wrong, "off", say),
  ];
  return { ...group(field, role, say), items };
}

function group(field: FieldView, role: LabelRole, say: Say) {
  return {
    ...common(field, say),
    id: field.id,
    namePrefix: field.id,
    fieldset: { ...fieldset(field, role), role: "group" },
  };
}

function part(name: DatePart, value: string, wrong: DatePart[], autocomplete: string, say: Say) {
  const width = `govuk-input--width-${name === "year" ? 4 : 2}`;
  return {
    name,
    label: say(`date-${name}`),
    value,
    classes: wrong.includes(name) ? `${width} govuk-input--error` : width,
    autocomplete,
  };
}
