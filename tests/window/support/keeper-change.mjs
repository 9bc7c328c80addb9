// What a person answers when a vehicle has a new private keeper. All of them are invented.

/** @typedef {{ id: string, text: string } | { id: string, tick: string }} Answer */

/** The demonstration's member of staff. */
export const STAFF = { number: "100234", pin: "73190482" };

const PERSON = {
  registration: "AB12 CDE",
  document: "12345678910",
  title: "Ms",
  firstName: "Example",
  lastName: "Imaginary",
  addressLine1: "1 Nowhere Street",
  town: "Exampleton",
  postcode: "ZE9 9ZZ",
  keeperEmail: "madeup.keeper@example.com",
  sellerEmail: "madeup.seller@example.com",
};

/**
 * The answers page by page, for the private branch. `changes` replaces some of the person.
 *
 * @returns {{ path: string, answers: Answer[] }[]}
 */
export function privateKeeper(changes = {}) {
  const person = { ...PERSON, ...changes };
  const text = (id, value) => ({ id, text: value });
  return [
    {
      path: "vehicle",
      answers: [text("vehicle-registration", person.registration), text("document-reference", person.document)],
    },
    { path: "sale-date", answers: daysAgo("sale-date", 3) },
    { path: "sold-to", answers: [{ id: "sold-to", tick: "private" }] },
    {
      path: "keeper-name",
      answers: [
        text("keeper-title", person.title),
        text("keeper-first-name", person.firstName),
        text("keeper-last-name", person.lastName),
      ],
    },
    {
      path: "keeper-address",
      answers: [
        text("keeper-address-line-1", person.addressLine1),
        text("keeper-town", person.town),
        text("keeper-postcode", person.postcode),
      ],
    },
    { path: "keeper-more", answers: [text("keeper-email", person.keeperEmail)] },
    { path: "mileage", answers: [text("mileage", "48210")] },
    { path: "seller-email-wanted", answers: [{ id: "seller-email-wanted", tick: "yes" }] },
    {
      path: "seller-email",
      answers: [text("seller-email", person.sellerEmail), text("seller-email-again", person.sellerEmail)],
    },
    { path: "check-answers", answers: [] },
    {
      path: "declaration",
      answers: [
        { id: "registration-lost", tick: "understood" },
        { id: "declared", tick: "agreed" },
      ],
    },
  ];
}

function daysAgo(id, days) {
  const day = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  return [
    { id: `${id}-day`, text: String(day.getDate()) },
    { id: `${id}-month`, text: String(day.getMonth() + 1) },
    { id: `${id}-year`, text: String(day.getFullYear()) },
  ];
}
