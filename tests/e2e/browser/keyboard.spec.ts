// The whole job without a pointer: Tab, arrows, space, Enter and typing.

import { expect, type Page } from "@playwright/test";
import { DECLARATION, PRIVATE, SERVICE } from "./answers.ts";
import { test } from "./desk.ts";

/** More steps than any page has stops: then the focus is going round without finding its goal. */
const STOPS_MAX = 60;

/** Presses Tab until the focus is on what `selector` names, and checks that it can be seen there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate((goal) => document.activeElement?.matches(goal), selector);
    if (there) return expectSeen(page);
  }
  throw new Error(`Tab does not reach ${selector}`);
}

/** GOV.UK shows the focus by outline, shadow or background. */
async function expectSeen(page: Page): Promise<void> {
  const shown = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement as Element);
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    return outline || style.boxShadow !== "none";
  });
  expect(shown, "the focus can be seen").toBe(true);
}

async function type(page: Page, id: string, text: string): Promise<void> {
  await tabTo(page, `[id="${id}"]`);
  await page.keyboard.type(text);
}

/** Enter goes on, from wherever the focus is in the form. */
async function goOn(page: Page): Promise<void> {
  const before = await page.locator("main > *").first().elementHandle();
  await page.keyboard.press("Enter");
  await page.waitForFunction((old) => !old?.isConnected, before);
}

async function put(page: Page, id: string, value: string | string[]): Promise<void> {
  if (Array.isArray(value)) {
    for (const [index, part] of ["day", "month", "year"].entries()) {
      await type(page, `${id}-${part}`, value[index] ?? "");
    }
    return;
  }
  const input = page.locator(`main [name="${id}"]`).first();
  const kind = await input.getAttribute("type");
  if (kind === "radio") return choose(page, id, value);
  if (kind !== "checkbox") return type(page, id, value);
  await tabTo(page, `[name="${id}"]`);
  await page.keyboard.press("Space");
}

/** Space takes the first choice, arrows go from there. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `[name="${name}"]`);
  await page.keyboard.press("Space");
  const values = await page
    .locator(`main [name="${name}"]`)
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  for (let step = 0; step < values.indexOf(value); step += 1) await page.keyboard.press("ArrowDown");
  await expect(page.locator(`main [name="${name}"][value="${value}"]`)).toBeChecked();
}

test("the whole job by keyboard alone", async ({ counter }) => {
  const { page } = counter;
  const staff = await counter.demonstrationStaff();
  await type(page, "staff_number", staff.number);
  await type(page, "pin", staff.pin);
  await goOn(page);
  await tabTo(page, `a[href="${SERVICE}"]`);
  await goOn(page);

  for (const { values } of [...PRIVATE]) {
    for (const [id, value] of Object.entries(values)) await put(page, id, value);
    if (Object.keys(values).length === 0) await tabTo(page, "main form button");
    await goOn(page);
    await expect(page.locator(".govuk-error-summary")).toHaveCount(0);
  }

  // One answer is changed by its Change link and the person is back at the check.
  await tabTo(page, 'a[href="#/change/mileage"]');
  await goOn(page);
  await tabTo(page, "#mileage");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("48211");
  await goOn(page);
  await expect(page.locator(".govuk-summary-list").first()).toBeVisible();
  await expect(page.locator("main")).toContainText("48,211");

  await tabTo(page, "main form button");
  await goOn(page);
  for (const [id, value] of Object.entries(DECLARATION.values)) await put(page, id, value);
  await goOn(page);
  await expect(counter.heading()).toHaveText("Recorded on this terminal");

  await tabTo(page, 'form[data-act="print"] button');
  await goOn(page);
  await tabTo(page, 'a[href="#/records"]');
  await goOn(page);
  await tabTo(page, "main table a");
  await goOn(page);
  await expect(page.locator("main")).toContainText("What has happened to it");
});

test("the skip link leads past the header, and an error's link to its field", async ({ counter }) => {
  const { page } = counter;
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await tabTo(page, ".govuk-skip-link");
  await page.keyboard.press("Enter");
  await expect(page.locator("#main-content")).toBeFocused();

  await tabTo(page, "#pin");
  await goOn(page);
  await expect(page.locator(".govuk-error-summary")).toBeFocused();
  await tabTo(page, ".govuk-error-summary a");
  await page.keyboard.press("Enter");
  await expect(page.locator("#staff_number")).toBeFocused();
});
