// Prepares GOV.UK Frontend for our pages: compiled macros and types for their parameters.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";
import { templatesModule } from "./templates.mjs";
import { typesModule } from "./types.mjs";

const out = join(dirname(fileURLToPath(import.meta.url)), "../src/govuk/generated");

function write(file, text) {
  const path = join(out, file);
  let before = "";
  try {
    before = readFileSync(path, "utf8");
  } catch {
    // The first build has nothing to compare with.
  }
  if (before !== text) writeFileSync(path, text);
}

mkdirSync(out, { recursive: true });
write("templates.js", templatesModule());
write("templates.d.ts", "export declare const templates: Record<string, unknown>;\n");
write("params.ts", typesModule());
