// One service, whole: every page through the real screens, in both languages, the first time that
// a tour comes to it. What was shown before is answered at the host, to save time.
//
// Start reading at `Walk.through`.

import { expect } from "@playwright/test";
import type { Counter } from "../desk.ts";
import type { Shipped } from "./catalogue.ts";
import type { Face, Journey } from "./host.ts";
import type { Language, Look } from "./look.ts";
import { REMOVE, Seer, type Sight } from "./see.ts";
import type { Step, Tour, Tours, Values } from "./tours.ts";
import { follow, linkTo } from "./turn.ts";

/** The confirmation page, which has no path. */
export const RECORDED = "recorded";

/** Goes through a service. */
export class Walk {
  /** What was shown in both languages: the last part of its path, with what a list held. */
  readonly shown = new Set<string>();
  readonly #counter: Counter;
  readonly #service: Shipped;
  readonly #journey: Journey;
  readonly #seer: Seer;
  /** The path of the page on the screen, when that is where the journey is. */
  #here: string | null = null;
  #pages = 0;

  constructor(counter: Counter, service: Shipped, journey: Journey, look: Look) {
    this.#counter = counter;
    this.#service = service;
    this.#journey = journey;
    this.#seer = new Seer(counter, journey, look, service.welsh);
  }

  /** Goes on every tour. The first that comes to check answers records them, in `language`. */
  async through({ tours, declaration, declared }: Tours, language: Language): Promise<void> {
    for (const tour of tours) {
      const end = await this.#go(tour);
      if (end.kind === "questions" || this.shown.has(keyOf(end))) continue;
      await this.#see(end, {}, end.kind === "check" ? declaration : null);
      if (end.kind === "check") await this.#record(declaration, declared, language);
    }
  }

  /** Goes to the end of a tour. */
  async #go({ steps, end }: Tour): Promise<Face> {
    await this.#begin(steps[0]?.path ?? end);
    for (const [index, step] of steps.entries()) {
      await this.#step(step, steps[index + 1]?.path ?? end);
    }
    return this.#journey.at(end);
  }

  /** Starts from the home screen when that is shown; else the journey under way begins anew. */
  async #begin(first: string): Promise<void> {
    const card = `#/start/${encodeURIComponent(this.#service.id)}`;
    const atHome = (await this.#counter.page.locator(`a[href="${card}"]`).count()) > 0;
    await (atHome ? this.#counter.follow(card) : this.#journey.begin());
    this.#here = atHome ? first : null;
  }

  async #step(step: Step, next: string): Promise<void> {
    if (this.#mayBeNew(step.path)) {
      const face = await this.#journey.at(step.path);
      if (!this.shown.has(keyOf(face))) return this.#see(face, step.values, next);
    }
    this.#here = null;
    await this.#journey.answer(step);
  }

  // A list is another page once it holds something, and a list of tasks as they get on.
  #mayBeNew(path: string): boolean {
    return this.#service.lists.includes(path) || !this.shown.has(own(path));
  }

  /** Sees a page whole and goes on from it, to `next` unless that is outside the journey. */
  async #see(face: Face, values: Values, next: string | null): Promise<void> {
    await this.#arrive(face);
    if (face.items.length > 0) await this.#tryRemoving(face);
    const sight = this.#sight(face);
    await this.#seer.inBothLanguages(sight, values);
    if (asks(face)) {
      await this.#seer.leftEmpty(sight);
      await this.#seer.fill(values);
    }
    await this.#seer.goOn(sight);
    this.#here = next;
    if (next !== null) await this.#arrive(await this.#journey.at(next));
    if (face.kind === "exit") await expect(this.#counter.page.locator(".cf-services")).toBeVisible();
  }

  /** Goes to a page by its link, unless the screen is there. */
  async #arrive({ path, title }: Face): Promise<void> {
    if (this.#here !== path) await follow(this.#counter.page, linkTo(path));
    this.#here = path;
    await expect(this.#counter.heading(), `the screen is at ${path}`).toHaveText(title);
  }

  /** The page that asks whether to take something away; then back at the list. */
  async #tryRemoving(list: Face): Promise<void> {
    const remove = await this.#journey.at(list.items[0]?.remove ?? "");
    await this.#counter.follow(linkTo(remove.path));
    this.#here = remove.path;
    await this.#see(remove, { [REMOVE]: ["no"] }, list.path);
  }

  async #record(declaration: string, declared: Values, language: Language): Promise<void> {
    const face = await this.#journey.at(declaration);
    const { caption } = await this.#journey.at(declaration, "cy");
    await this.#arrive(face);
    const sight = this.#sight(face);
    await this.#seer.inBothLanguages(sight, declared);
    await this.#seer.leftEmpty(sight);
    await this.#seer.fill(declared);
    if (language === "cy") await this.#seer.switchLanguage();
    await this.#seer.goOn(sight);
    this.#here = null;
    const picture = this.#number(RECORDED);
    this.shown.add(RECORDED);
    await this.#seer.recorded(picture, { en: face.caption, cy: caption }, language);
  }

  #sight(face: Face): Sight {
    this.shown.add(own(face.path)).add(keyOf(face));
    return { face, picture: this.#number(face.items.length > 0 ? `${own(face.path)}-list` : own(face.path)) };
  }

  #number(name: string): string {
    this.#pages += 1;
    return `${String(this.#pages).padStart(3, "0")}-${name}`;
  }
}

/** Whether something must be filled in. */
function asks({ fields }: Face): boolean {
  return fields.some(({ optional, control }) => !optional && control.kind !== "file");
}

/** The last part of a path: the page's own within a group. */
function own(path: string): string {
  return path.split("/").at(-1) ?? path;
}

function keyOf({ path, items, statuses }: Face): string {
  if (statuses.length > 0) return `${path}: ${[...new Set(statuses)].sort().join(", ")}`;
  return items.length > 0 ? withItems(own(path)) : own(path);
}

/** A list that holds something, as it is named among what was shown. */
export function withItems(list: string): string {
  return `${list} with items`;
}
