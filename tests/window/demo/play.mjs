// The main job in the real window, played without a person: `npm run demo`.
//
// Leaves the receipts, a screenshot of every step and a transcript in target/demo/. Exits with 1
// if any step fails. Start reading at `play`.

import { join } from "node:path";
import { privateKeeper } from "../support/keeper-change.mjs";
import { textOf } from "../support/pdf.mjs";
import { counterfoil } from "../support/counterfoil.mjs";
import { Stage } from "../support/stage.mjs";
import { Surroundings } from "../support/surroundings.mjs";
import { TARGET } from "../support/tree.mjs";
import { headingOf, WORDS } from "../support/words.mjs";
import { Record } from "./record.mjs";

const FOLDER = join(TARGET, "demo");
const SAYS = WORDS.en;

async function play(record, stage) {
  const department = await stage.department();
  const printer = await stage.printer();
  const terminal = stage.terminal({ department: department.address, printer: printer.address });
  const counter = await arrive(record, stage, terminal);
  await answerTheQuestions(record, counter);
  const reference = await declare(record, counter);
  await printTheReceipt(record, counter, printer, reference);
  await deliver(record, counter, department);
  await printACopy(record, counter, printer, reference);
  await lookAtTheRecords(record, counter, reference);
  await compare(record, department, terminal, reference);
}

async function arrive(record, stage, terminal) {
  let counter;
  await record.step("sign-in", "The department is down. The terminal starts in demonstration mode", async () => {
    counter = await stage.at(terminal);
    record.window = counter.window;
    await counter.comesTo(SAYS.signIn);
    await counter.isTold(SAYS.offline);
    return seen(counter);
  });
  await record.step("services", "Sam Sample signs in", async () => {
    await counter.signIn();
    await counter.isTold(SAYS.offline);
    return seen(counter);
  });
  return counter;
}

async function answerTheQuestions(record, counter) {
  const [first, ...pages] = privateKeeper().slice(0, -2);
  await record.step("wrong-answer", "A document reference number is typed wrongly", async () => {
    await counter.start();
    await counter.turn({ ...first, answers: [first.answers[0], { ...first.answers[1], text: "1234" }] });
    await counter.sees(SAYS.problem);
    return `${await seen(counter)}\n${(await counter.window.text(".govuk-error-summary")).trim()}`;
  });
  for (const page of [first, ...pages]) {
    const heading = headingOf(page.path, "en");
    await record.step(page.path, heading, async () => {
      await counter.comesTo(heading);
      for (const answer of page.answers) await counter.answer(answer);
      return page.answers.map(({ id, text, tick }) => `${id}: ${text ?? tick}`).join("\n");
    });
    await counter.press("answer");
  }
}

async function declare(record, counter) {
  const declaration = privateKeeper().at(-1);
  await record.step("check-answers", "The person checks the answers", async () => {
    await counter.comesTo(headingOf("check-answers", "en"));
    return counter.window.text(".govuk-summary-list");
  });
  await counter.press("answer");
  await record.step("declaration", "The person agrees to the declaration", async () => {
    await counter.comesTo(headingOf("declaration", "en"));
    for (const answer of declaration.answers) await counter.answer(answer);
    return seen(counter);
  });
  let reference;
  await record.step("recorded", "The submission is recorded while the department is down", async () => {
    await counter.press("answer");
    reference = await counter.recorded();
    return `${await seen(counter)}\nReference: ${reference}`;
  });
  return reference;
}

async function printTheReceipt(record, counter, printer, reference) {
  await record.step("receipt-printed", "The receipt is printed", async () => {
    await counter.print();
    const [receipt] = printer.documents();
    record.keep("receipt.pdf", receipt);
    return `${SAYS.printed}\n${paperSays(receipt, [reference, SAYS.recorded])}`;
  });
}

async function deliver(record, counter, department) {
  await record.step("connected", "The department comes back", async () => {
    await department.start();
    await counter.isTold(SAYS.online);
    return seen(counter);
  });
  await record.step("received", "The department acknowledges the submission", async () => {
    await counter.comesTo(SAYS.received);
    return seen(counter);
  });
}

async function printACopy(record, counter, printer, reference) {
  await record.step("copy-printed", "The receipt is printed again, as a copy", async () => {
    await counter.print(SAYS.printedCopy);
    const copy = printer.documents()[1];
    record.keep("copy.pdf", copy);
    return `${SAYS.printedCopy}\n${paperSays(copy, [reference, "COPY 1", "Received by "])}`;
  });
}

async function lookAtTheRecords(record, counter, reference) {
  await record.step("records", "The records of this terminal", async () => {
    await counter.follow("records");
    await counter.comesTo(SAYS.records);
    return counter.window.text("#main-content table");
  });
  await record.step("story", "What has happened to the submission", async () => {
    await counter.window.click("#main-content table a");
    await counter.comesTo(`Record ${reference}`);
    return counter.window.text('[data-live="story"]');
  });
}

async function compare(record, department, terminal, reference) {
  await record.step("evidence", "What arrived at the department is what was recorded here", async () => {
    const arrived = await department.arrived();
    await terminal.close();
    record.window = null;
    const recorded = await counterfoil("queue", "list", "--data-dir", terminal.data, "--json");
    const same = arrived.length === 1 && recorded.length === 1 && arrived[0].id === recorded[0].id;
    if (!same || arrived[0].reference !== reference) {
      throw new Error(`here ${JSON.stringify(recorded)}, at the department ${JSON.stringify(arrived)}`);
    }
    return JSON.stringify(arrived[0], null, 2);
  });
}

/** The lines of a printed document that hold each of `wanted`. */
function paperSays(pdf, wanted) {
  const lines = textOf(pdf).split("\n");
  const holding = wanted.map((words) => {
    const line = lines.find((each) => each.includes(words));
    if (line === undefined) throw new Error(`the paper does not say "${words}":\n${lines.join("\n")}`);
    return line.trim();
  });
  return `On paper: ${[...new Set(holding)].join(" / ")}`;
}

async function seen(counter) {
  return `"${await counter.heading()}"; the connection line says "${await counter.connection()}"`;
}

const around = await Surroundings.ready();
const stage = new Stage();
const record = new Record(FOLDER);
try {
  await play(record, stage);
  await stage.clear();
  console.log(`The demonstration is in ${FOLDER}`);
} catch (thrown) {
  console.error(`The demonstration failed: ${thrown.message}`);
  console.error(`See ${join(FOLDER, "transcript.md")}; logs are in ${stage.folder}`);
  process.exitCode = 1;
} finally {
  await stage.close();
  await around.close();
}
