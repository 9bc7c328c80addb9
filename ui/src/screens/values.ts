// What was typed, by field name: read from a form, and put back into a page.

import type { Control } from "../host/generated/Control";
import type { FieldView } from "../host/generated/FieldView";
import type { PageView } from "../host/generated/PageView";

/** Values by name, several for tick boxes. */
export type Values = Record<string, string[]>;

/** What is typed into a form now. */
export function valuesOf(form: HTMLFormElement | null): Values {
  const values: Values = {};
  if (!form) return values;
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") (values[name] ??= []).push(value);
  }
  return values;
}

/** The page with what was typed in place of what the program knows. */
export function withTyped(page: PageView, typed: Values): PageView {
  const fields = page.fields.map((field) => ({ ...field, control: controlWith(field, typed) }));
  return { ...page, fields };
}

function controlWith({ id, control }: FieldView, typed: Values): Control {
  const one = (name: string) => typed[name]?.[0] ?? "";
  switch (control.kind) {
    case "input":
    case "text_area":
      return { ...control, value: one(id) };
    case "date":
      return { ...control, day: one(`${id}-day`), month: one(`${id}-month`), year: one(`${id}-year`) };
    case "month_year":
      return { ...control, month: one(`${id}-month`), year: one(`${id}-year`) };
    case "radios":
    case "select":
      // The first line of a select says that nothing is chosen, and is empty.
      return { ...control, chosen: one(id) || null };
    case "checkboxes":
      return { ...control, chosen: typed[id] ?? [] };
    case "parts":
      return { ...control, parts: control.parts.map((part) => ({ ...part, value: one(part.name) })) };
    case "file":
      return control;
  }
}

/** What stands in a page's controls, as a form would give it. */
export function valuesIn(page: PageView): Values {
  return Object.assign({}, ...page.fields.map(({ id, control }) => controlValues(id, control)));
}

function controlValues(id: string, control: Control): Values {
  switch (control.kind) {
    case "input":
    case "text_area":
      return { [id]: [control.value] };
    case "date": {
      const { day, month, year } = control;
      return { [`${id}-day`]: [day], [`${id}-month`]: [month], [`${id}-year`]: [year] };
    }
    case "month_year":
      return { [`${id}-month`]: [control.month], [`${id}-year`]: [control.year] };
    case "radios":
      return control.chosen === null ? {} : { [id]: [control.chosen] };
    case "select":
      return { [id]: [control.chosen ?? ""] };
    case "checkboxes":
      return control.chosen.length === 0 ? {} : { [id]: control.chosen };
    case "parts":
      return Object.fromEntries(control.parts.map(({ name, value }) => [name, [value]]));
    case "file":
      return {};
  }
}
