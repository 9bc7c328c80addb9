import { describe, expect, it } from "vitest";
import { matching } from "../src/screens/matching";

const COUNTRIES = ["Algeria", "Côte d’Ivoire", "Germany", "Isle of Man", "Niger", "Ynys Môn"];

describe("what is typed finds", () => {
  it.each([
    ["ger", ["Germany", "Algeria", "Niger"], "what begins with it first"],
    ["man", ["Isle of Man", "Germany"], "whole words before the middle of one"],
    ["cote d'i", ["Côte d’Ivoire"], "letters without their accents"],
    [" MÔN ", ["Ynys Môn"], "capitals and spaces aside"],
    ["", COUNTRIES, "everything while nothing is typed"],
    ["xyz", [], "nothing where nothing fits"],
  ])("%o: %o, %s", (query, found) => {
    expect(matching(query, COUNTRIES)).toEqual(found);
  });
});
