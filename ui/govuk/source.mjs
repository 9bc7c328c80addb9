// Where GOV.UK Frontend lies and which components it has.

import { readFileSync, readdirSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** The folder `dist/govuk` of the installed package. */
export const GOVUK = join(dirname(require.resolve("govuk-frontend/package.json")), "dist/govuk");

/** The folders of the components, sorted. */
export function componentNames() {
  return readdirSync(join(GOVUK, "components"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => existsSync(join(GOVUK, "components", name, "macro.njk")))
    .sort();
}

/** A JSON file of one component. */
export function componentJson(component, file) {
  return JSON.parse(readFileSync(join(GOVUK, "components", component, file), "utf8"));
}

/** `date-input` -> `DateInput`. */
export function pascal(name) {
  return name.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase());
}
