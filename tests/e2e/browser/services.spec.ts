// Every page of every shipped service, through the real screens, in English and in Welsh: no
// barrier that axe knows of, no words missing, and a picture of each to look at.

import { expect } from "@playwright/test";
import { join } from "node:path";
import { SCREENS, test } from "./desk.ts";
import { shipped } from "./walk/catalogue.ts";
import { Journey } from "./walk/host.ts";
import { Look } from "./walk/look.ts";
import { toursOf } from "./walk/tours.ts";
import { RECORDED, Walk, withItems } from "./walk/walk.ts";

// The longest service has some 150 pages to look at, three times each.
test.setTimeout(900_000);

for (const [index, service] of shipped().entries()) {
  const recordIn = index % 2 === 0 ? "en" : "cy";

  test(`every page of ${service.id} is whole in both languages`, async ({ counter, page }) => {
    const [tours] = await Promise.all([toursOf(service.id), counter.signIn()]);
    const look = new Look(page, join(SCREENS, "services", service.id));
    const walk = new Walk(counter, service, new Journey(page.url(), service.id), look);

    await walk.through(tours, recordIn);

    expect.soft(look.faults).toEqual([]);
    const wanted = [...tours.pages, tours.declaration, RECORDED, ...service.groups.map(withItems)];
    expect(wanted.filter((one) => !walk.shown.has(one)), "pages that were not shown").toEqual([]);
  });
}
