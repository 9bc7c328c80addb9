// Where things are in the work tree.

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { homedir } from "node:os";

/** The work tree. */
export const ROOT = resolve(import.meta.dirname, "../../..");
/** Where Cargo puts what it builds. */
export const TARGET = process.env.CARGO_TARGET_DIR
  ? resolve(ROOT, process.env.CARGO_TARGET_DIR)
  : join(ROOT, "target");

/** Which build is driven: `debug`, or `release` to measure it. */
const PROFILE = process.env.COUNTERFOIL_PROFILE ?? "debug";

/** A program of this workspace, as `cargo build` leaves it. */
export function built(name) {
  const path = join(TARGET, PROFILE, name);
  if (!existsSync(path)) throw new Error(`${path} is not built: run cargo build --workspace --bins`);
  return path;
}

/** `PATH` with Cargo's tools in front and the system's daemons at the end. */
export function searchPath() {
  const cargo = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  return [join(TARGET, "tools/bin"), join(cargo, "bin"), process.env.PATH, "/usr/sbin", "/sbin"].join(":");
}
