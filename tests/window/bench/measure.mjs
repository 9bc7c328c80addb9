// What a person waits for at the real window: `npm run bench`, on an optimised build.
//
// Prints one JSON object, in milliseconds. Start reading at `measure`.

import { readFileSync } from "node:fs";
import { Stage } from "../support/stage.mjs";
import { Surroundings } from "../support/surroundings.mjs";
import { childrenOf, memoryOf } from "../support/programs.mjs";
import { privateKeeper } from "../support/keeper-change.mjs";
import { headingOf } from "../support/words.mjs";

const LAUNCHES = 10;
const TURNS = 200;

/** Presses Continue and waits until the next page has been painted. Runs inside the page. */
const TURN = `
  const done = arguments[arguments.length - 1];
  const main = document.getElementById("main-content");
  const pressed = performance.now();
  const seen = new MutationObserver(() => {
    seen.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - pressed)));
  });
  seen.observe(main, { childList: true });
  main.querySelector("form[data-act='answer'] button[type='submit']").click();`;

/** When the page with a heading was there, by the machine's clock. Runs inside the page. */
const PAINTED = `
  const done = arguments[arguments.length - 1];
  const look = () => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    if (!document.querySelector("#main-content h1") || !paint) return requestAnimationFrame(look);
    done(performance.timeOrigin + paint.startTime);
  };
  look();`;

async function measure() {
  const launches = [];
  for (let n = 0; n < LAUNCHES; n += 1) launches.push(await launch());
  const { turns, memory } = await pageTurns();
  return {
    what: "the real window, optimised build, under Xvfb",
    launch_to_sign_in_ms: summary(launches),
    page_turn_ms: summary(turns),
    memory_pss_mib: memory,
  };
}

/** From the start of the process to the sign-in screen's first paint. */
async function launch() {
  const stage = new Stage();
  try {
    const terminal = stage.terminal({});
    const window = await terminal.open();
    const painted = await window.runAsync(PAINTED);
    return painted - startOf(terminal.pid);
  } finally {
    await stage.close();
  }
}

/** The same page again and again, forward and back, as fast as it goes. */
async function pageTurns() {
  const stage = new Stage();
  try {
    const terminal = stage.terminal({});
    const counter = await stage.at(terminal);
    await counter.signIn();
    await counter.start();
    const [first] = privateKeeper();
    const turns = [];
    for (let n = 0; n < TURNS; n += 1) {
      await counter.comesTo(headingOf(first.path, "en"));
      if (n === 0) for (const answer of first.answers) await counter.answer(answer);
      turns.push(await counter.window.runAsync(TURN));
      await counter.window.click(".govuk-back-link");
    }
    const all = [terminal.pid, ...childrenOf(terminal.pid)];
    return { turns, memory: Math.round(all.reduce((sum, pid) => sum + memoryOf(pid), 0) / 1024) };
  } finally {
    await stage.close();
  }
}

/** When a process was started, in milliseconds since 1970, to the kernel's 10 ms. */
function startOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const ticks = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]);
  const uptime = Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]);
  return Date.now() - uptime * 1000 + ticks * 10;
}

function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]);
  return { times: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

const around = await Surroundings.ready();
try {
  console.log(JSON.stringify(await measure(), null, 2));
} finally {
  await around.close();
}
