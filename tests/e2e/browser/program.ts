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

/** A port that is nobody's, so that no department that happens to run here is found. */
export const NO_DEPARTMENT = "http://127.0.0.1:1";

/** How to start the loopback host, besides its data directory. */
export interface DeskOptions {
  demo?: boolean;
  department?: string;
  receiptsDir?: string;
}

/** The loopback host over a data directory. Without a department it has one that never answers. */
export function startDesk(dataDir: string, options: DeskOptions = {}): Promise<Running> {
  const { demo = true, department = NO_DEPARTMENT, receiptsDir } = options;
  return start("counterfoil-desk-http", [
    ...["--listen", "127.0.0.1:0", "--ui", join(ROOT, "ui/dist-http"), "--data-dir", dataDir],
    ...["--department", department],
    ...(demo ? ["--demo"] : []),
    ...(receiptsDir === undefined ? [] : ["--receipts-dir", receiptsDir]),
  ]);
}

/** The reference department, for demonstration. */
export function startDepartment(listen: string, dataDir: string): Promise<Running> {
  const options = ["--demo", "--listen", listen, "--data-dir", dataDir];
  return start("counterfoil", ["department", "serve", ...options]);
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
