// At 320 px, which is what 400 % zoom leaves of a 1280 px window, nothing needs sideways scrolling
// (WCAG 1.4.10); only a table may scroll within itself.

import { expect } from "@playwright/test";
import { DECLARATION, PRIVATE, SERVICE } from "./answers.ts";
import { test, type Counter } from "./desk.ts";

test.use({ viewport: { width: 320, height: 640 } });

async function fits(counter: Counter, name: string): Promise<void> {
  const width = await counter.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${name} is as wide as the screen`).toBeLessThanOrEqual(320);
  await counter.picture(name);
}

test("every page fits a small screen in Welsh", async ({ counter }) => {
  await counter.switchLanguage();
  await fits(counter, "sign-in");
  await counter.signIn();
  await fits(counter, "home");
  await counter.follow(SERVICE);
  for (const page of PRIVATE) {
    if (page.required) await counter.press();
    await fits(counter, page.name);
    await counter.fill(page.values);
    await counter.press();
  }
  await fits(counter, "check-answers");
  await counter.press();
  await fits(counter, "declaration");
  await counter.fill(DECLARATION.values);
  await counter.press();
  await fits(counter, "recorded");
  await counter.page.locator(".govuk-js-service-navigation-toggle").click();
  await counter.follow("#/records");
  await fits(counter, "records");
  await counter.page.locator("main table a").click();
  await expect(counter.page.locator(".govuk-summary-list")).toBeVisible();
  await fits(counter, "record");
});
