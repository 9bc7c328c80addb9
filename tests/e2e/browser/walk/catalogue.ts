// The services that ship, as their files say.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../program.ts";

const SERVICES = join(ROOT, "services");

/** A service that ships. */
export interface Shipped {
  /** `<department>/<service>`. */
  id: string;
  /** The paths of its groups' lists. */
  groups: string[];
  /** The paths of these and of its list of tasks: pages that show more as a journey gets on. */
  lists: string[];
  /** Its Welsh words. A word that stands here and in English alike is meant to. */
  welsh: Set<string>;
}

interface Group {
  path: string;
  pages: unknown[];
}

interface Definition {
  title: string;
  pages: unknown[];
  groups?: Group[];
  task_list?: { path: string };
}

/** Every service, the longest first, so that no worker is left with a long one at the end. */
export function shipped(): Shipped[] {
  const sized = files().map((id) => {
    const definition = read(`${id}.json`) as Definition;
    const parts = definition.groups ?? [];
    const pages = [definition, ...parts].reduce((sum, { pages }) => sum + pages.length, 0);
    const groups = parts.map(({ path }) => path);
    const lists = [...groups, ...(definition.task_list ? [definition.task_list.path] : [])];
    return { pages, service: { id, groups, lists, welsh: welsh(id) } };
  });
  return sized.sort((one, other) => other.pages - one.pages).map(({ service }) => service);
}

function files(): string[] {
  const names = readdirSync(SERVICES, { recursive: true, encoding: "utf8" }).sort();
  return names.flatMap((name) => /^([a-z-]+\/[a-z0-9-]+)\.json$/.exec(name)?.[1] ?? []);
}

/** Whole texts and, of texts with several lines, each line. */
function welsh(id: string): Set<string> {
  const texts = Object.values(read(`${id}.cy.json`) as Record<string, string>);
  const lines = texts.flatMap((text) => text.split("\n"));
  return new Set(lines.map((line) => line.replace(/^(-|\d+\.|#+) /, "").replace(/\*\*/g, "").trim()));
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(SERVICES, name), "utf8"));
}
