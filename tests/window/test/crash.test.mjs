import assert from "node:assert/strict";
import { test } from "node:test";
import { privateKeeper } from "../support/keeper-change.mjs";
import { Stage } from "../support/stage.mjs";
import { counterfoil } from "../support/counterfoil.mjs";

test("a terminal killed between receipt and delivery delivers exactly once", async (t) => {
  const stage = Stage.for(t);
  const department = await stage.department();
  const printer = await stage.printer();
  const terminal = stage.terminal({ department: department.address, printer: printer.address });
  const before = await stage.at(terminal);
  await before.signIn();
  await before.isTold(before.words.offline);
  const reference = await before.capture();
  await before.print();

  await terminal.kill();
  await department.start();
  const after = await stage.at(terminal);
  await after.signIn();
  await after.follow("records");
  await after.sees(after.words.received);

  assert.ok((await after.said()).includes(reference), "the window shows the reference on paper");
  const arrived = await department.arrived();
  assert.deepEqual(arrived.map((one) => one.reference), [reference]);
  await terminal.close();
  const kept = await counterfoil("queue", "list", "--data-dir", terminal.data, "--json");
  assert.deepEqual(kept.map((one) => [one.id, one.state]), [[arrived[0].id, "received"]]);
});

test("a terminal killed with its submission on the way delivers exactly once", async (t) => {
  const stage = Stage.for(t);
  const department = await stage.department();
  await department.start();
  const terminal = stage.terminal({ department: department.address });
  const before = await stage.at(terminal);
  await before.signIn();
  await before.isTold(before.words.online);
  await before.start();
  const pages = privateKeeper();
  const declaration = pages.pop();
  for (const page of pages) await before.turn(page);
  // It hangs, so it takes in what the terminal sends only after the terminal is dead.
  department.pause();
  await before.turn(declaration);
  const reference = await before.recorded();
  await before.follow("records");
  await before.comesTo(before.words.records);
  await before.window.click("#main-content table a");
  await before.sees(before.words.tried);

  await terminal.kill();
  department.resume();
  const after = await stage.at(terminal);
  await after.signIn();
  await after.follow("records");
  await after.sees(after.words.received);

  const arrived = await department.arrived();
  assert.deepEqual(arrived.map((one) => one.reference), [reference]);
  t.diagnostic(`the department was handed it ${arrived[0].puts} times`);
});
