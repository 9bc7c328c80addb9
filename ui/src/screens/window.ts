// Puts pages into the document and reads forms out of it. Only this file and `autocomplete.ts`,
// which it calls, touch the document.

import { initAll } from "govuk-frontend";
import type { AppView } from "../host/generated/AppView";
import { connectionWords, frameBottom, frameTop, type MenuItem } from "../pages/frame";
import type { ConnectionState } from "../host/generated/ConnectionState";
import type { Page } from "../pages/page";
import type { Words } from "../words/words";
import { actOf, type Act, type FormAct } from "./act";
import { searchBox, type SearchBox } from "./autocomplete";
import { valuesOf, type Values } from "./values";

/** What the person does reaches the program through these. */
export interface Doer {
  follow(act: Act): void;
  press(act: FormAct, values: Values): void;
}

type Typed = HTMLInputElement | HTMLTextAreaElement;

/** The document as the product's window. */
export class Window {
  readonly #document: Document;
  readonly #drawn = new Map<string, string>();
  #searchBoxes: SearchBox[] = [];

  constructor(document: Document) {
    this.#document = document;
    document.body.classList.add("js-enabled", "govuk-frontend-supported");
  }

  /** From now on, links and buttons go to `doer`. Nothing ever navigates. */
  listen(doer: Doer): void {
    this.#document.body.addEventListener("click", (event) => {
      const link = (event.target as Element).closest?.("a[href]");
      const address = link?.getAttribute("href") ?? "";
      const act = actOf(address);
      if (act) {
        event.preventDefault();
        doer.follow(act);
      } else if (link?.closest("main") && !event.defaultPrevented) {
        // A warning, or an error that GOV.UK's script does not lead to.
        event.preventDefault();
        this.#goTo(address.slice(1));
      }
    });
    this.#document.body.addEventListener("submit", (event) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      doer.press(form.dataset["act"] as FormAct, this.#valuesOf(form));
    });
  }

  /** Draws what stands around the page. */
  drawFrame(app: AppView | null, current: MenuItem, words: Words): void {
    this.#document.documentElement.lang = words.language;
    for (const [slot, markup] of [
      ["frame-top", frameTop(app, current, words)],
      ["frame-bottom", frameBottom(app, words)],
    ] as const) {
      // What is already there stays, so that the focus and an open menu are not lost.
      if (this.#drawn.get(slot) === markup.toString()) continue;
      this.#drawn.set(slot, markup.toString());
      this.#slot(slot).innerHTML = markup.toString();
      this.#start(this.#slot(slot), words);
    }
  }

  /** Puts a page in, then the focus where it belongs: the error, the outcome or the heading. */
  show(page: Page, words: Words): void {
    this.#title(page, words);
    this.#slot("before-main").innerHTML = page.back?.toString() ?? "";
    const main = this.#slot("main-content");
    this.#forget(main);
    main.innerHTML = page.body.toString();
    this.#start(main, words);
    this.#document.defaultView?.scrollTo(0, 0);
    this.#focus(main);
  }

  /** Brings the living parts of the page up to date without moving the focus. */
  refresh(page: Page, words: Words): void {
    this.#title(page, words);
    const main = this.#slot("main-content");
    const fresh = this.#document.createElement("template");
    fresh.innerHTML = page.body.toString();
    for (const now of main.querySelectorAll<HTMLElement>("[data-live]")) {
      const then = fresh.content.querySelector(`[data-live="${now.dataset["live"]}"]`);
      const focused = now.contains(this.#document.activeElement);
      if (then && !focused && then.outerHTML !== now.outerHTML) now.replaceWith(then);
    }
  }

  /** Says the connection's state. */
  showConnection(state: ConnectionState, words: Words): void {
    const line = this.#document.getElementById("connection");
    if (!line) return;
    const text = connectionWords(state, words.say);
    if (line.textContent !== text) line.textContent = text;
    line.dataset["state"] = state;
  }

  /** Reads something out to people who cannot see it change. */
  announce(text: string): void {
    this.#slot("announcer").textContent = text;
  }

  /** What is typed now. */
  typed(): Values {
    return this.#valuesOf(this.#slot("main-content").querySelector("form"));
  }

  #valuesOf(form: HTMLFormElement | null): Values {
    for (const box of this.#searchBoxes) box.settle();
    return valuesOf(form);
  }

  // Scripts of a page may live as long as the window (GOV.UK's listen to it), and with them the
  // elements they know. What was typed need not.
  #forget(main: HTMLElement): void {
    for (const box of this.#searchBoxes) box.stop();
    this.#searchBoxes = [];
    for (const typed of main.querySelectorAll<Typed>("input, textarea")) {
      typed.value = typed.defaultValue = "";
    }
  }

  /** Takes the focus to a control, as GOV.UK's error summary does: with its question in sight. */
  #goTo(id: string): void {
    const control = this.#document.getElementById(id) as HTMLInputElement | null;
    if (!control) return;
    const legend = control.closest("fieldset")?.querySelector("legend");
    (legend ?? control.labels?.[0] ?? control).scrollIntoView();
    control.focus({ preventScroll: true });
  }

  #title(page: Page, { say }: Words): void {
    const prefix = page.error ? `${say("error-prefix")} ` : "";
    this.#document.title = `${prefix}${page.title} - ${say("product-name")}`;
  }

  #slot(id: string): HTMLElement {
    const element = this.#document.getElementById(id);
    if (!element) throw new Error(`no element ${id}`);
    return element;
  }

  #start(scope: HTMLElement, words: Words): void {
    const { say } = words;
    initAll({
      scope,
      passwordInput: {
        i18n: {
          showPassword: say("pin-show"),
          hidePassword: say("pin-hide"),
          showPasswordAriaLabel: say("pin-show-label"),
          hidePasswordAriaLabel: say("pin-hide-label"),
          passwordShownAnnouncement: say("pin-shown"),
          passwordHiddenAnnouncement: say("pin-hidden"),
        },
      },
    });
    for (const area of scope.querySelectorAll<HTMLTextAreaElement>("textarea[data-max-chars]")) {
      area.maxLength = Number(area.dataset["maxChars"]);
    }
    for (const select of scope.querySelectorAll<HTMLSelectElement>("select[data-autocomplete]")) {
      this.#searchBoxes.push(searchBox(select, words));
    }
  }

  // GOV.UK's own scripts focus an error summary and an alert, so those are left to them.
  #focus(main: HTMLElement): void {
    if (main.querySelector(".govuk-error-summary, .govuk-notification-banner[role=alert]")) return;
    const heading = main.querySelector("h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }
}
