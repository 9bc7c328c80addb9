// The main job from sign-in to the record's own page, in both languages and on both ways.

import { expect } from "@playwright/test";
import { BUSINESS, DECLARATION, PRIVATE, SERVICE, type Answered } from "./answers.ts";
import { test, type Counter } from "./desk.ts";

const LANGUAGES = {
  en: { recorded: "Recorded on this terminal", error: "Error: ", home: "Choose a service" },
  cy: {
    recorded: "Wedi'i gofnodi ar y derfynell hon",
    error: "Gwall: ",
    home: "Dewiswch wasanaeth",
  },
} as const;

type Code = keyof typeof LANGUAGES;

/** The page left empty is refused with a summary; then it is answered. */
async function answer(counter: Counter, page: Answered, language: Code): Promise<void> {
  await counter.inspect(page.name);
  if (page.required) {
    await counter.press();
    await expect(counter.page.locator(".govuk-error-summary")).toBeFocused();
    await expect(counter.page).toHaveTitle(new RegExp(`^${LANGUAGES[language].error}`));
    await counter.inspect(`${page.name}-wrong`);
  }
  await counter.fill(page.values);
  await counter.press();
  await expect(counter.page.locator(".govuk-error-summary")).toHaveCount(0);
}

/** The way to a business has pages of its own; the others are looked at on the way to a person. */
const OWN_TO_BUSINESS = BUSINESS.filter(({ name }) => PRIVATE.every((page) => page.name !== name));

async function wrongSignIn(counter: Counter): Promise<void> {
  await counter.inspect("sign-in");
  await counter.press();
  await counter.inspect("sign-in-empty");
  await counter.fill({ staff_number: "999999", pin: "13572468" });
  await counter.press();
  await expect(counter.page.locator(".govuk-error-summary")).toBeFocused();
  await expect(counter.page.locator("#pin")).toHaveValue("");
  await counter.inspect("sign-in-wrong");
}

async function record(counter: Counter, pages: Answered[], language: Code): Promise<void> {
  await counter.follow(SERVICE);
  for (const page of pages) await answer(counter, page, language);
  await expect(counter.page.locator(".govuk-summary-list").first()).toBeVisible();
  await counter.inspect("check-answers");
  await counter.press();
  await answer(counter, DECLARATION, language);
  await expect(counter.heading()).toHaveText(LANGUAGES[language].recorded);
  await expect(counter.heading()).toBeFocused();
  await counter.inspect("recorded");
}

for (const language of ["en", "cy"] as const) {
  test(`the whole job, private keeper, ${language}`, async ({ counter }) => {
    if (language === "cy") await counter.switchLanguage();
    await wrongSignIn(counter);
    await counter.signIn();
    await expect(counter.heading()).toHaveText(LANGUAGES[language].home);
    await counter.inspect("home");

    await record(counter, PRIVATE, language);
    const reference = await counter.page.locator(".cf-reference").innerText();

    await counter.press();
    await expect(counter.page.locator(".govuk-notification-banner")).toBeFocused();
    await counter.inspect("no-printer");
    await counter.press();
    await expect(counter.page.locator(".cf-path")).toContainText(".pdf");
    await counter.inspect("receipt-kept");

    await counter.follow("#/records");
    await expect(counter.page.locator("table")).toContainText(reference);
    await expect(counter.page.locator("table")).toContainText(LANGUAGES[language].recorded);
    await counter.inspect("records");

    await counter.page.locator("main table a").first().click();
    await expect(counter.heading()).toContainText(reference);
    await counter.inspect("record");

    await counter.follow("#/sign-out");
    await expect(counter.page.locator("#staff_number")).toBeVisible();
  });

  test(`the whole job, business keeper, ${language}`, async ({ counter }) => {
    if (language === "cy") await counter.switchLanguage();
    await counter.signIn();
    await counter.follow(SERVICE);
    for (const page of BUSINESS) {
      if (OWN_TO_BUSINESS.includes(page)) {
        await answer(counter, page, language);
      } else {
        await counter.fill(page.values);
        await counter.press();
      }
    }
    await expect(counter.page.locator("main")).toContainText("Invented Vans Ltd");
    await counter.inspect("check-answers");
    await counter.press();
    await counter.fill(DECLARATION.values);
    await counter.press();
    await expect(counter.heading()).toHaveText(LANGUAGES[language].recorded);
  });
}
