// Several lines that are one answer, such as a name or an address.

import { html, type Html } from "../../govuk/html";
import { macro } from "../../govuk/render";
import type { FieldView } from "../../host/generated/FieldView";
import type { PartView } from "../../host/generated/PartView";
import type { Say } from "../../words/words";
import { errorMessage, lineParams, type LabelRole, type Of } from "./common";
import { group } from "./group";

/** A group with a line for each part. Each part has its own message. */
export function partsGroup(field: FieldView, asked: Of<"parts">, role: LabelRole, say: Say): Html {
  const lines = asked.parts.map((part) => macro("input", partParams(part, say)));
  return group(field, wholeProblem(field, asked), role, html`${lines}`, say);
}

/** What is wrong with the answer as a whole. What a part already says is not said twice. */
function wholeProblem(field: FieldView, asked: Of<"parts">): string | null {
  return asked.parts.some((part) => part.problem !== null) ? null : field.problem;
}

/** Parameters for one part. */
export function partParams(part: PartView, say: Say) {
  return {
    ...lineParams(part),
    id: part.name,
    name: part.name,
    label: { text: part.label },
    spellcheck: false,
    ...(part.problem !== null && errorMessage(part.problem, say)),
  };
}
