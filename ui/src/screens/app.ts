// Goes from screen to screen: takes what a person does, asks the host, shows what comes back.
//
// Start reading at `follow` and `press`. One act at a time: while the host works on one, further
// ones are dropped, so a double press can never record twice.

import type { AppView } from "../host/generated/AppView";
import type { ConnectionState } from "../host/generated/ConnectionState";
import type { Language } from "../host/generated/Language";
import type { Problem } from "../host/generated/Problem";
import type { SubmissionRef } from "../host/generated/SubmissionRef";
import type { Host } from "../host/host";
import { Refusal, refusalFrom } from "../host/refusal";
import type { ReceiptOutcome } from "../pages/receipt";
import { EMPTY_SIGN_IN, type SignInForm } from "../pages/sign-in";
import { stateWords } from "../pages/state";
import { otherLanguage, wordsIn, type Words } from "../words/words";
import type { Act, FormAct } from "./act";
import { menuItemOf, pageOf } from "./draw";
import { inLanguage, updated } from "./fetch";
import { isExit, isJourney, pathOf, screenFor, type JourneyScreen, type Screen } from "./screen";
import { withTyped, type Values } from "./values";
import type { Doer, Window } from "./window";

/** The product's screens over a host. */
export class App implements Doer {
  readonly #host: Host;
  readonly #window: Window;
  #language: Language = "en";
  #app: AppView | null = null;
  #connection: ConnectionState = "unknown";
  #screen: Screen = { kind: "starting" };
  #busy = false;

  constructor(host: Host, window: Window) {
    this.#host = host;
    this.#window = window;
    window.listen(this);
  }

  /** Shows the first screen. */
  async begin(): Promise<void> {
    this.#show({ kind: "starting" });
    await this.#run(() => this.#open(null));
  }

  follow(act: Act): Promise<void> {
    return this.#run(() => this.#follow(act));
  }

  press(act: FormAct, values: Values): Promise<void> {
    return this.#run(() => this.#press(act, values));
  }

  /** Brings connection and state words up to date. Called every two seconds. */
  async tick(): Promise<void> {
    if (this.#app === null) return;
    const known = await this.#host.connectionShow().catch(() => null);
    this.#connection = known?.state ?? "unknown";
    this.#window.showConnection(this.#connection, this.#words());
    await this.#freshen().catch(() => undefined);
  }

  async #follow(act: Act): Promise<void> {
    if (act.act === "language") return this.#switchLanguage();
    const screen = this.#screen;
    if (screen.kind === "leaving") {
      return this.#show(act.act === "stay" ? screen.from : { ...screen, to: act });
    }
    if (isExit(screen) && act.act !== "page") await this.#host.journeyLeave();
    if (isJourney(screen) && act.act !== "page") {
      return this.#show({ kind: "leaving", from: this.#withTyped(screen), to: act });
    }
    return this.#go(act);
  }

  async #go(act: Act): Promise<void> {
    const language = this.#language;
    if (this.#app?.session == null) return;
    switch (act.act) {
      case "home":
      case "leave":
        return this.#show({ kind: "home", home: await this.#host.homeShow({ language }) });
      case "records":
        return this.#show({ kind: "records", rows: await this.#host.queueList({ language }) });
      case "record": {
        const submission = await this.#host.submissionShow({ id: act.id, language });
        return this.#show({ kind: "record", record: { submission, print: null } });
      }
      case "start": {
        const step = await this.#host.journeyStart({ service: act.service, language });
        return this.#show(screenFor(step));
      }
      case "page": {
        const { path, changing } = act;
        const step = await this.#host.journeyPage({ path, changing, language });
        return this.#show(screenFor(step));
      }
      case "sign-out":
        await this.#host.sessionSignOut();
        return this.#open(null);
      case "stay":
      case "language":
        return;
    }
  }

  async #press(act: FormAct, values: Values): Promise<void> {
    switch (act) {
      case "sign-in":
        return this.#signIn(values);
      case "answer":
        return this.#answer(values);
      case "print":
        return this.#receipt((request) => this.#host.receiptPrint(request));
      case "keep":
        return this.#receipt(async (request) => ({
          outcome: "kept",
          ...(await this.#host.receiptSave(request)),
        }));
      case "retry":
        return this.#open(null);
      case "leave": {
        const screen = this.#screen;
        if (screen.kind !== "leaving") return;
        await this.#host.journeyLeave();
        return this.#go(screen.to);
      }
    }
  }

  async #signIn(values: Values): Promise<void> {
    const staffNumber = values["staff_number"]?.[0]?.trim() ?? "";
    const pin = values["pin"]?.[0]?.trim() ?? "";
    const missing: SignInForm["missing"] = [];
    if (staffNumber === "") missing.push("staff_number");
    if (pin === "") missing.push("pin");
    const form: SignInForm = { staffNumber, pin, missing };
    if (missing.length > 0) return this.#show({ kind: "sign-in", form });
    // If the sign-in is refused, the staff number stays and the PIN goes.
    this.#screen = { kind: "sign-in", form: { ...form, pin: "" } };
    await this.#host.sessionSignIn({ staff_number: staffNumber, pin });
    return this.#open(null);
  }

  async #answer(values: Values): Promise<void> {
    const screen = this.#screen;
    const language = this.#language;
    if (screen.kind === "check" || screen.kind === "tasks") {
      const request = { path: pathOf(screen), changing: false, values: {}, language };
      return this.#show(screenFor(await this.#host.journeyAnswer(request)));
    }
    if (screen.kind !== "page") return;
    this.#screen = this.#withTyped(screen);
    const { path, changing, purpose } = screen.page;
    const request = { path, changing, values, language };
    switch (purpose) {
      case "questions":
        return this.#show(screenFor(await this.#host.journeyAnswer(request)));
      case "declaration":
        return this.#show(screenFor(await this.#host.submissionRecord(request)));
      case "exit":
        await this.#host.journeyLeave();
        return this.#go({ act: "home" });
    }
  }

  async #receipt(get: (request: SubmissionRef) => Promise<ReceiptOutcome>): Promise<void> {
    const screen = this.#screen;
    if (screen.kind !== "recorded" && screen.kind !== "record") return;
    const held = screen.kind === "recorded" ? screen.recorded : screen.record;
    const request = { id: held.submission.row.id, language: this.#language };
    const print = await get(request);
    const submission = await this.#host.submissionShow(request);
    if (screen.kind === "record") return this.#show({ kind: "record", record: { submission, print } });
    return this.#show({ kind: "recorded", recorded: { ...screen.recorded, submission, print } });
  }

  async #switchLanguage(): Promise<void> {
    const screen = this.#screen;
    this.#language = otherLanguage(this.#language);
    this.#show(await inLanguage(screen, this.#window.typed(), this.#language, this.#host));
  }

  /** Asks where the program stands and shows the sign-in or the home screen. */
  async #open(problem: Problem | null): Promise<void> {
    try {
      this.#app = await this.#host.appShow();
    } catch (thrown) {
      return this.#show({ kind: "stopped", problem: refusalFrom(thrown).problem });
    }
    if (this.#app.session === null) return this.#show({ kind: "sign-in", form: EMPTY_SIGN_IN }, problem);
    const home = await this.#host.homeShow({ language: this.#language });
    return this.#show({ kind: "home", home }, problem);
  }

  async #run(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await work();
    } catch (thrown) {
      // A fault of the screens themselves: for whoever has a console open, and no one else.
      if (!(thrown instanceof Refusal)) console.error(thrown);
      await this.#refused(refusalFrom(thrown).problem);
    } finally {
      this.#busy = false;
    }
  }

  async #refused(problem: Problem): Promise<void> {
    if (problem === "signed_out" || problem === "not_found") {
      return this.#open(problem).catch(() => this.#show({ kind: "stopped", problem }));
    }
    if (this.#screen.kind === "starting") return this.#show({ kind: "stopped", problem });
    this.#show(this.#screen, problem);
  }

  /** Fetches the living parts of the screen again, unless the person has gone on meanwhile. */
  async #freshen(): Promise<void> {
    const before = this.#screen;
    if (this.#busy) return;
    const after = await updated(before, this.#language, this.#host);
    if (this.#busy || this.#screen !== before || after === before) return;
    this.#screen = after;
    const words = this.#words();
    this.#window.refresh(pageOf(after, this.#app, null, words), words);
    if (after.kind === "recorded" && before.kind === "recorded") {
      const { row } = after.recorded.submission;
      if (row.state === before.recorded.submission.row.state) return;
      this.#window.announce(stateWords(row.state, row.department, words.say));
    }
  }

  #withTyped<Journey extends JourneyScreen>(screen: Journey): Journey {
    if (screen.kind !== "page") return screen;
    return { ...screen, page: withTyped(screen.page, this.#window.typed()) };
  }

  #words(): Words {
    return wordsIn(this.#language);
  }

  #show(screen: Screen, problem: Problem | null = null): void {
    this.#screen = screen;
    const words = this.#words();
    this.#window.drawFrame(this.#app, menuItemOf(screen), words);
    this.#window.showConnection(this.#connection, words);
    this.#window.announce("");
    this.#window.show(pageOf(screen, this.#app, problem, words), words);
  }
}
