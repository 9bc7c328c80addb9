// Ways beside the straight one: change, back, early ends, leaving, and the other language.

import { expect } from "@playwright/test";
import { daysAgo, DECLARATION, PRIVATE, SERVICE } from "./answers.ts";
import { test, type Counter } from "./desk.ts";

async function toCheckAnswers(counter: Counter): Promise<void> {
  await counter.signIn();
  await counter.follow(SERVICE);
  for (const { values } of PRIVATE) {
    await counter.fill(values);
    await counter.press();
  }
  await expect(counter.page.locator(".govuk-summary-list").first()).toBeVisible();
}

async function toSoldTo(counter: Counter): Promise<void> {
  await counter.signIn();
  await counter.follow(SERVICE);
  for (const { values } of PRIVATE.slice(0, 2)) {
    await counter.fill(values);
    await counter.press();
  }
}

test("a change goes back to the answers, and a new way asks what it needs", async ({ counter }) => {
  const { page } = counter;
  await toCheckAnswers(counter);
  await counter.follow("#/change/keeper-name");
  await expect(page.locator("#keeper-last-name")).toHaveValue("Imaginary");
  await counter.fill({ "keeper-last-name": "Fictional" });
  await counter.press();
  await expect(page.locator("main")).toContainText("Fictional");

  await counter.follow("#/change/sold-to");
  await counter.fill({ "sold-to": "business" });
  await counter.press();
  await expect(page.locator("#business-name")).toBeVisible();
});

test("the way back finds every answer as it was given", async ({ counter }) => {
  const { page } = counter;
  await toSoldTo(counter);
  await page.locator(".govuk-back-link").click();
  await expect(page.locator("#sale-date-day")).toHaveValue(daysAgo(3)[0] ?? "");
  await page.locator(".govuk-back-link").click();
  await expect(page.locator("#vehicle-registration")).toHaveValue("ab12cde");
});

test("a case that this service is not for ends early and leads home", async ({ counter }) => {
  await toSoldTo(counter);
  await counter.fill({ "sold-to": "trader" });
  await counter.press();
  await counter.inspect("exit");
  await counter.switchLanguage();
  await counter.inspect("exit-cy");
  await counter.press();
  await expect(counter.heading()).toHaveText("Dewiswch wasanaeth");
});

test("a form is left only when asked twice", async ({ counter }) => {
  const { page } = counter;
  await toSoldTo(counter);
  await counter.fill({ "sold-to": "private" });
  await counter.follow("#/home");
  await counter.inspect("leave");
  await counter.switchLanguage();
  await counter.inspect("leave-cy");
  await counter.follow("#/stay");
  await expect(page.locator('[name="sold-to"][value="private"]')).toBeChecked();

  await counter.follow("#/leave");
  await counter.press();
  await expect(page.locator(".cf-services")).toBeVisible();
  await counter.follow("#/records");
  await expect(page.locator("main table")).toHaveCount(0);
  await counter.inspect("records-empty-cy");
});

test("the language changes on every page and what was typed stays", async ({ counter }) => {
  const { page } = counter;
  await counter.fill({ staff_number: "12" });
  await counter.switchLanguage();
  await expect(page.locator("#staff_number")).toHaveValue("12");
  await counter.switchLanguage();
  await counter.signIn();
  await counter.follow(SERVICE);

  for (const { values, required } of PRIVATE) {
    if (required) await counter.press();
    await counter.fill(values);
    const english = await counter.heading().innerText();
    const typed = await typedIn(counter);
    await counter.switchLanguage();
    await expect(page.locator("html")).toHaveAttribute("lang", "cy");
    await expect(counter.heading()).not.toHaveText(english);
    expect(await typedIn(counter)).toEqual(typed);
    await expect(page.locator(".govuk-error-summary")).toHaveCount(required ? 1 : 0);
    await counter.switchLanguage();
    expect(await typedIn(counter)).toEqual(typed);
    await counter.press();
  }

  await counter.switchLanguage();
  await expect(counter.heading()).toHaveText("Gwiriwch eich atebion");
  await counter.press();
  await counter.press();
  await expect(page.locator(".govuk-error-summary")).toContainText("Mae problem wedi codi");
  await counter.fill(DECLARATION.values);
  await counter.switchLanguage();
  await expect(page.locator(".govuk-error-summary")).toContainText("There is a problem");
  await expect(page.locator('[name="declared"]')).toBeChecked();
  await counter.press();
  await expect(counter.heading()).toHaveText("Recorded on this terminal");
});

/** What a form would give now. */
function typedIn(counter: Counter): Promise<[string, string][]> {
  return counter.page
    .locator("main form")
    .evaluate((form) => [...new FormData(form as HTMLFormElement)].map(([name, value]) => [name, String(value)]));
}
