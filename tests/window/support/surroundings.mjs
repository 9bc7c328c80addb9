// What a window and a printer need around them: a display, a session bus, the system bus, Avahi.
// What the machine has is used; what it lacks is started here and stopped here.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Program } from "./programs.mjs";

/** The size of a counter's screen. */
const SCREEN = "1280x1024x24";
const SYSTEM_BUS = "/run/dbus/system_bus_socket";
const AVAHI = "/run/avahi-daemon/socket";

/** Everything that a window and a printer need. Sets the environment for what is started after. */
export class Surroundings {
  #started = [];
  #logs = mkdtempSync(join(tmpdir(), "counterfoil-surroundings-"));

  static async ready() {
    const around = new Surroundings();
    try {
      process.env.NO_AT_BRIDGE = "1";
      if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) await around.#display();
      // Always one of our own, so that nothing here meets the developer's key store.
      await around.#sessionBus();
      if (!(await answers(SYSTEM_BUS))) await around.#systemBus();
      if (!(await answers(AVAHI))) await around.#avahi();
    } catch (thrown) {
      await around.close();
      throw thrown;
    }
    return around;
  }

  /** Stops what was started, the last first. */
  async close() {
    for (const program of this.#started.reverse()) await program.stop();
    rmSync(this.#logs, { recursive: true, force: true });
  }

  // Xvfb picks a number that is free and says it when it is ready.
  async #display() {
    const args = ["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"];
    process.env.DISPLAY = `:${await this.#said("Xvfb", args, /^(\d+)$/m)}`;
  }

  async #sessionBus() {
    const args = ["--session", "--nofork", "--nopidfile", "--print-address=1"];
    process.env.DBUS_SESSION_BUS_ADDRESS = await this.#said("dbus-daemon", args, /^(unix:.+)$/m);
  }

  async #systemBus() {
    mkdirSync("/run/dbus", { recursive: true });
    const bus = this.#start("dbus-daemon", ["--system", "--nofork", "--nopidfile"], "system-bus");
    await bus.until("the system bus answers", () => answers(SYSTEM_BUS));
  }

  async #avahi() {
    // A daemon that was killed leaves this behind, and the next one will not start.
    rmSync("/run/avahi-daemon/pid", { force: true });
    const avahi = this.#start("avahi-daemon", ["--no-drop-root", "--no-rlimits", "--no-chroot"], "avahi");
    await avahi.until("Avahi answers", () => answers(AVAHI));
  }

  async #said(command, args, pattern) {
    const program = this.#start(command, args, command);
    await program.until(`${command} is ready`, () => pattern.test(program.printed));
    return pattern.exec(program.printed)[1];
  }

  #start(command, args, name) {
    const program = new Program(command, args, { log: join(this.#logs, `${name}.log`) });
    this.#started.push(program);
    return program;
  }
}

function answers(socket) {
  if (!existsSync(socket)) return false;
  return new Promise((say) => {
    const connection = connect(socket);
    connection.once("connect", () => say(connection.end() && true));
    connection.once("error", () => say(false));
  });
}
