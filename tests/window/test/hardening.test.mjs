// There is no way out of the window, as far as a page could try one.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { before, after, test } from "node:test";
import { Counter } from "../support/counter.mjs";
import { Stage } from "../support/stage.mjs";

const OURS = "tauri://localhost";
const stage = new Stage();
const asked = [];
const elsewhere = createServer((request, response) => {
  asked.push(request.url);
  response.setHeader("Access-Control-Allow-Origin", "*").end("<h1>elsewhere</h1>");
});
let counter;
let address;

before(async () => {
  await new Promise((listening) => elsewhere.listen(0, "127.0.0.1", listening));
  address = `http://127.0.0.1:${elsewhere.address().port}/`;
  counter = new Counter(await stage.terminal({}).open());
  await counter.signIn();
});

after(async () => {
  await stage.clear();
  elsewhere.close();
});

/** The window still shows our screens, has asked nobody else for anything, and works. */
async function nothingHappened() {
  await counter.follow("records");
  await counter.comesTo(counter.words.records);
  await counter.follow("home");
  await counter.comesTo(counter.words.home);
  assert.ok((await counter.window.address()).startsWith(OURS));
  assert.equal(await counter.window.windows(), 1);
  assert.deepEqual(asked, []);
}

// Only what a person presses may open a window in any web view, so the press must be real.
for (const [way, start] of [
  ["by a script", "const it = document.createElement('button'); it.onclick = () => window.open(arguments[0])"],
  ["by a link", "const it = document.createElement('a'); it.href = arguments[0]; it.target = '_blank'"],
]) {
  test(`a page cannot open another window ${way}`, async () => {
    const shown = "it.id = 'way-out'; it.textContent = 'Out'; document.body.prepend(it)";
    await counter.window.run(`${start}; ${shown}`, address);
    await counter.window.click("#way-out");
    await counter.window.run("document.getElementById('way-out').remove()");

    await nothingHappened();
  });
}

for (const [way, script] of [
  ["by setting its address", "location.href = arguments[0]"],
  ["by replacing its address", "location.replace(arguments[0])"],
  ["by a link", "const a = document.createElement('a'); a.href = arguments[0]; document.body.append(a); a.click(); a.remove()"],
  ["by a form", "const f = document.createElement('form'); f.action = arguments[0]; document.documentElement.append(f); f.submit(); f.remove()"],
  ["in a frame", "const f = document.createElement('iframe'); f.src = arguments[0]; document.body.append(f)"],
  ["to a file of this machine", "location.href = 'file:///etc/passwd'"],
  ["to a page made of text", "location.href = 'data:text/html,elsewhere'"],
]) {
  test(`a page cannot take the window elsewhere ${way}`, async () => {
    await counter.window.run(script, address);

    await nothingHappened();
  });
}

test("a page cannot ask the network for anything", async () => {
  const script = "const [url, done] = arguments; fetch(url).then(() => done('answered'), () => done('refused'))";

  assert.equal(await counter.window.runAsync(script, address), "refused");
  await nothingHappened();
});

test("a page cannot run a script that did not come with the program", async () => {
  const script = `
    const inline = document.createElement('script');
    inline.textContent = 'window.inlineRan = true';
    document.body.append(inline);
    const far = document.createElement('script');
    far.src = arguments[0];
    document.body.append(far);
    return window.inlineRan === true`;

  assert.equal(await counter.window.run(script, address), false);
  await nothingHappened();
});

for (const command of ["nonesuch", "plugin:window|close", "plugin:shell|open", "plugin:fs|read_file", "plugin:app|version"]) {
  test(`the command ${command} is refused`, async () => {
    const script = `
      const [command, done] = arguments;
      window.__TAURI_INTERNALS__.invoke(command, {}).then(() => done('answered'), (why) => done('refused: ' + why))`;

    const answer = await counter.window.runAsync(script, command);

    assert.match(answer, /^refused: .*(not allowed|not found)/);
    await nothingHappened();
  });
}

test("a command of the terminal is answered, so a refusal means something", async () => {
  const script = `
    const done = arguments[0];
    window.__TAURI_INTERNALS__.invoke('app_show').then((view) => done(view.outlet), (why) => done('refused: ' + why))`;

  assert.equal(await counter.window.runAsync(script), "Demonstration Post Office");
});
