// Starts the screens over the host that this build has.

import { host } from "counterfoil-host";
import { App } from "./screens/app";
import { Window } from "./screens/window";
import "./styles/main.scss";

/** How often the connection and the state words are brought up to date, in milliseconds. */
const TICK_MS = 1000;

const app = new App(host, new Window(document));

async function keepTicking(): Promise<void> {
  await app.tick();
  setTimeout(() => void keepTicking(), TICK_MS);
}

void app.begin().then(keepTicking);
