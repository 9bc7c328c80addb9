// Filling in a page as a person does: typing, choosing, ticking and searching.

import type { Page } from "@playwright/test";
import type { Values } from "./tours.ts";

/** Fills in the page that is shown, by the names of its inputs. */
export async function fill(page: Page, values: Values): Promise<void> {
  const kinds = await page.evaluate(kindsOf, Object.keys(values));
  for (const [name, list] of Object.entries(values)) {
    const kind = kinds[name];
    if (kind === undefined) throw new Error(`nothing on the page takes ${name}`);
    await put(page, name, list, kind);
  }
}

async function put(page: Page, name: string, list: string[], kind: string): Promise<void> {
  const named = `main [name=${JSON.stringify(name)}]`;
  const [only = ""] = list;
  switch (kind) {
    case "radio":
    case "checkbox":
      for (const value of list) await page.locator(`${named}[value=${JSON.stringify(value)}]`).check();
      return;
    case "select":
      await page.locator(named).selectOption(only);
      return;
    case "search":
      return search(page, name, only);
    default:
      await page.locator(named).fill(only);
  }
}

/** Types the words of the choice and takes it from the suggestions. */
async function search(page: Page, name: string, value: string): Promise<void> {
  const choice = page.locator(`main select[name="${name}"] option[value=${JSON.stringify(value)}]`);
  const words = (await choice.textContent()) ?? "";
  await page.locator(`main [id="${name}"]`).fill(words);
  await page.getByRole("option", { name: words, exact: true }).click();
}

/** Runs in the browser: what each input is. */
function kindsOf(names: string[]): Record<string, string> {
  const inputs = names.flatMap((name) => {
    const input = document.querySelector<HTMLInputElement>(`main [name="${name}"]`);
    return input ? [[name, input] as const] : [];
  });
  const kindOf = (input: HTMLInputElement) => {
    if (input.dataset["autocomplete"]) return "search";
    return input.tagName === "SELECT" ? "select" : input.type;
  };
  return Object.fromEntries(inputs.map(([name, input]) => [name, kindOf(input)]));
}

/** What the form would give now, as `name=value`; what is empty is left out. */
export function given(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>("main form");
    if (!form) return [];
    const all = [...new FormData(form)].filter(([, value]) => value !== "");
    return all.map(([name, value]) => `${name}=${String(value)}`).sort();
  });
}

/** The same of values that are to be filled in. */
export function pairs(values: Values): string[] {
  const all = Object.entries(values).flatMap(([name, list]) => list.map((value) => [name, value]));
  return all.filter(([, value]) => value !== "").map(([name, value]) => `${name}=${value}`).sort();
}
