// What a window and a printer need around them: a display, a session bus, and what the printer
// wants. What is started here is stopped here.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrintServices } from "./print-services.mjs";
import { Program } from "./programs.mjs";

/** The size of a counter's screen. */
const SCREEN = "1280x1024x24";

/** Everything that a window and a printer need. Sets the environment for what is started after. */
export class Surroundings {
  #started = [];
  #logs = mkdtempSync(join(tmpdir(), "counterfoil-surroundings-"));

  static async ready() {
    const around = new Surroundings();
    try {
      process.env.NO_AT_BRIDGE = "1";
      if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) await around.#display();
      await around.#sessionBus();
      const services = await PrintServices.ready();
      around.#started.push(() => services.close());
    } catch (thrown) {
      await around.close();
      throw thrown;
    }
    return around;
  }

  /** Stops what was started, the last first. */
  async close() {
    for (const stop of this.#started.reverse()) await stop();
    rmSync(this.#logs, { recursive: true, force: true });
  }

  // Xvfb picks a number that is free and says it when it is ready.
  async #display() {
    const args = ["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"];
    process.env.DISPLAY = `:${await this.#said("Xvfb", args, /^(\d+)$/m)}`;
  }

  // Always one of our own, so that nothing here meets the developer's key store.
  async #sessionBus() {
    const args = ["--session", "--nofork", "--nopidfile", "--print-address=1"];
    process.env.DBUS_SESSION_BUS_ADDRESS = await this.#said("dbus-daemon", args, /^(unix:.+)$/m);
  }

  async #said(command, args, pattern) {
    const program = new Program(command, args, { log: join(this.#logs, `${command}.log`) });
    this.#started.push(() => program.stop());
    await program.until(`${command} is ready`, () => pattern.test(program.printed));
    return pattern.exec(program.printed)[1];
  }
}
