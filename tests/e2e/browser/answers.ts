// Answers of invented people, page by page in the order in which the service asks.

/** What goes into one page. */
export interface Answered {
  /** The page's name in pictures. */
  name: string;
  values: Record<string, string | string[]>;
  /** Left empty, the page is refused: it asks for something. */
  required: boolean;
}

/** A day `days` ago, as typed. */
export function daysAgo(days: number): string[] {
  const day = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  return [String(day.getDate()), String(day.getMonth() + 1), String(day.getFullYear())];
}

const VEHICLE: Answered = {
  name: "vehicle",
  values: { "vehicle-registration": "ab12cde", "document-reference": "12345678910" },
  required: true,
};

const MILEAGE: Answered = { name: "mileage", values: { mileage: "48210" }, required: false };

/** A vehicle that went to a person. */
export const PRIVATE: Answered[] = [
  VEHICLE,
  { name: "sale-date", values: { "sale-date": daysAgo(3) }, required: true },
  { name: "sold-to", values: { "sold-to": "private" }, required: true },
  {
    name: "keeper-name",
    values: {
      "keeper-title": "Ms",
      "keeper-first-name": "Example",
      "keeper-last-name": "Imaginary",
    },
    required: true,
  },
  {
    name: "keeper-address",
    values: {
      "keeper-address-line-1": "1 Nowhere Street",
      "keeper-town": "Exampleton",
      "keeper-postcode": "SA6 7JL",
    },
    required: true,
  },
  {
    name: "keeper-more",
    values: { "keeper-birth-date": ["27", "3", "1976"] },
    required: false,
  },
  MILEAGE,
  { name: "seller-email-wanted", values: { "seller-email-wanted": "yes" }, required: true },
  {
    name: "seller-email",
    values: {
      "seller-email": "madeup.seller@example.com",
      "seller-email-again": "madeup.seller@example.com",
    },
    required: true,
  },
];

/** A vehicle that went to a business more than a year ago. */
export const BUSINESS: Answered[] = [
  VEHICLE,
  { name: "sale-date", values: { "sale-date": daysAgo(500) }, required: true },
  {
    name: "confirm-sale-date",
    values: { "sale-date-confirmed": "confirmed" },
    required: true,
  },
  { name: "sold-to", values: { "sold-to": "business" }, required: true },
  { name: "business", values: { "business-name": "Invented Vans Ltd" }, required: true },
  {
    name: "business-address",
    values: {
      "business-address-line-1": "2 Nowhere Street",
      "business-town": "Exampleton",
      "business-postcode": "SA6 7JL",
    },
    required: true,
  },
  { name: "keeper-consent", values: { "keeper-consent": "agrees" }, required: true },
  MILEAGE,
  { name: "seller-email-wanted", values: { "seller-email-wanted": "no" }, required: true },
];

/** The declaration. */
export const DECLARATION: Answered = {
  name: "declaration",
  values: { "registration-lost": "understood", declared: "agreed" },
  required: true,
};

/** The service, as in a link of the home screen. */
export const SERVICE = "#/start/dvla%2Fvehicle-keeper-change";
