import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Stage } from "../support/stage.mjs";

test("a damaged database is set aside, nothing is deleted, and the screen says so every time", async (t) => {
  const stage = Stage.for(t);
  const terminal = stage.terminal({});
  const before = await stage.at(terminal);
  await before.comesTo(before.words.signIn);
  await terminal.close();
  const database = join(terminal.data, "queue.db");
  const damaged = readFileSync(database).fill(0x5a, 0, 8192);
  writeFileSync(database, damaged);
  const names = readdirSync(terminal.data);

  const after = await stage.at(terminal);
  await after.comesTo(after.words.damaged);

  const now = readdirSync(terminal.data);
  const same = now.filter((name) => isFileWith(join(terminal.data, name), damaged));
  assert.equal(same.length, 1, `the damaged file is still there, among ${now}`);
  assert.ok(names.length <= now.length, `nothing was deleted: ${names} are now ${now}`);
  assert.ok(existsSync(join(terminal.data, "queue.key")), "the key is kept");

  await terminal.close();
  const later = await stage.at(terminal);
  await later.comesTo(later.words.damaged);
});

test("a second window on the same terminal says that it is in use", async (t) => {
  const stage = Stage.for(t);
  const first = stage.terminal({});
  const staff = await stage.at(first);
  await staff.signIn();

  const second = stage.terminal({ data: first.data }, "second");
  const other = await stage.at(second);
  await other.comesTo(other.words.inUse);
  await second.close();

  await staff.follow("records");
  await staff.comesTo(staff.words.records);
});

function isFileWith(path, bytes) {
  try {
    return readFileSync(path).equals(bytes);
  } catch (thrown) {
    if (thrown.code === "EISDIR") return false;
    throw thrown;
  }
}
