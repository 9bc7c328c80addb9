// Text that a service shows before its questions.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { ContentBlock } from "../host/generated/ContentBlock";
import type { Span } from "../host/generated/Span";
import type { Words } from "../words/words";

/** One block of a service's text. */
export function contentBlock(block: ContentBlock, { say }: Words): Html {
  switch (block.kind) {
    case "heading":
      return html`<h2 class="govuk-heading-m">${block.text}</h2>`;
    case "paragraph":
      return html`<p class="govuk-body">${block.spans.map(run)}</p>`;
    case "bullets":
      return html`<ul class="govuk-list govuk-list--bullet">${block.items.map(entry)}</ul>`;
    case "numbered":
      return html`<ol class="govuk-list govuk-list--number">${block.items.map(entry)}</ol>`;
    case "inset":
      return macro("inset-text", { html: html`${block.spans.map(run)}` });
    case "warning":
      return macro("warning-text", { text: block.text, iconFallbackText: say("warning-word") });
  }
}

function entry(spans: Span[]): Html {
  return html`<li>${spans.map(run)}</li>`;
}

/** A run of text. Nothing can be followed from a terminal, so an address is shown to be read. */
function run({ text, strong, address }: Span): Html {
  const words = strong ? html`<strong>${text}</strong>` : html`${text}`;
  if (address === null || address === text) return words;
  return html`${words} (<span class="cf-address">${address}</span>)`;
}
