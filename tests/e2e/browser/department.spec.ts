// What the screen says while the department is away, comes, and goes again.

import { expect } from "@playwright/test";
import { createServer } from "node:net";
import { once } from "node:events";
import { DECLARATION, PRIVATE, SERVICE } from "./answers.ts";
import { Counter, test, watch } from "./desk.ts";

/** The connection on the screen is true within 5 s; the screen asks every 2 s. */
const TRUE_WITHIN_MS = 5_000 + 2_000;
/** The longest wait before the first tries, and the department's own start. */
const RECEIVED_WITHIN_MS = 60_000;

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

test("the page turns to received by itself when the department comes", async ({ page, place }) => {
  const address = `127.0.0.1:${await freePort()}`;
  const desk = await place.desk({ department: `http://${address}` });
  const faults = watch(page, desk.url);
  const counter = new Counter(page, "department");
  const connection = page.locator("#connection");
  await page.goto(desk.url);
  await counter.signIn();
  await expect(connection).toHaveText("Not connected. You can keep working");
  await counter.follow(SERVICE);
  for (const { values } of PRIVATE) {
    await counter.fill(values);
    await counter.press();
  }
  await counter.press();
  await counter.fill(DECLARATION.values);
  await counter.press();
  await expect(counter.heading()).toHaveText("Recorded on this terminal");
  await counter.inspect("recorded");

  const department = await place.department(address);
  await expect(counter.heading()).toHaveText("Received by DVLA", { timeout: RECEIVED_WITHIN_MS });
  await expect(counter.heading()).toBeFocused();
  await expect(page.locator("#announcer")).toHaveText("Received by DVLA");
  await expect(connection).toHaveText("Connected to the department", { timeout: TRUE_WITHIN_MS });
  await counter.inspect("received");
  await counter.switchLanguage();
  await expect(counter.heading()).toHaveText("Wedi'i dderbyn gan DVLA");
  await expect(page.locator("main")).not.toContainText("What happens next");
  await expect(page.locator("main")).not.toContainText("letter within 4 weeks");
  await counter.inspect("received-cy");

  await counter.follow("#/records");
  await expect(page.locator("main table")).toContainText("Wedi'i dderbyn gan DVLA");
  await page.locator("main table a").click();
  await expect(page.locator("main")).toContainText("Cyfeirnod yr adran");
  await counter.inspect("record-cy");

  await department.stop();
  await expect(connection).toHaveText("Heb gysylltiad. Gallwch ddal ati i weithio", {
    timeout: TRUE_WITHIN_MS,
  });
  expect(faults).toEqual([]);
});
