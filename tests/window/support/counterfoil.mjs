// The command line program, for what a test wants to know beside the window.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { built } from "./tree.mjs";

const run = promisify(execFile);

/** Runs `counterfoil` and returns the JSON that it prints. */
export async function counterfoil(...args) {
  const { stdout } = await run(built("counterfoil"), args);
  return JSON.parse(stdout);
}
