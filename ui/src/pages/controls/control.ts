// One question: from the program's view to a macro's parameters, and one macro call.

import type { Html } from "../../govuk/html";
import { macro } from "../../govuk/render";
import type { FieldView } from "../../host/generated/FieldView";
import type { Words } from "../../words/words";
import { checkboxesParams, radiosParams, selectParams } from "./choice";
import type { LabelRole } from "./common";
import { dateParams, monthYearParams } from "./date";
import { fileGroup } from "./file";
import { partsGroup } from "./parts";
import { inputParams, textareaParams } from "./text";

/** The markup of one question. */
export function control(field: FieldView, role: LabelRole, words: Words): Html {
  const { say } = words;
  const asked = field.control;
  switch (asked.kind) {
    case "input":
      return macro("input", inputParams(field, asked, role, say));
    case "text_area":
      return macro("character-count", textareaParams(field, asked, role, words));
    case "date":
      return macro("date-input", dateParams(field, asked, role, say));
    case "month_year":
      return macro("date-input", monthYearParams(field, asked, role, say));
    case "radios":
      return macro("radios", radiosParams(field, asked, role, say));
    case "checkboxes":
      return macro("checkboxes", checkboxesParams(field, asked, role, say));
    case "select":
      return macro("select", selectParams(field, asked, role, say));
    case "parts":
      return partsGroup(field, asked, role, say);
    case "file":
      return fileGroup(field, asked, role, say);
  }
}
