// A real IPP printer without paper: `ippeveprinter`, from Debian's cups-ipp-utils.

import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "./ports.mjs";
import { Program } from "./programs.mjs";

/** A running printer. What it was given to print stays in its spool folder. */
export class Printer {
  #program;

  /** Starts one and waits until it listens. `folder` is made; without a `port`, any will do. */
  static async start(folder, logs, port) {
    const printer = new Printer();
    printer.spool = join(folder, "spool");
    mkdirSync(printer.spool, { recursive: true });
    printer.port = port ?? (await freePort());
    printer.address = `ipp://127.0.0.1:${printer.port}/ipp/print`;
    const args = ["-k", "-v", "-p", String(printer.port), "-f", "application/pdf", "-d", printer.spool];
    const log = join(logs, "printer.log");
    // The print command: the paper always comes out.
    const program = new Program("ippeveprinter", [...args, "-c", "/bin/true", `Window ${printer.port}`], { log });
    await program.until("the printer listens", () => program.printed.includes("printer-uri-supported"));
    printer.#program = program;
    return printer;
  }

  /** The documents it was given, in the order they came. */
  documents() {
    const number = (name) => Number.parseInt(name, 10);
    const names = readdirSync(this.spool).filter((name) => name.endsWith(".pdf"));
    return names.sort((a, b) => number(a) - number(b)).map((name) => readFileSync(join(this.spool, name)));
  }

  stop() {
    return this.#program.stop();
  }
}
