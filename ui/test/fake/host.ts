// A host in memory, small enough to read: two questions, a check, a declaration. A service whose
// name ends in "tasks" begins with a task list.

import type { ConnectionState } from "../../src/host/generated/ConnectionState";
import type { JourneyAnswer } from "../../src/host/generated/JourneyAnswer";
import type { Language } from "../../src/host/generated/Language";
import type { PageView } from "../../src/host/generated/PageView";
import type { PrintView } from "../../src/host/generated/PrintView";
import type { Problem } from "../../src/host/generated/Problem";
import type { StepView } from "../../src/host/generated/StepView";
import type { SubmissionView } from "../../src/host/generated/SubmissionView";
import type { Host } from "../../src/host/host";
import { Refusal } from "../../src/host/refusal";
import { check, DATE, either, field, home, INPUT, page, paragraph, submission, tasks } from "./views";

export class FakeHost implements Host {
  signedIn = false;
  startProblem: Problem | null = null;
  nextProblem: Problem | null = null;
  connection: ConnectionState = "offline";
  print: PrintView = { outcome: "no_printer", reason: null };
  submission: SubmissionView = submission();
  values: Record<string, string[]> = {};
  wrong = false;
  readonly calls: string[] = [];

  async appShow() {
    this.#called("appShow");
    if (this.startProblem) throw new Refusal(this.startProblem);
    return {
      version: "0.1.0",
      outlet: "Demonstration Post Office",
      demonstration: { staff_number: "1001", pin: "204060" },
      session: this.signedIn ? { staff_number: "1001", name: "Sam Example" } : null,
    };
  }

  async sessionSignIn({ staff_number, pin }: { staff_number: string; pin: string }) {
    this.#called("sessionSignIn");
    if (staff_number !== "1001" || pin !== "204060") throw new Refusal("sign_in_wrong");
    this.signedIn = true;
    return { staff_number, name: "Sam Example" };
  }

  async sessionSignOut() {
    this.#called("sessionSignOut");
    this.signedIn = false;
  }

  async homeShow({ language }: { language: Language }) {
    this.#called("homeShow");
    return home(language);
  }

  async connectionShow() {
    return { state: this.connection, checked_ms: 0 };
  }

  async journeyStart({ service, language }: { service: string; language: Language }) {
    this.#called("journeyStart");
    this.values = {};
    this.wrong = false;
    if (service.endsWith("tasks")) return this.#tasks(language);
    return this.#page("vehicle", language);
  }

  async journeyPage({ path, language }: { path: string; language: Language }) {
    this.#called("journeyPage");
    if (path === "tasks") return this.#tasks(language);
    return this.#page(path, language);
  }

  async journeyAnswer({ path, values, language }: JourneyAnswer) {
    this.#called("journeyAnswer");
    if (path === "vehicle" && values["registration"]?.[0] === "TRADE") {
      return this.#page("motor-trade", language);
    }
    if (path === "check-answers") return this.#page("declaration", language);
    if (path === "tasks") return this.#page("vehicle", language);
    Object.assign(this.values, values);
    this.wrong = path === "vehicle" && !values["registration"]?.[0];
    if (this.wrong) return this.#page("vehicle", language);
    return path === "vehicle" ? this.#page("date", language) : { step: "check" as const, check: check() };
  }

  async journeyLeave() {
    this.#called("journeyLeave");
  }

  async submissionRecord(): Promise<StepView> {
    this.#called("submissionRecord");
    return { step: "recorded", submission: this.submission };
  }

  async queueList() {
    this.#called("queueList");
    return [this.submission.row];
  }

  async submissionShow() {
    return structuredClone(this.submission);
  }

  async receiptPrint() {
    this.#called("receiptPrint");
    return this.print;
  }

  async receiptSave() {
    this.#called("receiptSave");
    return { path: "/home/desk/receipts/CF7K.pdf", copy: 0 };
  }

  #called(name: string): void {
    this.calls.push(name);
    const problem = this.nextProblem;
    this.nextProblem = null;
    if (problem) throw new Refusal(problem);
  }

  #tasks(language: Language) {
    return { step: "tasks" as const, tasks: tasks(language) };
  }

  #page(path: string, language: Language): { step: "page"; page: PageView } {
    const asked = this.#pages(language)[path] ?? page(path, path, []);
    if (this.wrong) {
      const message = either(language, "Enter the registration number", "Rhowch y rhif cofrestru");
      Object.assign(asked.fields[0] ?? {}, { problem: message });
      asked.problems = [{ field: "registration", anchor: "registration", message }];
    }
    return { step: "page", page: asked };
  }

  #pages(language: Language): Record<string, PageView> {
    const words = (en: string, cy: string) => either(language, en, cy);
    const title = words("What is the registration number?", "Beth yw'r rhif cofrestru?");
    const value = this.values["registration"]?.[0] ?? "";
    const date = words("When did it change hands?", "Pryd y newidiodd ddwylo?");
    return {
      vehicle: page("vehicle", title, [field("registration", title, { ...INPUT, value })]),
      date: {
        ...page("date", date, [
          field("date", date, DATE),
        ]),
        back: "vehicle",
      },
      "motor-trade": {
        ...page("motor-trade", words("Not here", "Nid yma"), []),
        button: "",
        purpose: "exit",
      },
      declaration: {
        ...page("declaration", words("Declaration", "Datganiad"), []),
        content: [paragraph("What I have said is true.")],
        button: words("Record this on the terminal", "Cofnodi hyn ar y derfynell"),
        purpose: "declaration",
        back: "check-answers",
      },
    };
  }
}
