// A small client of the WebDriver protocol (W3C), as much of it as these tests need.

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
/** The window's size as the program opens it, in pixels. */
const SIZE = { width: 1024, height: 768 };

/** Keys that are not characters, as WebDriver names them. */
export const KEY = { tab: "\uE004", enter: "\uE007", space: " ", shift: "\uE008" };

/** The driver refused; `code` is the protocol's name for why. */
export class DriverRefusal extends Error {
  constructor(code, message) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** One window under a driver. */
export class WebDriver {
  #session;

  constructor(session) {
    this.#session = session;
  }

  /** Opens a window of the program `application`. */
  static async open(address, application, args) {
    const options = { "tauri:options": { application, args } };
    const opened = await call("POST", `${address}/session`, { capabilities: { alwaysMatch: options } });
    return new WebDriver(`${address}/session/${opened.sessionId}`);
  }

  close() {
    return call("DELETE", this.#session);
  }

  title() {
    return this.#ask("GET", "/title");
  }

  address() {
    return this.#ask("GET", "/url");
  }

  /** How many windows there are. */
  async windows() {
    return (await this.#ask("GET", "/window/handles")).length;
  }

  /** The text of the first element that `css` finds, as shown. */
  async text(css) {
    return this.#ask("GET", `/element/${await this.#find(css)}/text`);
  }

  async click(css) {
    await this.#ask("POST", `/element/${await this.#find(css)}/click`, {});
  }

  /** Replaces what is in a field with `text`. */
  async fill(css, text) {
    const element = await this.#find(css);
    await this.#ask("POST", `/element/${element}/clear`, {});
    await this.#ask("POST", `/element/${element}/value`, { text });
  }

  /** Presses and lets go of each key in turn, wherever the focus is. */
  async press(keys) {
    const actions = [...keys].flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await this.#ask("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** Runs the body of a function in the page and returns what it returns. */
  run(script, ...args) {
    return this.#ask("POST", "/execute/sync", { script, args });
  }

  /** As [`WebDriver.run`], for a body that calls its last argument when it is done. */
  runAsync(script, ...args) {
    return this.#ask("POST", "/execute/async", { script, args });
  }

  /** The whole page as a PNG, in a window that is made as tall as it needs, once painted. */
  async screenshot() {
    await this.#resize(SIZE);
    const height = await this.run("return document.documentElement.scrollHeight");
    if (SIZE.height < height) await this.#resize({ ...SIZE, height });
    await this.runAsync("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
    return Buffer.from(await this.#ask("GET", "/screenshot"), "base64");
  }

  #resize(size) {
    return this.#ask("POST", "/window/rect", size);
  }

  async #find(css) {
    const found = await this.#ask("POST", "/element", { using: "css selector", value: css });
    return found[ELEMENT];
  }

  #ask(method, path, body) {
    return call(method, this.#session + path, body);
  }
}

async function call(method, address, body) {
  const response = await fetch(address, {
    method,
    signal: AbortSignal.timeout(60_000),
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = await response.json();
  if (!response.ok) throw new DriverRefusal(value.error, value.message);
  return value;
}
