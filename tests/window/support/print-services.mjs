// The system bus and Avahi, which `ippeveprinter` insists on. Those of the machine are used, or
// they are started (as root, in a container) and stopped by whoever needs them last.
//
// The Rust tests share them in the same way, by the same three files (`counterfoil-testing`,
// `ipp_printer/daemons.rs`): a shared lock on `users` is held by each who still needs them,
// `gate` lets one at a time start or stop, `started` holds the process ids to stop.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { isRunning } from "./programs.mjs";
import { searchPath } from "./tree.mjs";
import { until } from "./until.mjs";

const SYSTEM_BUS = "/run/dbus/system_bus_socket";
const AVAHI = "/run/avahi-daemon/socket";
const AVAHI_PID = "/run/avahi-daemon/pid";
const FOLDER = join(tmpdir(), "counterfoil-ipp-printer");
const [USERS, GATE, STARTED] = ["users", "gate", "started"].map((name) => join(FOLDER, name));
const ENV = { ...process.env, PATH: searchPath() };

/** Both run for as long as this is open. */
export class PrintServices {
  #use;

  static async ready() {
    mkdirSync(FOLDER, { recursive: true });
    const services = new PrintServices();
    await alone(async () => {
      services.#use = await locked("--shared", USERS);
      if (!(await answers(SYSTEM_BUS))) startBus();
      if (!(await answers(AVAHI))) startAvahi();
    });
    return services;
  }

  async close() {
    await alone(async () => {
      await unlock(this.#use);
      const last = spawnSync("flock", ["--nonblock", "--exclusive", USERS, "true"]).status === 0;
      if (last) await stopWhatWasStarted();
    });
  }
}

async function alone(work) {
  const gate = await locked("--exclusive", GATE);
  try {
    return await work();
  } finally {
    await unlock(gate);
  }
}

// The lock is held by a program that ends with its standard input, so it ends with this one too.
async function locked(how, file) {
  const holder = spawn("flock", [how, file, "sh", "-c", "echo locked; exec cat"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(holder.stdout, "data");
  return holder;
}

async function unlock(holder) {
  const ended = once(holder, "exit");
  holder.stdin.end();
  await ended;
}

function startBus() {
  mkdirSync("/run/dbus", { recursive: true });
  const args = ["--system", "--fork", "--nopidfile", "--print-pid"];
  remember(execFileSync("dbus-daemon", args, { env: ENV, encoding: "utf8" }));
}

// Returns when Avahi is ready: that is what it waits for before it goes into the background.
function startAvahi() {
  const args = ["--daemonize", "--no-drop-root", "--no-chroot", "--no-rlimits"];
  execFileSync("avahi-daemon", args, { env: ENV, stdio: "ignore" });
  remember(readFileSync(AVAHI_PID, "utf8"));
}

// The daemon started last comes first, so Avahi stops before its bus.
function remember(pid) {
  const before = existsSync(STARTED) ? readFileSync(STARTED, "utf8") : "";
  writeFileSync(STARTED, `${pid.trim()}\n${before}`);
}

async function stopWhatWasStarted() {
  if (!existsSync(STARTED)) return;
  const pids = readFileSync(STARTED, "utf8").split("\n").filter(Boolean).map(Number);
  for (const pid of pids.filter(isRunning)) {
    process.kill(pid, "SIGTERM");
    await until(`process ${pid} is gone`, () => !isRunning(pid), 5_000);
  }
  rmSync(STARTED);
}

function answers(socket) {
  if (!existsSync(socket)) return false;
  return new Promise((say) => {
    const connection = connect(socket);
    connection.once("connect", () => say(connection.end() && true));
    connection.once("error", () => say(false));
  });
}
