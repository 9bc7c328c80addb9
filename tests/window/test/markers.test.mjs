// Marker strings typed as answers are found nowhere on disk in the clear.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { privateKeeper } from "../support/keeper-change.mjs";
import { scan } from "../support/scan.mjs";
import { Stage } from "../support/stage.mjs";

/** Answers that occur nowhere else on this machine. */
const PERSON = {
  registration: "QX73 ZVJ",
  document: "90817263549",
  firstName: "Quixzelwyn",
  lastName: "Vorplazmythe",
  addressLine1: "73 Wyxquobble Parade",
  town: "Jhuffleqworth",
  postcode: "ZE9 7QX",
  keeperEmail: "kzq-marker-keeper@wyxquobble.example",
  sellerEmail: "kzq-marker-seller@wyxquobble.example",
};
const MARKERS = Object.values(PERSON);
/** Typed, but never recorded: wrong answers must not stay anywhere either. */
const MISTYPED = "zzq-mistyped-marker-4711";

test("answers are nowhere on disk in the clear after capture, print, crash and delivery", async (t) => {
  const stage = Stage.for(t);
  const department = await stage.department();
  const printer = await stage.printer();
  const options = { department: department.address, printer: printer.address, log: "trace" };
  const terminal = stage.terminal(options);
  // The printer's own spool is the paper: that the answers are on it is what it is for.
  const clean = (when) => {
    const { files, found } = scan([stage.folder, "/dev/shm"], [...MARKERS, MISTYPED], [printer.spool]);
    assert.deepEqual(found, [], when);
    assert.ok(files > 20, `only ${files} files were looked at ${when}`);
  };
  const before = await stage.at(terminal);
  await before.signIn();
  await before.start();
  await before.turn({ path: "vehicle", answers: [{ id: "document-reference", text: MISTYPED }] });
  await before.sees(before.words.problem);
  clean("with a wrong answer on the screen");
  await before.follow("leave");
  await before.press("leave");
  await before.comesTo(before.words.home);

  await before.capture(PERSON);
  clean("after the capture");
  await before.print();
  clean("after the print");
  await terminal.kill();
  clean("after the crash");
  await department.start();
  const after = await stage.at(terminal);
  await after.signIn();
  await after.follow("records");
  await after.sees(after.words.received);
  clean("after the delivery");
  await terminal.close();
  await department.stop();
  clean("after everything has ended");

  assert.equal(printer.documents().length, 1);
  assert.equal((await department.arrived()).length, 1);
});

test("answers are not in a core file of a terminal that crashes where core files are allowed", async (t) => {
  const stage = Stage.for(t);
  const terminal = stage.terminal({ core: true });
  const counter = await stage.at(terminal);
  await counter.signIn();
  await counter.start();
  const typed = privateKeeper(PERSON).slice(0, 5);
  for (const page of typed) await counter.turn(page);

  await terminal.crash();

  assert.deepEqual(scan([stage.folder], MARKERS).found, []);
});

test("the scan finds a marker that was planted, in each form it looks for", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "counterfoil-planted-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const [spool, deep] = [join(folder, "spool"), join(folder, "a/b")];
  mkdirSync(spool);
  mkdirSync(deep, { recursive: true });
  const around = (bytes) => Buffer.concat([Buffer.alloc(5000, 7), bytes, Buffer.alloc(5000, 7)]);
  const planted = {
    "typed.log": Buffer.from("town=Jhuffleqworth;"),
    "capitals.db": Buffer.from("QX73ZVJ"),
    "small.json": Buffer.from('"wyxquobble": "kzq-marker-seller@WYXQUOBBLE.example"'.toLowerCase()),
    "wide.core": Buffer.from("Vorplazmythe", "utf16le"),
    "wide-big.core": Buffer.from("Vorplazmythe", "utf16le").swap16(),
  };
  for (const [name, bytes] of Object.entries(planted)) writeFileSync(join(deep, name), around(bytes));
  writeFileSync(join(spool, "paper.pdf"), "Jhuffleqworth");
  writeFileSync(join(folder, "innocent"), "nothing of anybody's");

  const { files, found } = scan([folder], MARKERS, [spool]);

  assert.equal(files, 6);
  const names = found.map(({ file }) => file.split("/").at(-1)).sort();
  assert.deepEqual(names, Object.keys(planted).sort());
});
