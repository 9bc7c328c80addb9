// Files. This version's screens cannot take any, and say so.

import { html, type Html } from "../../govuk/html";
import { macro } from "../../govuk/render";
import type { FieldView } from "../../host/generated/FieldView";
import type { Say } from "../../words/words";
import type { LabelRole, Of } from "./common";
import { group } from "./group";

/** The question, what cannot be done here, and the names of the files that were given elsewhere. */
export function fileGroup(field: FieldView, asked: Of<"file">, role: LabelRole, say: Say): Html {
  const said = macro("inset-text", {
    // There is nothing to fill in, so an error's link goes to these words.
    id: field.id,
    attributes: { tabindex: "-1" },
    html: explained(field, asked, say),
  });
  return group(field, field.problem, role, said, say);
}

function explained(field: FieldView, { names }: Of<"file">, say: Say): Html {
  const needed = names.length === 0 && !field.optional;
  return html`<p class="govuk-body">${say("file-cannot")} ${
    say(needed ? "file-needed" : "file-go-on")
  }</p>
${names.length > 0 && given(names, say)}`;
}

function given(names: string[], say: Say): Html {
  return html`<p class="govuk-body">${say("file-given")}</p>
<ul class="govuk-list govuk-list--bullet cf-path">${names.map((name) => html`<li>${name}</li>`)}</ul>`;
}
