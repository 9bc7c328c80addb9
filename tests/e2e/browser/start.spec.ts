// A terminal that cannot start says so plainly.

import { expect } from "@playwright/test";
import { Counter, test, watch } from "./desk.ts";

test("a terminal that was never set up says so, in both languages", async ({ page, place }) => {
  const desk = await place.desk({ demo: false });
  const faults = watch(page, desk.url);
  const counter = new Counter(page, "start-not-set-up");

  await page.goto(desk.url);
  await expect(counter.heading()).toHaveText("This terminal has not been set up yet");
  await counter.inspect("en");
  await counter.switchLanguage();
  await expect(counter.heading()).toHaveText("Nid yw'r derfynell hon wedi'i pharatoi eto");
  await counter.inspect("cy");

  expect(faults).toEqual([]);
});

test("a second program on the same terminal is refused until the first is closed", async ({ page, place }) => {
  const first = await place.desk();
  const second = await place.desk();
  const counter = new Counter(page, "start-in-use");

  await page.goto(second.url);
  await expect(counter.heading()).toHaveText("Counterfoil is already open on this terminal");
  await counter.inspect("en");

  // Closing the first frees the terminal for a program that starts after it.
  await first.stop();
  const third = await place.desk();
  await page.goto(third.url);
  await expect(counter.heading()).toHaveText("Sign in");
});
