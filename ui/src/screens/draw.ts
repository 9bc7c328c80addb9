// From a screen to a page: which page function shows it.

import type { AppView } from "../host/generated/AppView";
import type { Problem } from "../host/generated/Problem";
import { checkPage } from "../pages/check";
import type { MenuItem } from "../pages/frame";
import { homePage } from "../pages/home";
import type { Page } from "../pages/page";
import { leavingPage, startingPage, stoppedPage } from "../pages/plain";
import { questionPage } from "../pages/question";
import { recordPage } from "../pages/record";
import { recordedPage } from "../pages/recorded";
import { recordsPage } from "../pages/records";
import { signInPage } from "../pages/sign-in";
import { tasksPage } from "../pages/tasks";
import type { Words } from "../words/words";
import type { Screen } from "./screen";

/** The page of a screen. `problem` is why the last act did not work, if it did not. */
export function pageOf(
  screen: Screen,
  app: AppView | null,
  problem: Problem | null,
  words: Words,
): Page {
  switch (screen.kind) {
    case "starting":
      return startingPage(words);
    case "stopped":
      return stoppedPage(screen.problem, words);
    case "sign-in":
      return signInPage(screen.form, app?.demonstration ?? null, problem, words);
    case "home":
      return homePage(screen.home, problem, words);
    case "page":
      return questionPage(screen.page, problem, words);
    case "check":
      return checkPage(screen.check, problem, words);
    case "tasks":
      return tasksPage(screen.tasks, problem, words);
    case "leaving":
      return leavingPage(problem, words);
    case "recorded":
      return recordedPage(screen.recorded, problem, words);
    case "records":
      return recordsPage(screen.rows, problem, words);
    case "record":
      return recordPage(screen.record, problem, words);
  }
}

/** The part of the main menu a screen belongs to. */
export function menuItemOf(screen: Screen): MenuItem {
  if (screen.kind === "home") return "home";
  return screen.kind === "records" || screen.kind === "record" ? "records" : null;
}
