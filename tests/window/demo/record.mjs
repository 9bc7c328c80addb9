// Keeps what the demonstration shows: a screenshot of every step and a transcript.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The record of one demonstration, in a folder that is emptied first. */
export class Record {
  #lines = [];
  #count = 0;
  #began = performance.now();
  #at = new Date();
  /** The window to take screenshots of, once there is one. */
  window = null;

  constructor(folder) {
    this.folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /**
   * Plays one step. `work` returns what was seen, in words.
   *
   * @param {string} name for the screenshot's file
   * @param {string} title what is done
   * @param {() => Promise<string>} work
   */
  async step(name, title, work) {
    this.#count += 1;
    const number = String(this.#count).padStart(2, "0");
    const began = performance.now();
    console.log(`${number}  ${title}`);
    try {
      const seen = await work();
      const took = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`      ${seen.split("\n")[0]} (${took} s)`);
      await this.#shoot(`${number}-${name}.png`);
      this.#tell(number, name, title, seen, took);
    } catch (thrown) {
      await this.#shoot(`${number}-${name}-FAILED.png`).catch(() => undefined);
      this.#tell(number, `${name}-FAILED`, title, `FAILED: ${thrown.message}`, "-");
      throw thrown;
    } finally {
      this.#write();
    }
  }

  /** Keeps a file beside the screenshots. */
  keep(name, bytes) {
    writeFileSync(join(this.folder, name), bytes);
  }

  async #shoot(file) {
    if (this.window) writeFileSync(join(this.folder, file), await this.window.screenshot());
  }

  #tell(number, name, title, seen, took) {
    const at = ((performance.now() - this.#began) / 1000).toFixed(1);
    const picture = this.window ? `\n\n![${title}](${number}-${name}.png)` : "";
    const quoted = seen.split("\n").map((line) => `    ${line}`.trimEnd()).join("\n");
    this.#lines.push(`## ${number} ${title}\n\nAt ${at} s, took ${took} s. Seen:\n\n${quoted}${picture}\n`);
  }

  #write() {
    const head = `# The demonstration\n\nPlayed in the real window on ${this.#at.toISOString()}. Every person in it is invented.\n`;
    writeFileSync(join(this.folder, "transcript.md"), [head, ...this.#lines].join("\n"));
  }
}
