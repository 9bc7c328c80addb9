import { describe, expect, it } from "vitest";
import type { DatePart } from "../src/host/generated/DatePart";
import { checkboxesParams, radiosParams, selectParams } from "../src/pages/controls/choice";
import { control } from "../src/pages/controls/control";
import { dateParams, monthYearParams } from "../src/pages/controls/date";
import { partParams } from "../src/pages/controls/parts";
import { inputParams, textareaParams } from "../src/pages/controls/text";
import { wordsIn } from "../src/words/words";
import { read } from "./fake/read";
import {
  CHECKBOXES,
  choices,
  DATE,
  field,
  FILE,
  INPUT,
  MONTH_YEAR,
  part,
  PARTS,
  RADIOS,
  SELECT,
  TEXT_AREA,
} from "./fake/views";

const en = wordsIn("en");
const cy = wordsIn("cy");

describe("a question of one line", () => {
  it("becomes the input macro's parameters", () => {
    const asked = { ...INPUT, value: "AB12 CDE", width: 8, autocomplete: "given-name" };
    const view = { ...field("registration", "Registration number", asked), hint: "Like AB12 CDE", problem: "Wrong" };

    expect(inputParams(view, asked, "page-heading", en.say)).toEqual({
      id: "registration",
      name: "registration",
      value: "AB12 CDE",
      label: { text: "Registration number", isPageHeading: true, classes: "govuk-label--l" },
      hint: { text: "Like AB12 CDE" },
      errorMessage: { text: "Wrong", visuallyHiddenText: "Error" },
      classes: "govuk-input--width-10",
      inputmode: "text",
      attributes: { maxlength: "40" },
      spellcheck: false,
      autocomplete: "given-name",
    });
  });

  it("shows what stands before and after what is typed", () => {
    const asked = { ...INPUT, prefix: "£", suffix: "a week" };
    expect(read(control(field("rent", "Rent", asked), "plain", en))).toBe("Rent £ a week");
  });
});

describe("a question of several lines", () => {
  it("counts characters, and says in both languages how many there may be", () => {
    const view = field("why", "Why?", TEXT_AREA);
    expect(read(control(view, "plain", en))).toBe("Why? You can enter up to 2,000 characters");
    expect(read(control(view, "plain", cy))).toBe("Why? Gallwch roi hyd at 2,000 nod");
    expect(textareaParams(view, TEXT_AREA, "plain", en)).toMatchObject({
      maxlength: "2000",
      charactersUnderLimitText: {
        one: "You have %{count} character remaining",
        other: "You have %{count} characters remaining",
      },
    });
  });

  it("counts words instead where words are limited, each Welsh number with its mutation", () => {
    const asked = { ...TEXT_AREA, limit_words: 300 };
    const view = field("why", "Why?", asked);
    expect(read(control(view, "plain", en))).toBe("Why? You can enter up to 300 words");
    expect(read(control(view, "plain", cy))).toBe("Why? Gallwch roi hyd at 300 gair");
    const params = textareaParams(view, asked, "plain", cy);
    expect(params).not.toHaveProperty("maxlength");
    expect(params).toMatchObject({
      maxwords: "300",
      wordsUnderLimitText: {
        zero: "Mae gennych %{count} gair yn weddill",
        one: "Mae gennych %{count} gair yn weddill",
        two: "Mae gennych %{count} air yn weddill",
        few: "Mae gennych %{count} gair yn weddill",
        many: "Mae gennych %{count} gair yn weddill",
        other: "Mae gennych %{count} gair yn weddill",
      },
      wordsOverLimitText: { two: "Mae gennych %{count} air yn ormod" },
    });
  });
});

describe("a question for a date", () => {
  it("marks only the parts that are wrong and names them in Welsh", () => {
    const wrong: DatePart[] = ["day"];
    const asked = { ...DATE, day: "31", month: "2", year: "2026", wrong, birthday: true };
    const { items } = dateParams(field("born", "Date", asked), asked, "plain", cy.say);

    expect(items).toEqual([
      { name: "day", label: "Diwrnod", value: "31", classes: "govuk-input--width-2 govuk-input--error", autocomplete: "bday-day" },
      { name: "month", label: "Mis", value: "2", classes: "govuk-input--width-2", autocomplete: "bday-month" },
      { name: "year", label: "Blwyddyn", value: "2026", classes: "govuk-input--width-4", autocomplete: "bday-year" },
    ]);
  });

  it("of month and year asks for no day, and an error's link finds the month", () => {
    const wrong: DatePart[] = ["month"];
    const asked = { ...MONTH_YEAR, month: "13", year: "2019", wrong };
    const view = field("Start_Date", "When did it start?", asked);

    const { items } = monthYearParams(view, asked, "plain", en.say);
    expect(items.map(({ label, value, classes }) => [label, value, classes])).toEqual([
      ["Month", "13", "govuk-input--width-2 govuk-input--error"],
      ["Year", "2019", "govuk-input--width-4"],
    ]);
    const markup = control(view, "plain", en).toString();
    expect(markup).toContain('id="Start_Date-month" name="Start_Date-month"');
    expect(markup).toContain('id="Start_Date-year" name="Start_Date-year"');
  });
});

describe("a question with choices", () => {
  it("has none chosen beforehand", () => {
    expect(radiosParams(field("who", "Who?", RADIOS), RADIOS, "plain", en.say).items).toEqual([
      { value: "yes", text: "Yes", checked: false },
      { id: "who.2", value: "no", text: "No", checked: false },
    ]);
  });

  it("is found by an error's link, and its other choices take no other field's id", () => {
    const markup = control(field("nationality", "Nationality?", RADIOS), "plain", en).toString();
    expect(markup).toContain('id="nationality"');
    expect(markup).not.toContain('id="nationality-2"');
  });

  it("that go together but for one shows that one last, after or, in both languages", () => {
    const asked = { ...CHECKBOXES, chosen: ["none"], exclusive: "none" };
    const view = field("fuel", "Fuel?", asked);

    expect(read(control(view, "plain", en))).toBe("Fuel? Gas Oil or None");
    expect(read(control(view, "plain", cy))).toBe("Fuel? Gas Oil neu None");
    const items = checkboxesParams(view, asked, "plain", en.say).items.filter((item) => !!item);
    expect(items.at(-1)).toEqual({ id: "fuel.3", value: "none", text: "None", checked: true, behaviour: "exclusive" });
  });

  it("that all go together shows no or", () => {
    expect(read(control(field("fuel", "Fuel?", CHECKBOXES), "plain", en))).toBe("Fuel? None Gas Oil");
    const only = { ...CHECKBOXES, options: choices("None"), exclusive: "none" };
    expect(read(control(field("fuel", "Fuel?", only), "plain", en))).toBe("Fuel? None");
  });
});

describe("a list to choose from", () => {
  const items = (asked: typeof SELECT, words = en) =>
    selectParams(field("country", "Country", asked), asked, "plain", words.say).items.filter((item) => !!item);

  it("begins with a line that chooses nothing, in both languages", () => {
    expect(items(SELECT)[0]).toEqual({ value: "", text: "Choose one", selected: true });
    expect(items(SELECT, cy)[0]).toEqual({ value: "", text: "Dewiswch un", selected: true });
  });

  it("shows what was chosen", () => {
    const chosen = items({ ...SELECT, chosen: "niger" }).filter(({ selected }) => selected);
    expect(chosen).toEqual([{ value: "niger", text: "Niger", selected: true }]);
  });

  it("keeps what was typed and is not in it, so that it can be put right", () => {
    const typed = { ...SELECT, autocomplete: true, chosen: "Frnace" };
    expect(items(typed).at(-1)).toMatchObject({ value: "Frnace", text: "Frnace", selected: true });
    expect(items({ ...typed, autocomplete: false })).toHaveLength(7);
  });

  it("is searched by typing only where that was asked", () => {
    const searched = field("country", "Country", { ...SELECT, autocomplete: true });
    expect(control(searched, "plain", en).toString()).toContain('data-autocomplete="true"');
    expect(control(field("country", "Country", SELECT), "plain", en).toString()).not.toContain("data-autocomplete");
  });
});

describe("an answer of several parts", () => {
  const wrong = { ...PARTS.parts[0]!, problem: "Enter the first line" };

  it("is one group with a line for each part", () => {
    const view = { ...field("Home_Address", "Your address", PARTS), hint: "Where you live" };
    const markup = control(view, "page-heading", en);
    expect(read(markup)).toBe("Your address Where you live Address line 1 Postcode");
    expect(markup.toString()).toContain('<fieldset class="govuk-fieldset" role="group" aria-describedby="Home_Address-hint">');
    expect(partParams({ ...part("n-first", "First name"), width: 20, value: "Ann" }, en.say)).toMatchObject({
      id: "n-first",
      name: "n-first",
      value: "Ann",
      classes: "govuk-input--width-20",
      attributes: { maxlength: "500" },
      autocomplete: "off",
    });
  });

  it("says at each part what is wrong with it, and once", () => {
    const asked = { ...PARTS, parts: [wrong, PARTS.parts[1]!] };
    const view = { ...field("Home_Address", "Your address", asked), problem: "Enter the first line" };
    const markup = control(view, "plain", cy);
    expect(read(markup)).toBe("Your address Address line 1 Gwall: Enter the first line Postcode");
    expect(markup.toString()).toContain('aria-describedby="Home_Address-line-1-error"');
  });

  it("says what is wrong with the whole where no part is to blame", () => {
    const view = { ...field("Home_Address", "Your address", PARTS), problem: "No such address" };
    const markup = control(view, "plain", en);
    expect(read(markup)).toBe("Your address Error: No such address Address line 1 Postcode");
    expect(markup.toString()).toContain('aria-describedby="Home_Address-error"');
  });
});

describe("a question for a file", () => {
  it("says in both languages that files cannot be added here, and what that means", () => {
    const needed = field("photo", "A photograph", FILE);
    expect(read(control(needed, "plain", en))).toBe(
      "A photograph Files cannot be added on this screen yet. Without one, this form cannot be finished here.",
    );
    expect(read(control({ ...needed, optional: true }, "plain", cy))).toBe(
      "A photograph Ni ellir ychwanegu ffeiliau ar y sgrin hon eto. Gallwch fynd ymlaen heb ychwanegu un.",
    );
  });

  it("names the files that were given, and an error's link finds it", () => {
    const given = { ...field("photo", "A photograph", { ...FILE, names: ["a.jpg", "<b>.jpg"] }), problem: "Too large" };
    const markup = control(given, "page-heading", en);
    expect(read(markup)).toContain("Error: Too large");
    expect(read(markup)).toContain("Files given so far: a.jpg &lt;b&gt;.jpg");
    expect(markup.toString()).toContain('<div id="photo" class="govuk-inset-text" tabindex="-1">');
    expect(markup.toString()).not.toContain("<input");
  });
});
