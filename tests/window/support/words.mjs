// The words that these tests look for. A service's words come from its definition, so that a
// test says which page it means and not how it is worded today; the product's own are its
// promise to the person, so they are written out.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./tree.mjs";

/** The product's own words. */
export const WORDS = {
  en: {
    signIn: "Sign in",
    home: "Choose a service",
    recorded: "Recorded on this terminal",
    received: "Received by DVLA",
    online: "Connected to the department",
    offline: "Not connected. You can keep working",
    printed: "The receipt has been printed.",
    printedCopy: "Copy 1 of the receipt has been printed.",
    notPrinted: "The receipt has not been printed: no printer took it.",
    kept: "The receipt is a PDF file now.",
    records: "Records on this terminal",
    tried: "Tried to reach the department",
    damaged: "This terminal's records could not be read",
    inUse: "Counterfoil is already open on this terminal",
    problem: "There is a problem",
  },
  cy: {
    signIn: "Mewngofnodi",
    home: "Dewiswch wasanaeth",
    recorded: "Wedi'i gofnodi ar y derfynell hon",
    received: "Wedi'i dderbyn gan DVLA",
    online: "Wedi cysylltu â'r adran",
    offline: "Heb gysylltiad. Gallwch ddal ati i weithio",
    printed: "Mae'r dderbynneb wedi'i hargraffu.",
  },
};

const read = (name) => JSON.parse(readFileSync(join(ROOT, "services/dvla", name), "utf8"));
const ENGLISH = read("vehicle-keeper-change.json");
const WELSH = read("vehicle-keeper-change.cy.json");

/** The service's id. */
export const SERVICE = ENGLISH.id;

/** The heading of a page of the service: its title, or else its only question. */
export function headingOf(path, language) {
  if (path === "check-answers") return language === "cy" ? WELSH["page.check-answers.title"] : ENGLISH.check.title;
  if (path === "declaration") return language === "cy" ? WELSH["page.declaration.title"] : ENGLISH.declaration.title;
  const page = ENGLISH.pages.find((each) => each.path === path);
  const field = page.fields[0];
  if (language === "cy") return WELSH[page.title ? `page.${path}.title` : `field.${field.id}.label`];
  return page.title ?? field.label;
}
