// The words for where a submission stands, and the tag that shows them.

import type { Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { StateWord } from "../host/generated/StateWord";
import type { Say } from "../words/words";

/** The state in words. They are the same on every screen and on paper. */
export function stateWords(state: StateWord, department: string, say: Say): string {
  switch (state) {
    case "recorded":
      return say("state-recorded");
    case "received":
      return say("state-received", { department });
    case "needs_attention":
      return say("state-needs-attention");
  }
}

const TAG_CLASSES: Record<StateWord, string> = {
  recorded: "govuk-tag--yellow",
  received: "govuk-tag--green",
  needs_attention: "govuk-tag--red",
};

/** The state as a GOV.UK tag; the colour only repeats what the words say. */
export function stateTag(state: StateWord, department: string, say: Say): Html {
  return macro("tag", {
    text: stateWords(state, department, say),
    classes: `${TAG_CLASSES[state]} cf-tag`,
  });
}
