// A long list that is searched by typing: GOV.UK's accessible autocomplete in place of a select.
//
// The select stays in the form and is what is sent; the box only writes into it. So without the
// box the page works just the same.

import accessibleAutocomplete from "accessible-autocomplete";
import { escaped } from "../govuk/html";
import type { Say, Words } from "../words/words";
import { matching } from "./matching";

/** The most characters that can be typed. A choice that is longer can still be picked. */
const TYPED_MAX = 200;

/** A select with a box in its place. */
export interface SearchBox {
  /** Writes what the box shows into the select. To be called before the form is read. */
  settle(): void;
  /** Stops the box's clock. To be called before it is taken out of the page. */
  stop(): void;
}

/** Puts a box to type in in the place of `select`. */
export function searchBox(select: HTMLSelectElement, { say }: Words): SearchBox {
  const offered = [...select.options].filter((option) => option.value && !option.dataset["typed"]);
  const labels = offered.map((option) => option.text);
  const holder = select.ownerDocument.createElement("div");
  select.before(holder);
  const { id } = select;
  select.removeAttribute("id");
  select.hidden = true;
  accessibleAutocomplete({
    ...wordsOf(say),
    element: holder,
    id,
    name: "",
    defaultValue: select.value && (select.selectedOptions[0]?.text ?? ""),
    source: (query, give) => give(matching(query, labels)),
    // The package puts suggestions in as markup.
    templates: { inputValue: (label) => label ?? "", suggestion: escaped },
    displayMenu: "overlay",
    showAllValues: true,
    // Nothing is chosen unless the person chooses it.
    autoselect: false,
    inputClasses: select.classList.contains("govuk-select--error") ? "govuk-input--error" : null,
  });
  const box = holder.querySelector("input") as HTMLInputElement;
  box.spellcheck = false;
  box.maxLength = TYPED_MAX;
  keepDescribed(box, select.getAttribute("aria-describedby"));
  holder.addEventListener("keydown", (event) => goOnWhenWhole(event, box, offered), true);
  return { settle: () => settle(select, offered, box.value), stop: () => stop(holder) };
}

/** What is shown is what is sent: a choice's value, or else the text itself, to be judged. */
function settle(select: HTMLSelectElement, offered: HTMLOptionElement[], shown: string): void {
  const text = shown.trim();
  select.value = text && (named(text, offered)?.value ?? text);
  if (select.selectedIndex >= 0) return;
  const typed = select.ownerDocument.createElement("option");
  typed.value = text;
  typed.text = text;
  typed.dataset["typed"] = "true";
  select.append(typed);
  select.value = text;
}

/** The choice of which `text` is the whole words. */
function named(text: string, offered: HTMLOptionElement[]): HTMLOptionElement | undefined {
  const plain = text.trim().toLowerCase();
  return offered.find((option) => option.text.toLowerCase() === plain);
}

/**
 * Lets Enter go on to the next page, as in any other box, once the whole words are typed. While
 * suggestions are shown, the package keeps Enter for choosing one of them.
 */
function goOnWhenWhole(event: KeyboardEvent, box: HTMLInputElement, offered: HTMLOptionElement[]) {
  if (event.key !== "Enter" || event.target !== box) return;
  if (named(box.value, offered)) event.stopPropagation();
}

/**
 * Keeps hint and error read out with the box. The package sets its own description and takes it
 * away again as people type.
 */
function keepDescribed(box: HTMLInputElement, ours: string | null): void {
  if (ours === null) return;
  const keep = () => {
    const now = box.getAttribute("aria-describedby") ?? "";
    if (!now.startsWith(ours)) box.setAttribute("aria-describedby", `${ours} ${now}`.trim());
  };
  new MutationObserver(keep).observe(box, { attributeFilter: ["aria-describedby"] });
  keep();
}

/** What Preact keeps on the element of a component. */
interface Mounted extends Element {
  _component?: { componentWillUnmount(): void };
}

// The package looks at its box ten times a second and has no way to end that from outside. Left
// alone, each page with a list would keep its clock, and what was typed, until the window closes.
function stop(holder: HTMLElement): void {
  const mounted = holder.firstElementChild as Mounted | null;
  mounted?._component?.componentWillUnmount();
}

function wordsOf(say: Say) {
  return {
    tNoResults: () => say("search-nothing"),
    tStatusNoResults: () => say("search-nothing"),
    tAssistiveHint: () => say("search-help"),
    tStatusSelectedOption: (text: string, count: number, index: number) =>
      say("search-chosen", { text, count, number: index + 1 }),
    tStatusResults: (count: number, chosen: string) => say("search-found", { count, chosen }),
  };
}
