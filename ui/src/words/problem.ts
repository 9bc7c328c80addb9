// Plain words for problem codes.

import type { Problem } from "../host/generated/Problem";
import type { Say } from "./words";

/** What is wrong, and what the person in front of the screen does next. */
export interface ProblemWords {
  what: string;
  next: string;
}

/** The words for a code. There is no default: a new code must be given words here. */
export function problemWords(problem: Problem, say: Say): ProblemWords {
  switch (problem) {
    case "sign_in_wrong":
      return { what: say("problem-sign-in-wrong"), next: say("problem-sign-in-wrong-next") };
    case "sign_in_locked":
      return { what: say("problem-sign-in-locked"), next: say("problem-sign-in-locked-next") };
    case "signed_out":
      return { what: say("problem-signed-out"), next: say("problem-signed-out-next") };
    case "not_found":
      return { what: say("problem-not-found"), next: say("problem-not-found-next") };
    case "not_set_up":
      return { what: say("problem-not-set-up"), next: say("problem-not-set-up-next") };
    case "disk_full":
      return { what: say("problem-disk-full"), next: say("problem-disk-full-next") };
    case "storage_failed":
      return { what: say("problem-storage-failed"), next: say("problem-storage-failed-next") };
    case "in_use":
      return { what: say("problem-in-use"), next: say("problem-in-use-next") };
    case "wrong_key":
      return { what: say("problem-wrong-key"), next: say("problem-wrong-key-next") };
    case "key_unavailable":
      return { what: say("problem-key-unavailable"), next: say("problem-key-unavailable-next") };
    case "damaged":
      return { what: say("problem-damaged"), next: say("problem-damaged-next") };
    case "newer_file":
      return { what: say("problem-newer-file"), next: say("problem-newer-file-next") };
    case "printer_failed":
      return { what: say("problem-printer-failed"), next: say("problem-printer-failed-next") };
    case "bad_request":
      return { what: say("problem-bad-request"), next: say("problem-bad-request-next") };
    case "call_support":
      return { what: say("problem-call-support"), next: say("problem-call-support-next") };
  }
}
