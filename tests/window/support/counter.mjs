// What a member of staff sees and does at the window, with a mouse.

import { until } from "./until.mjs";
import { headingOf, SERVICE, WORDS } from "./words.mjs";
import { privateKeeper, STAFF } from "./keeper-change.mjs";

/** The person at the counter, in one language. */
export class Counter {
  /** @param {import("./web-driver.mjs").WebDriver} window */
  constructor(window, language = "en") {
    this.window = window;
    this.language = language;
    this.words = WORDS[language];
  }

  /** The page's heading, on one line. */
  async heading() {
    return (await this.window.text("#main-content h1")).replace(/\s+/g, " ").trim();
  }

  /** What the page says. */
  said() {
    return this.window.text("#main-content");
  }

  /** What the connection line says. */
  connection() {
    return this.window.text("#connection");
  }

  /** Waits for the page with this heading. An optional question says so after its words. */
  async comesTo(heading, withinMs) {
    await until(`the page "${heading}"`, async () => {
      const shown = await this.heading();
      if (shown === heading || shown.startsWith(`${heading} (`)) return true;
      throw new Error(`the page is "${shown}"`);
    }, withinMs);
  }

  /** Waits until the page says `words` somewhere. */
  sees(words, withinMs) {
    return until(`the page says "${words}"`, async () => (await this.said()).includes(words), withinMs);
  }

  /** Waits until the connection line says `words`. */
  async isTold(words, withinMs) {
    await until(`the connection line says "${words}"`, async () => {
      const shown = await this.connection();
      if (shown === words) return true;
      throw new Error(`it says "${shown}"`);
    }, withinMs);
  }

  async signIn() {
    await this.comesTo(this.words.signIn);
    await this.window.fill("#staff_number", STAFF.number);
    await this.window.fill("#pin", STAFF.pin);
    await this.press("sign-in");
    await this.comesTo(this.words.home);
  }

  /** Follows the link to `place`, such as `records`. */
  follow(place) {
    return this.window.click(`a[href="#/${place}"]`);
  }

  /** Presses the button of the form that does `act`. */
  press(act) {
    return this.window.click(`form[data-act="${act}"] button[type="submit"]`);
  }

  start() {
    return this.follow(`start/${encodeURIComponent(SERVICE)}`);
  }

  /** Gives one answer. */
  async answer({ id, text, tick }) {
    if (tick === undefined) return this.window.fill(`#${id}`, text);
    // The label is what a person hits: GOV.UK's own box has no size of its own.
    const box = await this.window.run(
      "return document.querySelector(`input[name='${arguments[0]}'][value='${arguments[1]}']`).id", id, tick,
    );
    return this.window.click(`label[for="${box}"]`);
  }

  /** Answers one page of the service and goes on. */
  async turn(page) {
    await this.comesTo(headingOf(page.path, this.language));
    for (const answer of page.answers) await this.answer(answer);
    await this.press("answer");
  }

  /** From the home screen to the confirmation page. Returns the reference shown there. */
  async capture(person) {
    await this.start();
    for (const page of privateKeeper(person)) await this.turn(page);
    return this.recorded();
  }

  /** Waits for the confirmation page and returns its reference. */
  async recorded() {
    await this.comesTo(this.words.recorded);
    return this.window.text(".cf-reference");
  }

  /** Prints the receipt and waits until the printer has said that it is done. */
  async print(outcome = this.words.printed) {
    await this.press("print");
    await this.sees(outcome);
  }
}
