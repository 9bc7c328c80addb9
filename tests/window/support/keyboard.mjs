// What a member of staff does at the window without a mouse: Tab, Enter, Space and typing.

import { Counter } from "./counter.mjs";
import { SERVICE } from "./words.mjs";
import { STAFF } from "./keeper-change.mjs";
import { KEY } from "./web-driver.mjs";

/** More things than any page has to stop at. */
const STOPS_MAX = 60;

/** The person at the counter, with a keyboard only. Clicks and field access are closed to it. */
export class KeyboardCounter extends Counter {
  async signIn() {
    await this.comesTo(this.words.signIn);
    await this.#goTo("#staff_number");
    await this.window.press(STAFF.number);
    await this.#goTo("#pin");
    await this.window.press(STAFF.pin + KEY.enter);
    await this.comesTo(this.words.home);
  }

  async follow(place) {
    await this.#goTo(`a[href="#/${place}"]`);
    await this.window.press(KEY.enter);
  }

  async press(act) {
    await this.#goTo(`form[data-act="${act}"] button[type="submit"]`);
    await this.window.press(KEY.space);
  }

  async start() {
    await this.follow(`start/${encodeURIComponent(SERVICE)}`);
  }

  async answer({ id, text, tick }) {
    if (text !== undefined) {
      await this.#goTo(`#${id}`);
      return this.window.press(text);
    }
    await this.#goTo(`input[name="${id}"][value="${tick}"]`);
    return this.window.press(KEY.space);
  }

  /** Presses Tab until the focus is on what `css` finds. */
  async #goTo(css) {
    for (let stop = 0; stop < STOPS_MAX; stop += 1) {
      const there = "return document.activeElement.matches(arguments[0])";
      if (await this.window.run(there, css)) return;
      await this.window.press(KEY.tab);
    }
    throw new Error(`Tab does not reach ${css}`);
  }
}
