// Looks for words on disk in the clear.

import { closeSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";

const PIECE_BYTES = 4 * 1024 * 1024;
/** Longer than any marker in any form. */
const OVERLAP_BYTES = 1024;
/** Nothing of ours is this large; a core file is, and counts as holding everything. */
const LARGEST_BYTES = 512 * 1024 * 1024;

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
  const found = files.flatMap((file) => [...markersIn(file, needles)].map((marker) => ({ file, marker })));
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
  const entries = unlessGone(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path, except);
    return entry.isFile() ? [path] : [];
  });
}

// In pieces that overlap, so that no marker is cut in two.
function markersIn(file, needles) {
  const found = new Set();
  const piece = Buffer.alloc(PIECE_BYTES);
  const handle = unlessGone(() => openSync(file, "r"));
  if (handle === null) return found;
  if (LARGEST_BYTES < fstatSync(handle).size) found.add("too large to look through");
  for (let at = 0, read = PIECE_BYTES; read === PIECE_BYTES && at < LARGEST_BYTES; at += PIECE_BYTES - OVERLAP_BYTES) {
    read = readSync(handle, piece, 0, PIECE_BYTES, at);
    const text = piece.subarray(0, read);
    for (const { marker, bytes } of needles) if (text.includes(bytes)) found.add(marker);
  }
  closeSync(handle);
  return found;
}

// Files come and go while the program lives; what is gone holds nothing.
function unlessGone(read) {
  try {
    return read();
  } catch (thrown) {
    if (thrown.code === "ENOENT") return null;
    throw thrown;
  }
}
