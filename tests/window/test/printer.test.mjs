import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { textOf } from "../support/pdf.mjs";
import { freePort } from "../support/ports.mjs";
import { Stage } from "../support/stage.mjs";

test("with no printer set up the screen says so and makes a PDF instead", async (t) => {
  await makesAPdf(t, {});
});

test("with a printer that is switched off the screen says so and makes a PDF instead", async (t) => {
  await makesAPdf(t, { printer: `ipp://127.0.0.1:${await freePort()}/ipp/print` });
});

test("a printer that comes back prints the original, not a copy", async (t) => {
  const stage = Stage.for(t);
  const printer = await stage.printer();
  const port = printer.port;
  await printer.stop();
  const terminal = stage.terminal({ printer: printer.address });
  const counter = await stage.at(terminal);
  await counter.signIn();
  const reference = await counter.capture();
  await counter.print(counter.words.notPrinted);

  const back = await stage.printer(port);
  await counter.print();

  const [paper] = back.documents();
  assert.ok(textOf(paper).includes(reference));
  assert.ok(!textOf(paper).includes("COPY"));
});

async function makesAPdf(t, options) {
  const stage = Stage.for(t);
  const terminal = stage.terminal(options);
  const counter = await stage.at(terminal);
  await counter.signIn();
  const reference = await counter.capture();

  await counter.print(counter.words.notPrinted);
  await counter.press("keep");
  await counter.sees(counter.words.kept);

  const [name, ...others] = readdirSync(terminal.receipts);
  const path = join(terminal.receipts, name);
  assert.deepEqual(others, []);
  assert.ok((await counter.said()).includes(path), "the screen says where the file is");
  assert.ok(textOf(readFileSync(path)).includes(reference));
  assert.equal(statSync(path).mode & 0o077, 0, "nobody else on the machine may read it");
}
