// Starts the programs that the browser tests talk to, and stops them by their own process.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The checkout. */
export const ROOT = join(import.meta.dirname, "../../..");

/** A program that is running. */
export interface Running {
  /** The address it listens on. */
  url: string;
  stop(): Promise<void>;
}

/** A directory of one test's own and the programs it starts there. All are gone afterwards. */
export class Place {
  readonly directory: string;
  readonly #running: Running[] = [];

  private constructor(directory: string) {
    this.directory = directory;
  }

  static async make(): Promise<Place> {
    return new Place(await mkdtemp(join(tmpdir(), "counterfoil-e2e-")));
  }

  /** The loopback host over this place's one terminal. */
  async desk(options: DeskOptions = {}): Promise<Running> {
    return this.#keep(await startDesk(join(this.directory, "data"), options));
  }

  /** The reference department, for demonstration. */
  async department(listen: string): Promise<Running> {
    return this.#keep(await startDepartment(listen, join(this.directory, "department")));
  }

  async clear(): Promise<void> {
    for (const running of this.#running) await running.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  #keep(running: Running): Running {
    this.#running.push(running);
    return running;
  }
}

/** A port that is nobody's, so that no department that happens to run here is found. */
const NO_DEPARTMENT = "http://127.0.0.1:1";

/** How to start the loopback host, besides its data directory. */
export interface DeskOptions {
  demo?: boolean;
  department?: string;
  receiptsDir?: string;
}

/** Without a department the host has one that never answers. */
function startDesk(dataDir: string, options: DeskOptions): Promise<Running> {
  const { demo = true, department = NO_DEPARTMENT, receiptsDir } = options;
  return start("counterfoil-desk-http", [
    ...["--listen", "127.0.0.1:0", "--ui", join(ROOT, "ui/dist-http"), "--data-dir", dataDir],
    ...["--department", department],
    ...(demo ? ["--demo"] : []),
    ...(receiptsDir === undefined ? [] : ["--receipts-dir", receiptsDir]),
  ]);
}

function startDepartment(listen: string, dataDir: string): Promise<Running> {
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
