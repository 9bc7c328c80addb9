// Starts the programs that the browser tests talk to, and stops them by their own process.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const ROOT = join(import.meta.dirname, "../../..");

/** A program that is running. */
export interface Running {
  /** The address it listens on. */
  url: string;
  stop(): Promise<void>;
}

/** A new directory under the system's temporary one. */
export function freshDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), "counterfoil-e2e-"));
}

/** Removes a directory made by `freshDirectory`. */
export function removeDirectory(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true });
}

/** The loopback host over a data directory. */
export function startDesk(dataDir: string, ...more: string[]): Promise<Running> {
  const options = ["--listen", "127.0.0.1:0", "--ui", join(ROOT, "ui/dist-http")];
  return start("counterfoil-desk-http", [...options, "--data-dir", dataDir, ...more]);
}

async function start(program: string, options: string[]): Promise<Running> {
  const child = spawn(join(ROOT, "target/debug", program), options, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    return { url: await address(child), stop: () => stop(child) };
  } catch (fault) {
    await stop(child);
    throw fault;
  }
}

/** The address in the program's first line: "listening on http://127.0.0.1:PORT". */
async function address(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("the program has no standard output");
  for await (const line of createInterface({ input: child.stdout })) {
    const match = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(line);
    if (match?.[1]) return match[1];
  }
  throw new Error("the program ended before it listened");
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
