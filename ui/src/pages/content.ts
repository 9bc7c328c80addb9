// Text that a service shows before its questions.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { ContentBlock } from "../host/generated/ContentBlock";
import type { Words } from "../words/words";

/** One block of a service's text. */
export function contentBlock(block: ContentBlock, { say }: Words): Html {
  switch (block.kind) {
    case "heading":
      return html`<h2 class="govuk-heading-m">${block.text}</h2>`;
    case "paragraph":
      return html`<p class="govuk-body">${block.text}</p>`;
    case "bullets":
      return html`<ul class="govuk-list govuk-list--bullet">${block.items.map(bullet)}</ul>`;
    case "inset":
      return macro("inset-text", { text: block.text });
    case "warning":
      return macro("warning-text", { text: block.text, iconFallbackText: say("warning-word") });
  }
}

function bullet(text: string): Html {
  return html`<li>${text}</li>`;
}
