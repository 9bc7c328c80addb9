// The same screen again: in another language, or as things stand now.

import type { Language } from "../host/generated/Language";
import type { Host } from "../host/host";
import { isJourney, pathOf, screenFor, type JourneyScreen, type Screen } from "./screen";
import { valuesIn, withTyped, type Values } from "./values";

/** The screen in `language`, with what is typed now still in it. */
export async function inLanguage(
  screen: Screen,
  typed: Values,
  language: Language,
  host: Host,
): Promise<Screen> {
  switch (screen.kind) {
    case "starting":
    case "stopped":
      return screen;
    case "sign-in": {
      const one = (name: string) => typed[name]?.[0] ?? "";
      const form = { ...screen.form, staffNumber: one("staff_number"), pin: one("pin") };
      return { kind: "sign-in", form };
    }
    case "page":
    case "check":
    case "tasks":
      return journeyIn(screen, typed, language, host);
    case "leaving": {
      const kept = screen.from.kind === "page" ? valuesIn(screen.from.page) : {};
      const from = await journeyIn(screen.from, kept, language, host);
      return isJourney(from) ? { ...screen, from } : from;
    }
    case "home":
    case "records":
    case "recorded":
    case "record":
      return updated(screen, language, host);
  }
}

async function journeyIn(
  screen: JourneyScreen,
  typed: Values,
  language: Language,
  host: Host,
): Promise<Screen> {
  const path = pathOf(screen);
  const changing = screen.kind === "page" && screen.page.changing;
  // A page that was answered wrongly comes with its messages in the language asked for.
  const shown = screenFor(await host.journeyPage({ path, changing, language }));
  if (shown.kind !== "page" || shown.page.path !== path) return shown;
  return { ...shown, page: withTyped(shown.page, typed) };
}

/** The screen with fresh facts, or the very same screen when nothing on it can change. */
export async function updated(screen: Screen, language: Language, host: Host): Promise<Screen> {
  switch (screen.kind) {
    case "home":
      return { kind: "home", home: await host.homeShow({ language }) };
    case "records":
      return { kind: "records", rows: await host.queueList({ language }) };
    case "recorded": {
      const { id } = screen.recorded.submission.row;
      const submission = await host.submissionShow({ id, language });
      return { kind: "recorded", recorded: { ...screen.recorded, submission } };
    }
    case "record": {
      const { id } = screen.record.submission.row;
      const submission = await host.submissionShow({ id, language });
      return { kind: "record", record: { ...screen.record, submission } };
    }
    default:
      return screen;
  }
}
