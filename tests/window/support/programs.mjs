// Programs that run beside a test: each is stopped by its own process id, also when the test
// fails or is interrupted.

import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { searchPath } from "./tree.mjs";
import { until } from "./until.mjs";

const started = new Set();

process.on("exit", () => started.forEach((pid) => signal(pid, "SIGKILL")));
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => process.exit(1));

/** A program that was started here. */
export class Program {
  #child;
  #log;
  #ended = false;

  /**
   * Starts `command`; all that it prints goes to the end of the file `log`.
   *
   * @param {string} command
   * @param {string[]} args
   * @param {{ log: string, env?: Record<string, string | undefined>, cwd?: string }} how
   */
  constructor(command, args, { log, env = {}, cwd }) {
    mkdirSync(dirname(log), { recursive: true });
    const file = openSync(log, "a");
    const environment = { ...process.env, PATH: searchPath(), ...env };
    this.#log = log;
    this.#child = spawn(command, args, { cwd, env: environment, stdio: ["ignore", file, file] });
    closeSync(file);
    this.#child.once("error", () => (this.#ended = true));
    this.#child.once("exit", () => {
      this.#ended = true;
      started.delete(this.pid);
    });
    if (this.pid) started.add(this.pid);
  }

  get pid() {
    return this.#child.pid;
  }

  /** Everything that it has printed so far. */
  get printed() {
    return readFileSync(this.#log, "utf8");
  }

  /** Waits until it is `ready`; fails at once when it ends instead. */
  async until(what, ready) {
    await until(what, () => this.#ended || ready());
    if (this.#ended) throw new Error(`ended instead: ${what}\n${this.printed}`);
    return this;
  }

  /** Asks it to end and waits until it has. One that does not is killed. */
  async stop() {
    if (this.#ended) return;
    this.#child.kill("SIGTERM");
    await until(`${this.#child.spawnfile} ends`, () => this.#ended, 5_000).catch(() => this.kill());
  }

  /** Ends it without a warning, as a power cut would. */
  async kill() {
    if (this.#ended) return;
    this.#child.kill("SIGKILL");
    await until(`${this.#child.spawnfile} is gone`, () => this.#ended);
  }

  /** Makes it hang until [`Program.resume`]. */
  pause() {
    this.#child.kill("SIGSTOP");
  }

  /** Lets it go on. */
  resume() {
    this.#child.kill("SIGCONT");
  }
}

/** Sees to it that programs which one of ours started do not outlive this one. */
export function adopt(pids) {
  pids.forEach((pid) => started.add(pid));
}

/** Kills an adopted program. */
export function killAdopted(pid) {
  signal(pid, "SIGKILL");
}

/** Waits until adopted programs are gone. */
export async function areGone(pids, withinMs) {
  await until(`processes ${pids} are gone`, () => !pids.some(isRunning), withinMs);
  pids.forEach((pid) => started.delete(pid));
}

/** Whether a process runs. One that has ended and was only not reaped yet does not. */
export function isRunning(pid) {
  const stat = statOf(pid);
  if (stat === null || stat.state === "X") return false;
  return stat.state !== "Z" || hasOtherThreads(pid);
}

// The first thread may have ended while others still hold files and locks.
function hasOtherThreads(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).length > 1;
  } catch {
    return false;
  }
}

/** The processes that `pid` started and that still run. */
export function childrenOf(pid) {
  const pids = readdirSync("/proc").map(Number).filter(Number.isInteger);
  return pids.filter((each) => statOf(each)?.parent === pid && isRunning(each));
}

/** The program that a process runs, by its file's name. */
export function nameOf(pid) {
  return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[0].split("/").at(-1);
}

/** The memory that a process holds, its share of what it shares included (PSS), in KiB. */
export function memoryOf(pid) {
  const [, kib] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
  return Number(kib);
}

function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold anything, spaces and brackets too.
    const [state, parent] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state, parent: Number(parent) };
  } catch {
    return null;
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already.
  }
}
