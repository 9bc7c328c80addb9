// Which screen is shown. Each variant holds only what that screen needs.

import type { CheckView } from "../host/generated/CheckView";
import type { HomeView } from "../host/generated/HomeView";
import type { PageView } from "../host/generated/PageView";
import type { Problem } from "../host/generated/Problem";
import type { QueueRow } from "../host/generated/QueueRow";
import type { StepView } from "../host/generated/StepView";
import type { Language } from "../host/generated/Language";
import type { Recorded } from "../pages/recorded";
import type { RecordScreen } from "../pages/record";
import type { SignInForm } from "../pages/sign-in";
import type { Act } from "./act";
import type { Values } from "./values";

export type Screen =
  | { kind: "starting" }
  | { kind: "stopped"; problem: Problem }
  | { kind: "sign-in"; form: SignInForm }
  | { kind: "home"; home: HomeView }
  | JourneyScreen
  | { kind: "leaving"; from: JourneyScreen; to: Act }
  | { kind: "recorded"; recorded: Recorded }
  | { kind: "records"; rows: QueueRow[] }
  | { kind: "record"; record: RecordScreen };

/** A page of the form under way. */
export type JourneyScreen =
  | { kind: "page"; page: PageView; answered: Values | null }
  | { kind: "check"; check: CheckView };

/** The screen for a step of a journey. `answered` is what was sent, when the page came back. */
export function screenFor(step: StepView, language: Language, answered: Values | null): Screen {
  switch (step.step) {
    case "page":
      return { kind: "page", page: step.page, answered };
    case "check":
      return { kind: "check", check: step.check };
    case "recorded": {
      const { submission, next } = step;
      return { kind: "recorded", recorded: { submission, next, nextLanguage: language, print: null } };
    }
  }
}

/** A form is under way, so going elsewhere would lose its answers. */
export function isJourney(screen: Screen): screen is JourneyScreen {
  if (screen.kind === "check") return true;
  return screen.kind === "page" && screen.page.purpose !== "exit";
}
