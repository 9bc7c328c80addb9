// The reference department, which can be down and come back at the same address.

import { join } from "node:path";
import { freePort } from "./ports.mjs";
import { Program } from "./programs.mjs";
import { counterfoil } from "./counterfoil.mjs";
import { built } from "./tree.mjs";

/** A department. Down until it is started. */
export class Department {
  #program = null;

  /** Gives it an address that nothing answers yet. `folder` may not exist yet. */
  static async at(folder, logs) {
    const department = new Department();
    department.data = join(folder, "data");
    department.log = join(logs, "department.log");
    department.port = await freePort();
    department.address = `http://127.0.0.1:${department.port}`;
    return department;
  }

  /** Comes up and waits until it says so. */
  async start() {
    const args = ["department", "serve", "--demo", "--listen", `127.0.0.1:${this.port}`, "--data-dir", this.data];
    const program = new Program(built("counterfoil"), args, { log: this.log });
    const before = program.printed.length;
    this.#program = program;
    await program.until("the department listens", () =>
      program.printed.slice(before).includes(`listening on ${this.address}`),
    );
  }

  /** Goes down without a warning. */
  async kill() {
    await this.#program?.kill();
  }

  /** Hangs: takes connections and answers none, until [`Department.resume`]. */
  pause() {
    this.#program.pause();
  }

  resume() {
    this.#program.resume();
  }

  /** What has arrived, as `counterfoil department list` says. */
  arrived() {
    return counterfoil("department", "list", "--data-dir", this.data, "--json");
  }

  async stop() {
    await this.#program?.stop();
  }
}
