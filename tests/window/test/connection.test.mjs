import { test } from "node:test";
import { Stage } from "../support/stage.mjs";

/** How soon the connection line must be true (the promise in the product's design). */
const TRUE_WITHIN_MS = 5_000;

test("the connection line is true within 5 seconds when the department goes and comes back", async (t) => {
  const stage = Stage.for(t);
  const department = await stage.department();
  const terminal = stage.terminal({ department: department.address });
  const counter = await stage.at(terminal);
  await counter.signIn();
  await counter.isTold(counter.words.offline);

  await department.start();
  await counter.isTold(counter.words.online, TRUE_WITHIN_MS);
  await department.kill();
  await counter.isTold(counter.words.offline, TRUE_WITHIN_MS);
  await department.start();
  await counter.isTold(counter.words.online, TRUE_WITHIN_MS);
});

test("the connection line is true within 5 seconds when the department hangs", async (t) => {
  const stage = Stage.for(t);
  const department = await stage.department();
  await department.start();
  const terminal = stage.terminal({ department: department.address });
  const counter = await stage.at(terminal);
  await counter.signIn();
  await counter.isTold(counter.words.online);

  department.pause();
  await counter.isTold(counter.words.offline, TRUE_WITHIN_MS);
  department.resume();
  await counter.isTold(counter.words.online, TRUE_WITHIN_MS);
});
