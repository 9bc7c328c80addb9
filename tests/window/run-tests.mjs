// `npm test`: the real-window tests, over one display, one session bus and one system bus.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { Surroundings } from "./support/surroundings.mjs";

const FOLDER = join(import.meta.dirname, "test");

const around = await Surroundings.ready();
try {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".test.mjs")).sort();
  const files = (process.argv.length > 2 ? process.argv.slice(2) : names).map((name) => join(FOLDER, name));
  // Two at a time: more windows than that are slower than one after the other.
  const how = ["--test", "--test-reporter=spec", "--test-concurrency=2", "--test-timeout=300000"];
  const tests = spawn(process.execPath, [...how, ...files], { stdio: "inherit" });
  process.exitCode = await new Promise((ended) => tests.once("exit", (code) => ended(code ?? 1)));
} finally {
  await around.close();
}
