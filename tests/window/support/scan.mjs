// Looks for words on disk in the clear.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Where any of `markers` stands in a file under `folders`: in UTF-8 or UTF-16, as typed, without
 * spaces, in capitals or in small letters. Follows no links.
 *
 * @param {string[]} folders
 * @param {string[]} markers
 * @param {string[]} except folders that are left out
 * @returns {{ files: number, found: { file: string, marker: string }[] }}
 */
export function scan(folders, markers, except = []) {
  const needles = markers.flatMap((marker) => formsOf(marker).map((bytes) => ({ marker, bytes })));
  const files = folders.flatMap((folder) => filesUnder(folder, except));
  const found = files.flatMap((file) => {
    const text = contentOf(file);
    const hit = needles.filter(({ bytes }) => text.includes(bytes));
    return [...new Set(hit.map(({ marker }) => marker))].map((marker) => ({ file, marker }));
  });
  return { files: files.length, found };
}

function formsOf(marker) {
  const written = [marker, marker.replaceAll(" ", "")];
  const cased = written.flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]);
  return [...new Set(cased)].flatMap((text) => {
    const little = Buffer.from(text, "utf16le");
    return [Buffer.from(text, "utf8"), little, Buffer.from(little).swap16()];
  });
}

function filesUnder(folder, except) {
  if (except.includes(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path, except);
    return entry.isFile() ? [path] : [];
  });
}

// A file may go while the program lives; what is gone holds nothing.
function contentOf(file) {
  try {
    return statSync(file).size === 0 ? Buffer.alloc(0) : readFileSync(file);
  } catch (thrown) {
    if (thrown.code === "ENOENT") return Buffer.alloc(0);
    throw thrown;
  }
}
