import assert from "node:assert/strict";
import { test } from "node:test";
import { KeyboardCounter } from "../support/keyboard.mjs";
import { Stage } from "../support/stage.mjs";
import { WORDS } from "../support/words.mjs";

test("the whole job can be done in Welsh by keyboard alone", async (t) => {
  const stage = Stage.for(t);
  const department = await stage.department();
  const printer = await stage.printer();
  const terminal = stage.terminal({ department: department.address, printer: printer.address });
  const english = new KeyboardCounter(await terminal.open());
  await english.comesTo(WORDS.en.signIn);
  await english.follow("language");
  const counter = new KeyboardCounter(english.window, "cy");

  await counter.signIn();
  await counter.isTold(counter.words.offline);
  const reference = await counter.capture();
  await counter.print();
  await department.start();
  await counter.isTold(counter.words.online);
  await counter.comesTo(counter.words.received);

  assert.equal(await counter.window.run("return document.documentElement.lang"), "cy");
  assert.deepEqual((await department.arrived()).map((one) => one.reference), [reference]);
});
