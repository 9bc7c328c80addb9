// One test's department, printer and terminals, in a folder of their own, and their end.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Counter } from "./counter.mjs";
import { Department } from "./department.mjs";
import { Printer } from "./printer.mjs";
import { Terminal } from "./terminal.mjs";

/** Where one story plays. */
export class Stage {
  #closing = [];

  constructor(folder = mkdtempSync(join(tmpdir(), "counterfoil-window-"))) {
    this.folder = folder;
    this.logs = join(folder, "logs");
  }

  /** A stage that is cleared away when the test `t` ends, however it ends. */
  static for(t) {
    const stage = new Stage();
    t.after(() => stage.clear());
    return stage;
  }

  /** A department that is still down. */
  async department() {
    const department = await Department.at(join(this.folder, "department"), this.logs);
    this.#closing.push(() => department.stop());
    return department;
  }

  /** A printer that listens, at a certain `port` or any. */
  async printer(port) {
    const printer = await Printer.start(join(this.folder, "printer"), this.logs, port);
    this.#closing.push(() => printer.stop());
    return printer;
  }

  /** A terminal that is still closed. */
  terminal(options, name = "terminal") {
    const terminal = new Terminal(join(this.folder, name), options);
    this.#closing.push(() => terminal.close());
    return terminal;
  }

  /** Opens `terminal` and puts somebody in front of it. */
  async at(terminal, language) {
    return new Counter(await terminal.open(), language);
  }

  /** Ends everything and leaves nothing. */
  async clear() {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Ends everything, the last first. */
  async close() {
    for (const close of this.#closing.reverse()) await close();
    this.#closing = [];
  }
}
