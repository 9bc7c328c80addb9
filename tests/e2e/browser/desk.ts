// What every browser test starts with: a terminal of its own in a browser of its own.

import { expect, test as base, type Page } from "@playwright/test";
import { join } from "node:path";
import { barriers } from "./axe.ts";
import { Place } from "./program.ts";

/** Where pictures are kept. */
export const SCREENS = join(import.meta.dirname, "../../../target/screens");

/** The sign-in of the demonstration, read from the screen as a person would. */
export interface Staff {
  number: string;
  pin: string;
}

/** A terminal open in a browser. */
export class Counter {
  readonly page: Page;
  #shots = 0;
  readonly #album: string;

  constructor(page: Page, album: string) {
    this.page = page;
    this.#album = album;
  }

  /** The page's heading. */
  heading() {
    return this.page.locator("main h1");
  }

  /** Types, chooses and ticks by field id. A date is `[day, month, year]`. */
  async fill(values: Record<string, string | string[]>): Promise<void> {
    for (const [id, value] of Object.entries(values)) await this.#fillOne(id, value);
  }

  async #fillOne(id: string, value: string | string[]): Promise<void> {
    if (Array.isArray(value)) {
      const [day, month, year] = value;
      await this.page.locator(`#${id}-day`).fill(day ?? "");
      await this.page.locator(`#${id}-month`).fill(month ?? "");
      await this.page.locator(`#${id}-year`).fill(year ?? "");
      return;
    }
    const choice = this.page.locator(`main input[name="${id}"][value="${value}"]`);
    if ((await choice.count()) > 0) await choice.check();
    else await this.page.locator(`main [name="${id}"]`).fill(value);
  }

  /** Presses the page's button and waits for the page to change. */
  async press(): Promise<void> {
    await this.#turned(() => this.page.locator("main form button[type=submit]").first().click());
  }

  /** Follows a link by its address. */
  async follow(address: string): Promise<void> {
    await this.#turned(() => this.page.locator(`a[href="${address}"]`).first().click());
  }

  // A page always takes the focus when it is shown, and the one before is gone from `main`.
  async #turned(act: () => Promise<void>): Promise<void> {
    const before = await this.page.locator("main > *").first().elementHandle();
    await act();
    await this.page.waitForFunction((old) => !old?.isConnected, before);
  }

  /** No barrier that axe knows of, and a picture to look at. */
  async inspect(name: string): Promise<void> {
    expect(await barriers(this.page), `axe on ${name}`).toEqual([]);
    await this.picture(name);
  }

  /** A picture to look at. */
  async picture(name: string): Promise<void> {
    this.#shots += 1;
    const number = String(this.#shots).padStart(2, "0");
    const path = join(SCREENS, this.#album, `${number}-${name}.png`);
    await this.page.screenshot({ path, fullPage: true });
  }

  /** Whom the demonstration says to sign in as. */
  async demonstrationStaff(): Promise<Staff> {
    const told = this.page.locator(".cf-demonstration dd");
    return { number: await told.nth(0).innerText(), pin: await told.nth(1).innerText() };
  }

  /** Changes to the other language. */
  switchLanguage(): Promise<void> {
    return this.follow("#/language");
  }

  async signIn(): Promise<void> {
    const staff = await this.demonstrationStaff();
    await this.fill({ staff_number: staff.number, pin: staff.pin });
    await this.press();
    await expect(this.page.locator("main .cf-services")).toBeVisible();
  }
}

/** A test with a fresh demonstration terminal. Any fault in the browser fails it. */
export const test = base.extend<{ place: Place; counter: Counter }>({
  // Playwright wants a pattern here, even an empty one.
  place: async ({}, use) => {
    const place = await Place.make();
    await use(place);
    await place.clear();
  },
  counter: async ({ page, place }, use, info) => {
    const desk = await place.desk({ receiptsDir: join(place.directory, "receipts") });
    const faults = watch(page, desk.url);
    await page.goto(desk.url);
    await expect(page.locator("#staff_number")).toBeVisible();
    await use(new Counter(page, info.title.replace(/[^a-z0-9]+/gi, "-").toLowerCase()));
    expect(faults, "faults in the browser").toEqual([]);
  },
});

/** Whatever goes wrong in the page, a breach of the security policy and a call elsewhere included. */
export function watch(page: Page, url: string): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    // A refused command answers 422, and Chromium reports that as an error of its own.
    const refused = message.text().includes("422");
    if (message.type() === "error" && !refused) faults.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith("data:")) {
      faults.push(`a request to ${request.url()}`);
    }
  });
  return faults;
}
