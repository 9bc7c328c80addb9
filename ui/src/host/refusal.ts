// Why a command did not do what was asked, as an error that can be thrown.

import type { Problem } from "./generated/Problem";

// A record, so that a code added to the bridge fails to compile until it is named here.
const KNOWN: Record<Problem, true> = {
  sign_in_wrong: true,
  sign_in_locked: true,
  signed_out: true,
  not_found: true,
  not_set_up: true,
  disk_full: true,
  storage_failed: true,
  in_use: true,
  wrong_key: true,
  key_unavailable: true,
  damaged: true,
  newer_file: true,
  printer_failed: true,
  bad_request: true,
  call_support: true,
};

/** Every problem code. */
export const PROBLEMS = Object.keys(KNOWN) as Problem[];

/** A command was refused or failed. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(readonly problem: Problem) {
    super(problem);
  }
}

/** What came back instead of an answer, as a refusal. Anything strange calls for support. */
export function refusalFrom(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  return new Refusal(isProblem(thrown) ? thrown : "call_support");
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "string" && Object.hasOwn(KNOWN, value);
}
