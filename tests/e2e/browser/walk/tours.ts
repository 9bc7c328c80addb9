// Journeys that together show every page of a service, worked out by the program `tours`.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../program.ts";

/** What is typed, by the name of the input. */
export type Values = Record<string, string[]>;

/** One page answered. */
export interface Step {
  path: string;
  values: Values;
}

/** A journey: the pages answered, and where they lead. */
export interface Tour {
  steps: Step[];
  end: string;
}

/** All that is needed to see a service whole. */
export interface Tours {
  /** The last part of the path of each page, list, exit and check answers. */
  pages: string[];
  tours: Tour[];
  /** The path of the declaration. */
  declaration: string;
  /** A declaration that passes. */
  declared: Values;
}

/** The journeys through `service` as it is today. */
export function toursOf(service: string): Tours {
  const printed = execFileSync(join(ROOT, "target/debug/tours"), [today(), service], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return JSON.parse(printed) as Tours;
}

/** This day where the terminal is. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
