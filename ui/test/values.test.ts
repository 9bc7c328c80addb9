// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";
import { actOf } from "../src/screens/act";
import { valuesIn, valuesOf, withTyped } from "../src/screens/values";
import { questionPage } from "../src/pages/question";
import { wordsIn } from "../src/words/words";
import { host as http } from "../src/host/http";
import {
  CHECKBOXES,
  DATE,
  field,
  FILE,
  INPUT,
  MONTH_YEAR,
  page,
  PARTS,
  RADIOS,
  SELECT,
  TEXT_AREA,
} from "./fake/views";

const ASKED = page("p", "Title", [
  field("line", "Line", INPUT),
  field("lines", "Lines", TEXT_AREA),
  field("on", "On", DATE),
  field("since", "Since", MONTH_YEAR),
  field("one", "One", { ...RADIOS, inline: true }),
  field("many", "Many", { ...CHECKBOXES, exclusive: "none" }),
  field("short_list", "Short", SELECT),
  field("long_list", "Long", { ...SELECT, autocomplete: true }),
  field("Home_Address", "Address", PARTS),
  field("photo", "Photo", FILE),
]);

const TYPED = {
  line: ["x <y>"],
  lines: ["1\n2"],
  "on-day": ["31"],
  "on-month": ["2"],
  "on-year": ["2026"],
  "since-month": ["5"],
  "since-year": ["2019"],
  one: ["no"],
  many: ["gas", "oil"],
  short_list: ["france"],
  long_list: ["not in the list"],
  "Home_Address-line-1": ["1 High Street"],
  "Home_Address-postcode": [""],
};

describe("what is typed", () => {
  it("survives from a page to the form and back, for every kind of question", () => {
    const typed = withTyped(ASKED, TYPED);
    expect(valuesIn(typed)).toEqual(TYPED);

    document.body.innerHTML = questionPage(typed, null, wordsIn("en")).body.toString();
    expect(valuesOf(document.querySelector("form"))).toEqual(TYPED);
  });

  it("is nothing where nothing is chosen", () => {
    expect(valuesIn(ASKED)).not.toHaveProperty("one");
    expect(valuesIn(ASKED)).not.toHaveProperty("many");
    expect(withTyped(ASKED, valuesIn(ASKED))).toEqual(ASKED);
    expect(valuesOf(null)).toEqual({});
  });
});

describe("a link", () => {
  it.each([
    ["#/home", { act: "home" }],
    ["#/start/dvla%2Fvehicle-keeper-change", { act: "start", service: "dvla/vehicle-keeper-change" }],
    ["#/page/keeper%20name", { act: "page", path: "keeper name", changing: false }],
    ["#/page/children%2F2%2Fname", { act: "page", path: "children/2/name", changing: false }],
    ["#/change/vehicle", { act: "page", path: "vehicle", changing: true }],
    ["#/record/1", { act: "record", id: "1" }],
    ["#main-content", null],
    ["#registration", null],
    ["https://example.org/#/home", null],
    ["#/unknown", null],
  ])("%s asks for %o", (address, act) => {
    expect(actOf(address)).toEqual(act);
  });
});

describe("the host over HTTP", () => {
  const answers = (status: number, body: unknown) =>
    vi.stubGlobal("fetch", vi.fn(async () => new Response(JSON.stringify(body), { status })));

  it("posts the request and gives the view", async () => {
    answers(200, { state: "online", checked_ms: 1 });
    expect(await http.connectionShow()).toEqual({ state: "online", checked_ms: 1 });
    expect(fetch).toHaveBeenCalledWith("/command/connection_show", expect.objectContaining({ method: "POST", body: "null" }));
  });

  it.each([
    [422, { problem: "sign_in_locked" }, "sign_in_locked"],
    [422, { problem: "never heard of" }, "call_support"],
    [500, "oops", "call_support"],
  ])("refuses with a code for %i %o", async (status, body, problem) => {
    answers(status, body);
    await expect(http.sessionSignIn({ staff_number: "1", pin: "2" })).rejects.toMatchObject({ problem });
  });
});
