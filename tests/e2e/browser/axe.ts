// Barriers that axe knows of in what a browser shows.

import type { Page } from "@playwright/test";
import axe from "axe-core";

/** All of WCAG 2.2 AA, and what axe's makers hold to be good practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A rule that is broken, and the elements that break it. */
export interface Barrier {
  id: string;
  at: string[];
}

/** The barriers within the elements that `within` names: the whole document, unless told. */
export async function barriers(page: Page, within: string[] = ["html"]): Promise<Barrier[]> {
  // Put in once for each document: the script is large, and the screens never load another page.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(run, { within, tags: TAGS });
}

interface Asked {
  within: string[];
  tags: string[];
}

async function run({ within, tags }: Asked): Promise<Barrier[]> {
  const { axe } = window as unknown as { axe: typeof import("axe-core") };
  const context = { include: within.map((selector) => [selector]) };
  const { violations } = await axe.run(context, {
    runOnly: tags,
    // GOV.UK puts the back link between the header and `main`, where this rule wants nothing.
    rules: { region: { enabled: false } },
    resultTypes: ["violations"],
    preload: false,
  });
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
}
