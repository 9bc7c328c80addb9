// Small made-up views for tests. Everyone in them is invented.

import type { CheckView } from "../../src/host/generated/CheckView";
import type { ChoiceView } from "../../src/host/generated/ChoiceView";
import type { ContentBlock } from "../../src/host/generated/ContentBlock";
import type { Control } from "../../src/host/generated/Control";
import type { FieldView } from "../../src/host/generated/FieldView";
import type { HomeView } from "../../src/host/generated/HomeView";
import type { Language } from "../../src/host/generated/Language";
import type { PageView } from "../../src/host/generated/PageView";
import type { PartView } from "../../src/host/generated/PartView";
import type { Span } from "../../src/host/generated/Span";
import type { StateWord } from "../../src/host/generated/StateWord";
import type { SubmissionView } from "../../src/host/generated/SubmissionView";
import type { TaskListView } from "../../src/host/generated/TaskListView";

/** English or Welsh, for words that a service would bring. */
export function either(language: Language, en: string, cy: string): string {
  return language === "en" ? en : cy;
}

export function home(language: Language = "en"): HomeView {
  return {
    services: [
      {
        id: "dvla/vehicle-keeper-change",
        title: either(language, "Tell DVLA a vehicle has a new keeper", "Dweud wrth DVLA fod gan gerbyd geidwad newydd"),
        summary: either(
          language,
          "Use this when a vehicle was sold or given to a person or a business.",
          "Defnyddiwch hwn pan fydd cerbyd wedi'i werthu neu ei roi i berson neu fusnes.",
        ),
        department: either(language, "Driver and Vehicle Licensing Agency", "Yr Asiantaeth Trwyddedu Gyrwyr a Cherbydau"),
      },
    ],
    counts: { waiting: 2, received: 14, needs_attention: 1 },
    disk_full: false,
  };
}

type Of<Kind extends Control["kind"]> = Extract<Control, { kind: Kind }>;

export const INPUT: Of<"input"> = {
  kind: "input",
  value: "",
  width: 10,
  input_mode: "text",
  autocomplete: null,
  spellcheck: false,
  max_chars: 40,
  prefix: null,
  suffix: null,
};

export const TEXT_AREA: Of<"text_area"> = {
  kind: "text_area",
  value: "",
  rows: 5,
  max_chars: 4000,
  limit: 2000,
  limit_words: null,
};

export const DATE: Of<"date"> = {
  kind: "date",
  day: "",
  month: "",
  year: "",
  wrong: [],
  birthday: false,
};

export const MONTH_YEAR: Of<"month_year"> = { kind: "month_year", month: "", year: "", wrong: [] };

/** Choices with the given words; the value of each is its word in small letters. */
export function choices(...labels: string[]): ChoiceView[] {
  return labels.map((label) => ({ value: label.toLowerCase(), label, hint: null }));
}

export const RADIOS: Of<"radios"> = {
  kind: "radios",
  options: choices("Yes", "No"),
  chosen: null,
  inline: false,
};

export const CHECKBOXES: Of<"checkboxes"> = {
  kind: "checkboxes",
  options: choices("None", "Gas", "Oil"),
  chosen: [],
  exclusive: null,
};

export const SELECT: Of<"select"> = {
  kind: "select",
  options: choices("Algeria", "Côte d’Ivoire", "France", "Germany", "Niger", "Nigeria"),
  chosen: null,
  autocomplete: false,
};

export function part(name: string, label: string): PartView {
  return {
    name,
    label,
    value: "",
    width: null,
    input_mode: "text",
    autocomplete: null,
    problem: null,
    max_chars: 500,
  };
}

export const PARTS: Of<"parts"> = {
  kind: "parts",
  parts: [
    part("Home_Address-line-1", "Address line 1"),
    { ...part("Home_Address-postcode", "Postcode"), width: 10, autocomplete: "postal-code" },
  ],
};

export const FILE: Of<"file"> = {
  kind: "file",
  accept: ["image/jpeg"],
  max_bytes: 1_000_000,
  max: 2,
  names: [],
};

export function span(text: string, more: Partial<Span> = {}): Span {
  return { text, strong: false, address: null, ...more };
}

export function paragraph(text: string): ContentBlock {
  return { kind: "paragraph", spans: [span(text)] };
}

export function field(id: string, label: string, control: Control): FieldView {
  return { id, label, hint: null, problem: null, optional: false, control };
}

export function page(path: string, title: string, fields: FieldView[]): PageView {
  return {
    path,
    title,
    caption: "New keeper",
    content: [],
    fields,
    problems: [],
    warnings: [],
    items: [],
    back: null,
    button: "Continue",
    purpose: "questions",
    changing: false,
    staff_notes: [],
  };
}

export function check(): CheckView {
  return {
    path: "check-answers",
    title: "Check your answers",
    caption: "New keeper",
    sections: [
      {
        title: "Vehicle",
        rows: [
          { field: "registration", question: "Registration number", answer: ["AB12 CDE"], page: "vehicle" },
          { field: "address", question: "Address", answer: ["1 High Street", "Anytown"], page: "keeper address" },
        ],
      },
    ],
    back: "date",
    button: "Continue",
  };
}

export function tasks(language: Language = "en"): TaskListView {
  return {
    path: "tasks",
    title: either(language, "Your application", "Eich cais"),
    caption: either(language, "New keeper", "Ceidwad newydd"),
    tasks: [
      { title: either(language, "The vehicle", "Y cerbyd"), status: "completed", page: "vehicle" },
      { title: either(language, "Children", "Plant"), status: "in_progress", page: "children/2/name" },
      { title: either(language, "You", "Chi"), status: "not_started", page: "you" },
      { title: either(language, "Payment", "Taliad"), status: "cannot_start", page: null },
    ],
    back: null,
    button: either(language, "Continue", "Parhau"),
  };
}

export function submission(state: StateWord = "recorded"): SubmissionView {
  return {
    row: {
      id: "0190a000-0000-7000-8000-000000000001",
      reference: "CF7K-9Q2M-4XWD",
      sequence: 17,
      service: "Tell DVLA a vehicle has a new keeper",
      department: "DVLA",
      recorded_at: "2026-11-23T19:05:00+00:00",
      state,
    },
    department_reference: state === "received" ? "DVLA-2026-000017" : null,
    story: [
      { at: "2026-11-23T19:05:00+00:00", kind: "recorded", staff_number: "1001" },
      { at: "2026-11-23T19:05:02+00:00", kind: "attempted", staff_number: null },
      { at: "2026-11-23T19:05:03+00:00", kind: "unreachable", staff_number: null },
    ],
    receipts_made: 0,
    next: ["DVLA will write within 4 weeks."],
  };
}
