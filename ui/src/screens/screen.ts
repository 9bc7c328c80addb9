// Which screen is shown. Each variant holds only what that screen needs.

import type { CheckView } from "../host/generated/CheckView";
import type { HomeView } from "../host/generated/HomeView";
import type { PageView } from "../host/generated/PageView";
import type { Problem } from "../host/generated/Problem";
import type { QueueRow } from "../host/generated/QueueRow";
import type { StepView } from "../host/generated/StepView";
import type { TaskListView } from "../host/generated/TaskListView";
import type { Recorded } from "../pages/recorded";
import type { RecordScreen } from "../pages/record";
import type { SignInForm } from "../pages/sign-in";
import type { Act } from "./act";

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
  | { kind: "page"; page: PageView }
  | { kind: "check"; check: CheckView }
  | { kind: "tasks"; tasks: TaskListView };

/** The screen for a step of a journey. */
export function screenFor(step: StepView): Screen {
  switch (step.step) {
    case "page":
      return { kind: "page", page: step.page };
    case "check":
      return { kind: "check", check: step.check };
    case "tasks":
      return { kind: "tasks", tasks: step.tasks };
    case "recorded":
      return { kind: "recorded", recorded: { submission: step.submission, print: null } };
  }
}

/** A form has ended early: nothing of it is kept, but the program still holds it. */
export function isExit(screen: Screen): boolean {
  return screen.kind === "page" && screen.page.purpose === "exit";
}

/** A form is under way, so going elsewhere would lose its answers. */
export function isJourney(screen: Screen): screen is JourneyScreen {
  if (screen.kind === "check" || screen.kind === "tasks") return true;
  return screen.kind === "page" && screen.page.purpose !== "exit";
}

/** The path of a page of the form under way. */
export function pathOf(screen: JourneyScreen): string {
  switch (screen.kind) {
    case "page":
      return screen.page.path;
    case "check":
      return screen.check.path;
    case "tasks":
      return screen.tasks.path;
  }
}
