// Journeys that together show every page of a service, worked out by the program `tours`.

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../program.ts";

const run = promisify(execFile);

/** The most that the program prints, in bytes, many times over. */
const PRINTED_MAX = 1 << 26;

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
export async function toursOf(service: string): Promise<Tours> {
  const program = join(ROOT, "target/debug/tours");
  const { stdout } = await run(program, [today(), service], { maxBuffer: PRINTED_MAX });
  return JSON.parse(stdout) as Tours;
}

/** This day where the terminal is. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
