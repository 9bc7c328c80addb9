// What happened to a record, in plain words.

import type { Say } from "../words/words";

/** The words for an event's kind. The program's list only grows, so an unknown kind is named. */
export function storyWords(kind: string, department: string, say: Say): string {
  switch (kind) {
    case "recorded":
      return say("story-recorded");
    case "attempted":
      return say("story-attempted");
    case "unreachable":
      return say("story-unreachable");
    case "faulted":
      return say("story-faulted");
    case "interrupted":
      return say("story-interrupted");
    case "acknowledged":
      return say("story-acknowledged", { department });
    case "refused":
      return say("story-refused");
    case "released":
      return say("story-released");
    case "receipt_queued":
      return say("story-receipt-queued");
    case "receipt_printed":
      return say("story-receipt-printed");
    case "receipt_failed":
      return say("story-receipt-failed");
    case "receipt_saved":
      return say("story-receipt-kept");
    default:
      return say("story-other", { kind });
  }
}
