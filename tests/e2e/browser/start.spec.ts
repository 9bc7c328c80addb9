// A terminal that cannot start says so plainly.

import { expect, test } from "@playwright/test";
import { join } from "node:path";
import { Counter, watch } from "./desk.ts";
import { freshDirectory, removeDirectory, startDesk } from "./program.ts";

test("a terminal that was never set up says so, in both languages", async ({ page }) => {
  const directory = await freshDirectory();
  const desk = await startDesk(join(directory, "data"), { demo: false });
  const faults = watch(page, desk.url);
  const counter = new Counter(page, "start-not-set-up");

  await page.goto(desk.url);
  await expect(counter.heading()).toHaveText("This terminal has not been set up yet");
  await counter.inspect("en");
  await counter.switchLanguage();
  await expect(counter.heading()).toHaveText("Nid yw'r derfynell hon wedi'i pharatoi eto");
  await counter.inspect("cy");

  await desk.stop();
  await removeDirectory(directory);
  expect(faults).toEqual([]);
});

test("a second program on the same terminal is refused until the first is closed", async ({ page }) => {
  const directory = await freshDirectory();
  const first = await startDesk(join(directory, "data"));
  const second = await startDesk(join(directory, "data"));
  const counter = new Counter(page, "start-in-use");

  await page.goto(second.url);
  await expect(counter.heading()).toHaveText("Counterfoil is already open on this terminal");
  await counter.inspect("en");

  await second.stop();
  await first.stop();
  await removeDirectory(directory);
});
