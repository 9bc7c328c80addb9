// The one way from the screens to the program: a method for each command of the bridge.

import type { AppView } from "./generated/AppView";
import type { ConnectionView } from "./generated/ConnectionView";
import type { HomeView } from "./generated/HomeView";
import type { InLanguage } from "./generated/InLanguage";
import type { JourneyAnswer } from "./generated/JourneyAnswer";
import type { JourneyPage } from "./generated/JourneyPage";
import type { JourneyStart } from "./generated/JourneyStart";
import type { PrintView } from "./generated/PrintView";
import type { QueueRow } from "./generated/QueueRow";
import type { SavedView } from "./generated/SavedView";
import type { SessionView } from "./generated/SessionView";
import type { SignIn } from "./generated/SignIn";
import type { StepView } from "./generated/StepView";
import type { SubmissionRef } from "./generated/SubmissionRef";
import type { SubmissionView } from "./generated/SubmissionView";

/** The commands. Each rejects with a `Refusal` and with nothing else. */
export interface Host {
  appShow(): Promise<AppView>;
  sessionSignIn(request: SignIn): Promise<SessionView>;
  sessionSignOut(): Promise<void>;
  homeShow(request: InLanguage): Promise<HomeView>;
  connectionShow(): Promise<ConnectionView>;
  journeyStart(request: JourneyStart): Promise<StepView>;
  journeyPage(request: JourneyPage): Promise<StepView>;
  journeyAnswer(request: JourneyAnswer): Promise<StepView>;
  journeyLeave(): Promise<void>;
  submissionRecord(request: JourneyAnswer): Promise<StepView>;
  queueList(request: InLanguage): Promise<QueueRow[]>;
  submissionShow(request: SubmissionRef): Promise<SubmissionView>;
  receiptPrint(request: SubmissionRef): Promise<PrintView>;
  receiptSave(request: SubmissionRef): Promise<SavedView>;
}

/** Carries one command to the program and brings its answer back. */
export type Carrier = <Answer>(command: string, request?: object) => Promise<Answer>;

/** The host over a carrier. The command names are those of the program's own list. */
export function hostOver(carry: Carrier): Host {
  return {
    appShow: () => carry("app_show"),
    sessionSignIn: (request) => carry("session_sign_in", request),
    sessionSignOut: () => carry("session_sign_out"),
    homeShow: (request) => carry("home_show", request),
    connectionShow: () => carry("connection_show"),
    journeyStart: (request) => carry("journey_start", request),
    journeyPage: (request) => carry("journey_page", request),
    journeyAnswer: (request) => carry("journey_answer", request),
    journeyLeave: () => carry("journey_leave"),
    submissionRecord: (request) => carry("submission_record", request),
    queueList: (request) => carry("queue_list", request),
    submissionShow: (request) => carry("submission_show", request),
    receiptPrint: (request) => carry("receipt_print", request),
    receiptSave: (request) => carry("receipt_save", request),
  };
}
