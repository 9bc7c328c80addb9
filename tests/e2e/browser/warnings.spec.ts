// What may be wrong and need not be: it is said once, in both languages, and going on with the
// same answer is allowed. The tours of a service answer so that there is nothing to warn of.

import { expect } from "@playwright/test";
import { join } from "node:path";
import { SCREENS, test } from "./desk.ts";
import { fill, given, pairs } from "./walk/fill.ts";
import { Journey } from "./walk/host.ts";
import { Look } from "./walk/look.ts";
import { toursOf, type Step, type Values } from "./walk/tours.ts";
import { follow, linkTo } from "./walk/turn.ts";

/** Questions whose answer is seldom that of another one. */
const ALIKE = [
  { service: "cabinet-office/register-to-vote", path: "last-uk-address", like: "address" },
  { service: "dwp/carers-allowance", path: "partner-date-of-birth", like: "date-of-birth" },
];

/** The answers on the way to `path`, and to the page itself what was answered to `like`. */
async function wayTo(service: string, path: string, like: string): Promise<[Step[], Values]> {
  const { tours } = await toursOf(service);
  const steps = tours.map((tour) => tour.steps).find((all) => all.some((step) => step.path === path)) ?? [];
  const before = steps.slice(0, steps.findIndex((step) => step.path === path));
  const named = before.flatMap(({ values }) => Object.entries(values));
  const same = named.filter(([name]) => name.startsWith(`${like}-`));
  return [before, Object.fromEntries(same.map(([name, value]) => [name.replace(like, path), value]))];
}

for (const { service, path, like } of ALIKE) {
  test(`a warning in ${service} is said in both languages and can be passed`, async ({ counter, page }) => {
    await counter.signIn();
    const [before, values] = await wayTo(service, path, like);
    const journey = new Journey(page.url(), service);
    const look = new Look(page, join(SCREENS, "warnings", service));
    await journey.begin();
    for (const step of before) await journey.answer(step);
    await follow(page, linkTo(path));
    await fill(page, values);
    await counter.press();

    const face = await journey.at(path);
    const banner = page.locator(".govuk-notification-banner[role=alert]");
    await expect(banner).toBeFocused();
    await expect(banner).toContainText(face.warnings[0]?.message ?? "no warning");
    await look.at({ language: "en", picture: `${path}-en`, title: face.caption });
    await counter.switchLanguage();
    const inWelsh = await journey.at(path, "cy");
    await expect(banner).toContainText(inWelsh.warnings[0]?.message ?? "no warning");
    expect(await given(page)).toEqual(pairs(values));
    await look.at({ language: "cy", picture: `${path}-cy`, title: inWelsh.caption });

    await banner.locator("a").click();
    await expect(page.locator("main form input").first()).toBeFocused();
    await counter.press();
    await expect(counter.heading()).not.toHaveText(inWelsh.title);
    await expect(page.locator(".govuk-error-summary, .govuk-notification-banner")).toHaveCount(0);
    expect(look.faults).toEqual([]);
  });
}
