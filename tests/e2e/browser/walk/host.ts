// The program behind the screens, asked directly: the commands that the screens give it, over the
// same HTTP. There is one journey under way, so what is answered here the screens find answered.

import { hostOver, type Host } from "../../../../ui/src/host/host.ts";
import type { Language } from "../../../../ui/src/host/generated/Language.ts";
import type { FieldProblem } from "../../../../ui/src/host/generated/FieldProblem.ts";
import type { FieldView } from "../../../../ui/src/host/generated/FieldView.ts";
import type { ItemView } from "../../../../ui/src/host/generated/ItemView.ts";
import type { StepView } from "../../../../ui/src/host/generated/StepView.ts";
import type { Step } from "./tours.ts";

/** What every step of a journey has in common. */
export interface Face {
  kind: "questions" | "declaration" | "exit" | "check" | "tasks";
  path: string;
  title: string;
  /** The service's name, and within a group which thing it is about. */
  caption: string;
  fields: FieldView[];
  problems: FieldProblem[];
  warnings: FieldProblem[];
  items: ItemView[];
  /** Of a list of tasks, how far they are. */
  statuses: string[];
}

/** One service being answered. */
export class Journey {
  readonly #host: Host;
  readonly #service: string;

  /** A journey through `service` on the desk at `url`. */
  constructor(url: string, service: string) {
    this.#service = service;
    this.#host = hostOver(async <Answer>(command: string, request?: object) => {
      const body = JSON.stringify(request ?? null);
      const response = await fetch(new URL(`/command/${command}`, url), { method: "POST", body });
      const answer = await response.text();
      if (!response.ok) throw new Error(`${command}: ${answer}`);
      return JSON.parse(answer) as Answer;
    });
  }

  /** Begins anew, with nothing answered. */
  async begin(): Promise<void> {
    await this.#host.journeyStart({ service: this.#service, language: "en" });
  }

  /** What is at `path`. Fails when the answers do not lead there. */
  async at(path: string, language: Language = "en"): Promise<Face> {
    const face = faceOf(await this.#host.journeyPage({ path, changing: false, language }));
    if (face.path !== path) throw new Error(`the way leads to ${face.path}, not to ${path}`);
    return face;
  }

  /** Answers a page, past a warning too. Fails when the answers are refused. */
  async answer({ path, values }: Step): Promise<void> {
    const request = { path, values, changing: false, language: "en" as const };
    let face = faceOf(await this.#host.journeyAnswer(request));
    if (face.path === path && face.warnings.length > 0) {
      face = faceOf(await this.#host.journeyAnswer(request));
    }
    if (face.path === path) throw new Error(`${path}: ${JSON.stringify(face.problems)}`);
  }
}

function faceOf(step: StepView): Face {
  const nothing = { fields: [], problems: [], warnings: [], items: [], statuses: [] };
  switch (step.step) {
    case "page":
      return { ...nothing, ...step.page, kind: step.page.purpose };
    case "check":
      return { ...nothing, ...step.check, kind: "check" };
    case "tasks":
      return { ...nothing, ...step.tasks, kind: "tasks", statuses: step.tasks.tasks.map((task) => task.status) };
    case "recorded":
      throw new Error("a journey is recorded through the screens only");
  }
}
