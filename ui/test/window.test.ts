// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Control } from "../src/host/generated/Control";
import type { Language } from "../src/host/generated/Language";
import type { PageView } from "../src/host/generated/PageView";
import { questionPage } from "../src/pages/question";
import type { Values } from "../src/screens/values";
import { Window, type Doer } from "../src/screens/window";
import { wordsIn } from "../src/words/words";
import { CHECKBOXES, field, FILE, INPUT, page, PARTS, SELECT, TEXT_AREA } from "./fake/views";
import { emptyWindow } from "./fake/window";

let window: Window;
let pressed: Values[];

const main = () => document.getElementById("main-content") as HTMLElement;
const box = (id: string) => document.getElementById(id) as HTMLInputElement;

function show(view: PageView, language: Language = "en"): void {
  const words = wordsIn(language);
  window.drawFrame(null, null, words);
  window.show(questionPage(view, null, words), words);
}

function ask(id: string, control: Control, language: Language = "en", more: Partial<PageView> = {}): void {
  show({ ...page("p", "Title", [field(id, "Question", control)]), ...more }, language);
}

function type(id: string, text: string): void {
  box(id).focus();
  box(id).value = text;
  box(id).dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function send(): Values | undefined {
  main().querySelector("form")?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  return pressed.at(-1);
}

beforeEach(() => {
  vi.useFakeTimers();
  emptyWindow();
  window = new Window(document);
  pressed = [];
  const doer: Doer = { follow: () => undefined, press: (_, values) => void pressed.push(values) };
  window.listen(doer);
});

afterEach(() => {
  show(page("end", "End", []));
  vi.useRealTimers();
});

describe("the count below a long answer", () => {
  const counted = () => main().querySelector(".govuk-character-count__status")?.textContent;
  const asked = (more: object) => ({ ...TEXT_AREA, limit: 5, max_chars: 50, ...more });

  it.each<[Language, object, string, string]>([
    ["en", { value: "abcd" }, "You have 1 character remaining", "You have 1 character too many"],
    ["cy", { value: "abc" }, "Mae gennych 2 nod yn weddill", "Mae gennych 1 nod yn ormod"],
    ["en", { value: "a-b c", limit_words: 5 }, "You have 3 words remaining", "You have 1 word too many"],
    ["cy", { value: "a b c", limit_words: 5 }, "Mae gennych 2 air yn weddill", "Mae gennych 1 gair yn ormod"],
  ])("follows what is typed in %s: %o", (language, more, left, over) => {
    ask("why", asked(more), language);
    expect(counted()).toBe(left);

    type("why", "limit_words" in more ? "1 2 3 4 5 6" : "123456");
    expect(counted()).toBe(over);
  });

  it("lets people type too much to see it, but not without end", () => {
    ask("why", asked({}));
    expect(box("why").maxLength).toBe(50);
  });
});

describe("a choice that goes with no other", () => {
  it("unticks the others", () => {
    ask("fuel", { ...CHECKBOXES, chosen: ["gas"], exclusive: "none" });
    main().querySelector<HTMLInputElement>('[value="none"]')?.click();

    expect(send()).toEqual({ fuel: ["none"] });
  });
});

describe("a long list", () => {
  const asked = { ...SELECT, autocomplete: true };
  const suggestions = () => [...main().querySelectorAll(".autocomplete__option")].map(({ textContent }) => textContent);
  const settle = () => vi.advanceTimersByTimeAsync(50);

  it("is searched by typing, and a suggestion is chosen by keyboard", async () => {
    ask("country", asked);
    type("country", "ger");
    await settle();
    expect(suggestions()).toEqual(["Germany", "Algeria", "Niger", "Nigeria"]);

    for (const keyCode of [40, 40, 13]) {
      const key = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, keyCode } as KeyboardEventInit);
      document.activeElement?.dispatchEvent(key);
      await settle();
    }
    expect(box("country").value).toBe("Algeria");
    expect(send()).toEqual({ country: ["algeria"] });
  });

  it("sends what the box shows: the whole words are enough, and nothing is chosen unasked", async () => {
    ask("country", asked);
    expect(send()).toEqual({ country: [""] });

    type("country", " france ");
    expect(send()).toEqual({ country: ["france"] });

    type("country", "fra");
    box("country").blur();
    await settle();
    expect(send()).toEqual({ country: ["fra"] });

    type("country", "");
    expect(send()).toEqual({ country: [""] });
  });

  it("lets Enter go on once the whole words are typed, and only then", async () => {
    ask("country", asked);
    const enter = async (text: string) => {
      type("country", text);
      await settle();
      const key = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, key: "Enter", keyCode: 13 } as KeyboardEventInit);
      return box("country").dispatchEvent(key);
    };

    expect(await enter("niger")).toBe(true);
    expect(await enter("nige")).toBe(false);
  });

  it("shows what was chosen, and what was typed and is not in it", async () => {
    ask("country", { ...asked, chosen: "niger" });
    expect([box("country").value, window.typed()]).toEqual(["Niger", { country: ["niger"] }]);

    ask("country", { ...asked, chosen: "Frnace" });
    expect([box("country").value, window.typed()]).toEqual(["Frnace", { country: ["Frnace"] }]);
    type("country", "");
    await settle();
    expect(suggestions()).not.toContain("Frnace");
  });

  it("keeps its label, hint and error with the box, whatever is typed", async () => {
    const wrong = { ...field("country", "Country", asked), hint: "Where?", problem: "Choose one" };
    show(page("p", "Title", [wrong, field("other", "Other", INPUT)]));
    const described = () => box("country").getAttribute("aria-describedby")?.split(" ").slice(0, 2);
    expect(box("country").labels?.[0]?.textContent?.trim()).toBe("Country");
    expect(box("country").className).toContain("govuk-input--error");
    expect(described()).toEqual(["country-hint", "country-error"]);

    type("country", "fr");
    await settle();
    expect(described()).toEqual(["country-hint", "country-error"]);
  });

  it("has its words in Welsh", async () => {
    ask("country", asked, "cy");
    type("country", "xyz");
    await settle();
    expect(suggestions()).toEqual(["Nid oes dim yn y rhestr yn cyfateb"]);
    expect(document.getElementById("country__assistiveHint")?.textContent).toMatch(/^Teipiwch ran o'r geiriau\./);
    await vi.advanceTimersByTimeAsync(2000);
    const status = main().querySelector(".autocomplete__status")?.textContent;
    expect(status).toBe("Nid oes dim yn y rhestr yn cyfateb");
  });

  it("draws no markup out of a choice", async () => {
    const evil = { value: "x", label: "<img src=x>", hint: null };
    ask("country", { ...asked, options: [evil] });
    type("country", "img");
    await settle();
    expect(main().querySelector("img")).toBeNull();
    expect(suggestions()).toEqual(["<img src=x>"]);
  });

  it("ends its clock when the page is left", async () => {
    ask("country", asked);
    ask("country", asked);
    show(page("end", "End", []));
    await vi.advanceTimersByTimeAsync(5000);

    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("an answer that may be wrong", () => {
  it("is reached by the link of the warning, and nothing navigates", () => {
    const warnings = [{ field: "Home_Address", anchor: "Home_Address-postcode", message: "Unusual" }];
    ask("Home_Address", PARTS, "en", { warnings });
    const banner = main().querySelector<HTMLElement>(".govuk-notification-banner");
    expect(document.activeElement).toBe(banner);

    const click = new MouseEvent("click", { bubbles: true, cancelable: true });
    banner?.querySelector("a")?.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(box("Home_Address-postcode"));
  });
});

describe("an error's link", () => {
  it.each<[string, Control, string]>([
    ["a part", PARTS, "Home_Address-line-1"],
    ["a file that cannot be added", FILE, "Home_Address"],
    ["a searched list", { ...SELECT, autocomplete: true }, "Home_Address"],
    ["a list", SELECT, "Home_Address"],
    ["a long answer", TEXT_AREA, "Home_Address"],
  ])("takes the focus to %s", (_, control, anchor) => {
    ask("Home_Address", control, "en", { problems: [{ field: "Home_Address", anchor, message: "Wrong" }] });
    main().querySelector<HTMLElement>(".govuk-error-summary a")?.click();

    expect(document.activeElement?.id).toBe(anchor);
  });
});

describe("a page that was left", () => {
  it("keeps nothing of what was typed in elements that scripts still hold", () => {
    ask("why", { ...TEXT_AREA, value: "a secret" });
    const held = main().querySelector("form") as HTMLElement;
    show(page("end", "End", []));

    expect(held.isConnected).toBe(false);
    expect(held.outerHTML).not.toContain("a secret");
    expect((held.querySelector("textarea") as HTMLTextAreaElement).value).toBe("");
  });
});
