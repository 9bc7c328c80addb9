// The program's own document, empty, in jsdom.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, vi } from "vitest";

const BODY = /<body[^>]*>([\s\S]*)<\/body>/.exec(
  readFileSync(join(import.meta.dirname, "../../index.html"), "utf8"),
)?.[1];

/** A new body, so that no listener of an earlier test hears this one. */
export function emptyWindow(): void {
  document.body = document.createElement("body");
  document.body.innerHTML = BODY ?? "";
  standIns();
}

/** What GOV.UK's scripts need of a browser and jsdom does not have. */
function standIns(): void {
  document.documentElement.style.setProperty("--govuk-breakpoint-tablet", "40em");
  vi.stubGlobal("matchMedia", () => ({ matches: true, addEventListener: () => undefined }));
  vi.stubGlobal("scrollTo", () => undefined);
  Element.prototype.scrollIntoView = () => undefined;
  // GOV.UK's scripts report their faults here.
  vi.spyOn(console, "log").mockImplementation((fault) => expect.unreachable(String(fault)));
}
