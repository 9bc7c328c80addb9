// Looking at a page as it is shown: barriers, words, title, width, and a picture to keep.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CDPSession, Page } from "@playwright/test";
import { barriers } from "../axe.ts";
import { faultsIn, shown, type Shown } from "./words.ts";

/** What 400 % zoom leaves of a window of 1280 px (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 };

export type Language = "en" | "cy";

/** What a page must be called. */
export interface Expected {
  language: Language;
  /** The name of the picture. */
  picture: string;
  /** What the window's title must hold: the service's name, and what the page is about. */
  title: string;
}

/** Looks at the pages of one service, one after another. */
export class Look {
  /** Everything that was not as it should be. */
  readonly faults: string[] = [];
  readonly #page: Page;
  readonly #directory: string;
  readonly #framesSeen = new Set<Language>();
  #camera: CDPSession | null = null;

  /** Pictures go into `directory`, which is emptied first. */
  constructor(page: Page, directory: string) {
    this.#page = page;
    this.#directory = directory;
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
  }

  /** Looks at what is shown now. */
  async at({ language, picture, title }: Expected): Promise<Shown> {
    const now = await shown(this.#page);
    const found = faultsIn(now);
    if (now.lang !== language) found.push(`the document says that it is in ${now.lang}`);
    if (!now.title.includes(title)) found.push(`the title does not name ${title}: ${now.title}`);
    found.push(...(await this.#barriers(language)));
    await this.#take(picture);
    // Welsh words are the longer ones.
    if (language === "cy") found.push(...(await this.#tooWide()));
    this.note(picture, found);
    return now;
  }

  /** Notes faults of a page. */
  note(picture: string, faults: string[]): void {
    this.faults.push(...faults.map((fault) => `${picture}: ${fault}`));
  }

  // What stands around the pages is the same on all of them.
  async #barriers(language: Language): Promise<string[]> {
    const frameSeen = this.#framesSeen.has(language);
    this.#framesSeen.add(language);
    const within = frameSeen ? ["#before-main", "#main-content"] : ["html"];
    const found = await barriers(this.#page, within);
    return found.map(({ id, at }) => `axe ${id}: ${at.join(" ")}`);
  }

  /** Nothing needs sideways scrolling on a small screen. */
  async #tooWide(): Promise<string[]> {
    const camera = await this.#open();
    const size = { deviceScaleFactor: 1, mobile: false };
    await camera.send("Emulation.setDeviceMetricsOverride", { ...NARROW, ...size });
    const width = await this.#page.evaluate(() => document.documentElement.scrollWidth);
    await camera.send("Emulation.setDeviceMetricsOverride", { ...(this.#page.viewportSize() ?? NARROW), ...size });
    return width > NARROW.width ? [`${width} px wide on a screen of ${NARROW.width} px`] : [];
  }

  async #open(): Promise<CDPSession> {
    this.#camera ??= await this.#page.context().newCDPSession(this.#page);
    return this.#camera;
  }

  // Playwright's own picture takes twice as long: it sizes the window to the page and back.
  async #take(picture: string): Promise<void> {
    const camera = await this.#open();
    const { data } = await camera.send("Page.captureScreenshot", {
      captureBeyondViewport: true,
      optimizeForSpeed: true,
    });
    writeFileSync(join(this.#directory, `${picture}.png`), Buffer.from(data, "base64"));
  }
}
