// What a PDF says, read by Debian's poppler-utils.

import { execFileSync } from "node:child_process";

/** The text of a PDF, as it stands on the page. */
export function textOf(pdf) {
  return execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });
}
