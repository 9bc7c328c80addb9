// The product's window under WebDriver, with a home of its own.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "./ports.mjs";
import { adopt, areGone, childrenOf, isRunning, killAdopted, nameOf, Program } from "./programs.mjs";
import { built } from "./tree.mjs";
import { until } from "./until.mjs";
import { WebDriver } from "./web-driver.mjs";

const PROGRAM = "counterfoil-terminal";

/** A terminal that can be opened, killed and opened again. Everything it writes is in `folder`. */
export class Terminal {
  #driver = null;
  #pid = null;
  #options;
  /** The window, once opened. @type {WebDriver} */
  window;

  /**
   * @param {string} folder
   * @param {{ department?: string, printer?: string, data?: string, log?: string, core?: boolean }}
   *   options addresses of the department and the printer; a data directory other than its own;
   *   what is logged, as RUST_LOG says it; whether the machine lets programs leave core files
   */
  constructor(folder, options) {
    this.folder = folder;
    this.data = options.data ?? join(folder, "data");
    this.receipts = join(folder, "receipts");
    this.#options = options;
  }

  /** The running program's process id. */
  get pid() {
    return this.#pid;
  }

  /** What the program and its driver have logged. */
  get log() {
    return readFileSync(join(this.folder, "terminal.log"), "utf8");
  }

  /** Starts the program and waits for its window. */
  async open() {
    const [port, native] = [await freePort(), await freePort()];
    const args = ["--port", String(port), "--native-port", String(native)];
    const how = { env: this.#environment(), cwd: this.#home(), log: join(this.folder, "terminal.log") };
    // A core file lands in the working directory, which is the terminal's own home.
    const before = this.#options.core ? ["prlimit", "--core=unlimited"] : [];
    const [command, ...rest] = [...before, "tauri-driver", ...args];
    const driver = new Program(command, rest, how);
    this.#driver = driver;
    const address = `http://127.0.0.1:${port}`;
    await driver.until("the driver answers", async () => (await fetch(`${address}/status`)).ok);
    this.window = await WebDriver.open(address, built(PROGRAM), this.#arguments());
    this.#pid = await until("the program runs", () => this.#find(driver.pid));
    adopt([this.#pid]);
    return this.window;
  }

  /** Kills the program with SIGKILL, as a power cut would, and waits for what it leaves. */
  async kill() {
    const web = this.#webProcesses();
    killAdopted(this.#pid);
    await areGone([this.#pid, ...web]);
    await this.#driver.stop();
  }

  /** Makes the program and its web view crash, as a fault of their own would. */
  async crash() {
    const all = [...this.#webProcesses(), this.#pid];
    all.forEach((pid) => process.kill(pid, "SIGABRT"));
    await areGone(all);
    await this.#driver.stop();
  }

  /** Closes the window and waits until the program has gone. */
  async close() {
    if (this.#pid !== null && isRunning(this.#pid)) {
      const all = [this.#pid, ...this.#webProcesses()];
      await this.window.close().catch(() => undefined);
      await areGone(all, 5_000).catch(() => all.forEach(killAdopted));
      await areGone(all);
    }
    await this.#driver?.stop();
  }

  // They end by themselves when the program does, and may write until then.
  #webProcesses() {
    const web = childrenOf(this.#pid);
    adopt(web);
    return web;
  }

  #arguments() {
    const { department, printer } = this.#options;
    return [
      "--demo",
      ...["--data-dir", this.data],
      ...["--receipts-dir", this.receipts],
      ...(department ? ["--department", department] : []),
      ...(printer ? ["--printer", printer] : []),
    ];
  }

  // The driver starts WebKit's driver, which starts the program.
  #find(driver) {
    const below = childrenOf(driver).flatMap((pid) => [pid, ...childrenOf(pid)]);
    return below.find((pid) => nameOf(pid) === PROGRAM);
  }

  #home() {
    const home = join(this.folder, "home");
    mkdirSync(home, { recursive: true });
    return home;
  }

  // Places where the program or the web view might leave something; all of them can be scanned.
  #environment() {
    const place = (name) => {
      const path = join(this.folder, name);
      mkdirSync(path, { recursive: true, mode: 0o700 });
      return path;
    };
    return {
      HOME: place("home"),
      TMPDIR: place("tmp"),
      XDG_CACHE_HOME: place("home/.cache"),
      XDG_CONFIG_HOME: place("home/.config"),
      XDG_DATA_HOME: place("home/.local/share"),
      XDG_STATE_HOME: place("home/.local/state"),
      XDG_RUNTIME_DIR: place("run"),
      // The program ends when the system bus does. It has no need of the machine's.
      DBUS_SYSTEM_BUS_ADDRESS: process.env.DBUS_SESSION_BUS_ADDRESS,
      ...(this.#options.log && { RUST_LOG: this.#options.log }),
    };
  }
}
