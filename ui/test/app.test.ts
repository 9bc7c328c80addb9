// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { App } from "../src/screens/app";
import { Window } from "../src/screens/window";
import { FakeHost } from "./fake/host";
import { submission } from "./fake/views";
import { emptyWindow } from "./fake/window";

let host: FakeHost;
let app: App;

function open(): Promise<void> {
  emptyWindow();
  host = new FakeHost();
  app = new App(host, new Window(document));
  return app.begin();
}

const main = () => document.getElementById("main-content") as HTMLElement;
const title = () => main().querySelector("h1")?.textContent?.trim();
const text = () => main().textContent?.replace(/\s+/g, " ") ?? "";
const type = (id: string, value: string) => {
  (document.getElementById(id) as HTMLInputElement).value = value;
};
const typed = (id: string) => (document.getElementById(id) as HTMLInputElement).value;
const form = () => Object.fromEntries([...new FormData(main().querySelector("form") as HTMLFormElement)].map(([name, value]) => [name, [String(value)]]));
const press = (act: "sign-in" | "answer" | "print" | "keep" | "leave" | "retry") => app.press(act, form());

async function signIn(): Promise<void> {
  type("staff_number", "1001");
  type("pin", "204060");
  await press("sign-in");
}

async function record(): Promise<void> {
  await signIn();
  await app.follow({ act: "start", service: "dvla/vehicle-keeper-change" });
  type("registration", "AB12 CDE");
  await press("answer");
  await press("answer");
  await press("answer");
  await press("answer");
}

beforeEach(open);

describe("signing in", () => {
  it("keeps the staff number and drops the PIN when it was wrong", async () => {
    type("staff_number", "1001");
    type("pin", "000000");
    await press("sign-in");

    expect(document.title).toBe("Error: Sign in - Counterfoil");
    expect(text()).toContain("The staff number or PIN is wrong");
    expect([typed("staff_number"), typed("pin")]).toEqual(["1001", ""]);
  });

  it("asks for what was left empty without asking the program", async () => {
    await press("sign-in");

    expect(text()).toContain("Enter your staff number Enter your PIN");
    expect(host.calls).not.toContain("sessionSignIn");
  });

  it("shows the services", async () => {
    await signIn();

    expect(title()).toBe("Choose a service");
    expect(document.activeElement).toBe(main().querySelector("h1"));
  });
});

describe("a program that cannot start", () => {
  it("is said plainly, and trying again can put it right", async () => {
    host.startProblem = "storage_failed";
    await app.begin();
    expect(title()).toBe("This terminal could not read or write its records just now");

    host.startProblem = null;
    await press("retry");
    expect(title()).toBe("Sign in");
  });
});

describe("the language", () => {
  it("changes on every screen and what was typed stays", async () => {
    type("staff_number", "10");
    await app.follow({ act: "language" });
    expect([title(), typed("staff_number")]).toEqual(["Mewngofnodi", "10"]);

    await signIn();
    await app.follow({ act: "start", service: "x" });
    type("registration", "AB12");
    await app.follow({ act: "language" });
    expect(document.documentElement.lang).toBe("en");
    expect([title(), typed("registration")]).toEqual(["What is the registration number?", "AB12"]);
  });

  it("changes the messages of wrong answers too, but keeps what was typed since", async () => {
    await signIn();
    await app.follow({ act: "start", service: "x" });
    await press("answer");
    type("registration", "A");
    await app.follow({ act: "language" });

    expect(text()).toContain("Mae problem wedi codi Rhowch y rhif cofrestru");
    expect(typed("registration")).toBe("A");
    expect(document.title).toMatch(/^Gwall: /);
  });
});

describe("a form under way", () => {
  it("is not left without asking, and going back finds what was typed", async () => {
    await signIn();
    await app.follow({ act: "start", service: "x" });
    type("registration", "AB12");
    await app.follow({ act: "records" });
    expect(title()).toBe("Do you want to leave this form?");

    await app.follow({ act: "stay" });
    expect(typed("registration")).toBe("AB12");
    expect(host.calls).not.toContain("journeyLeave");

    await app.follow({ act: "records" });
    await press("leave");
    expect(host.calls.slice(-2)).toEqual(["journeyLeave", "queueList"]);
    expect(title()).toBe("Records on this terminal");
  });

  it("keeps what was typed when the program fails", async () => {
    await signIn();
    await app.follow({ act: "start", service: "x" });
    type("registration", "AB12");
    host.nextProblem = "storage_failed";
    await press("answer");

    expect(text()).toContain("Nothing was recorded. Try again.");
    expect(typed("registration")).toBe("AB12");
  });

  it("that ended early is left for good, by its button and by a link", async () => {
    const end = async () => {
      await app.follow({ act: "start", service: "x" });
      type("registration", "TRADE");
      await press("answer");
      expect([title(), text().includes("Choose another service")]).toEqual(["Not here", true]);
    };
    await signIn();
    await end();
    await press("answer");
    expect(host.calls.slice(-2)).toEqual(["journeyLeave", "homeShow"]);

    await end();
    await app.follow({ act: "records" });
    expect(host.calls.slice(-2)).toEqual(["journeyLeave", "queueList"]);
  });

  it("is recorded once, however often the button is pressed", async () => {
    await signIn();
    await app.follow({ act: "start", service: "x" });
    type("registration", "AB12 CDE");
    await press("answer");
    await press("answer");
    await press("answer");
    await Promise.all([press("answer"), press("answer"), press("answer")]);

    expect(host.calls.filter((call) => call === "submissionRecord")).toHaveLength(1);
    expect(title()).toBe("Recorded on this terminal");
  });

  it("ends at the sign-in screen when the sign-in has run out", async () => {
    await signIn();
    host.nextProblem = "signed_out";
    host.signedIn = false;
    await app.follow({ act: "start", service: "x" });

    expect(title()).toBe("Sign in");
    expect(text()).toContain("You have been signed out");
  });
});

describe("a task list", () => {
  const begin = async () => {
    await signIn();
    await app.follow({ act: "start", service: "dvla/tasks" });
  };

  it("is a page of the form: its button goes on, and leaving it asks first", async () => {
    await begin();
    expect([title(), document.title]).toEqual(["Your application", "Your application - New keeper - Counterfoil"]);

    await app.follow({ act: "home" });
    expect(title()).toBe("Do you want to leave this form?");
    await app.follow({ act: "stay" });
    await press("answer");
    expect(title()).toBe("What is the registration number?");
    expect(host.calls.slice(-1)).toEqual(["journeyAnswer"]);
  });

  it("changes its language, also under the question whether to leave", async () => {
    await begin();
    await app.follow({ act: "language" });
    expect([title(), text()]).toEqual(["Eich cais", expect.stringContaining("Ar y gweill")]);

    await app.follow({ act: "records" });
    await app.follow({ act: "language" });
    await app.follow({ act: "stay" });
    expect(title()).toBe("Your application");
  });

  it("leads to a page within a group", async () => {
    await begin();
    const link = main().querySelector<HTMLElement>(".govuk-task-list a[href*=children]");
    link?.click();
    await vi.waitFor(() => expect(title()).toBe("children/2/name"));
  });
});

describe("after recording", () => {
  it("the page turns to received by itself, keeps the focus and reads it out", async () => {
    await record();
    const heading = main().querySelector("h1") as HTMLElement;
    expect(document.activeElement).toBe(heading);

    host.submission = submission("received");
    await app.tick();

    expect(title()).toBe("Received by DVLA");
    expect(document.activeElement).toBe(heading);
    expect(document.getElementById("announcer")?.textContent).toBe("Received by DVLA");
    expect(document.title).toContain("Received by DVLA");
  });

  it("a record's state changes in the list under the focus, which stays where it is", async () => {
    await record();
    await app.follow({ act: "records" });
    const link = main().querySelector("a") as HTMLElement;
    link.focus();

    host.submission = submission("received");
    await app.tick();

    expect(document.activeElement).toBe(link);
    expect(link.isConnected).toBe(true);
    expect(text()).toContain("Received by DVLA");
  });

  it("a receipt that no printer took is said in words and can be tried again", async () => {
    await record();
    await press("print");
    expect(text()).toContain("no printer took it");

    await press("keep");
    expect(text()).toContain("The file is /home/desk/receipts/CF7K.pdf");

    host.print = { outcome: "printed", copy: 0 };
    await press("print");
    expect(text()).toContain("The receipt has been printed.");
  });
});

describe("the connection", () => {
  it("is said in words on every screen and brought up to date", async () => {
    await app.tick();
    const line = () => document.getElementById("connection")?.textContent;
    expect(line()).toBe("Not connected. You can keep working");

    host.connection = "online";
    await app.tick();
    expect(line()).toBe("Connected to the department");

    await app.follow({ act: "language" });
    expect(line()).toBe("Wedi cysylltu â'r adran");
  });
});

describe("links and buttons", () => {
  it("reach the program through the document, and nothing navigates", async () => {
    await signIn();
    const link = main().querySelector<HTMLElement>(".cf-service a");
    const click = new MouseEvent("click", { bubbles: true, cancelable: true });
    link?.dispatchEvent(click);

    expect(click.defaultPrevented).toBe(true);
    await vi.waitFor(() => expect(title()).toBe("What is the registration number?"));
  });
});
