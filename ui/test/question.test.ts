import { describe, expect, it } from "vitest";
import type { PageView } from "../src/host/generated/PageView";
import { itemRow } from "../src/pages/items";
import { questionPage } from "../src/pages/question";
import { wordsIn } from "../src/words/words";
import { read } from "./fake/read";
import { field, INPUT, page, paragraph, RADIOS, span } from "./fake/views";

const en = wordsIn("en");
const cy = wordsIn("cy");

const ONE = page("vehicle", "Registration number?", [field("reg", "Registration number?", INPUT)]);

describe("a question page", () => {
  it("with one question uses it as the only heading", () => {
    const markup = questionPage(ONE, null, en).body.toString();
    expect(markup.match(/<h1/g)).toHaveLength(1);
    expect(markup).toContain('<h1 class="govuk-label-wrapper">');
  });

  it("with text before its one question shows the heading once and hides the repeated label", () => {
    const told = { ...ONE, content: [paragraph("Read this first.")] };
    const markup = questionPage(told, null, en).body.toString();
    expect(markup.match(/<h1/g)).toHaveLength(1);
    expect(markup).toContain('<label class="govuk-label govuk-visually-hidden" for="reg">');
  });

  it("with a heading of its own shows both the heading and its one question", () => {
    const headed = { ...ONE, title: "The vehicle" };
    expect(read(questionPage(headed, null, en).body)).toMatch(/^New keeper The vehicle Registration number\?/);
  });

  it("shows every wrong answer in a summary that links to it, and says so in the title", () => {
    const wrong = { ...ONE, problems: [{ field: "reg", anchor: "reg", message: "Enter it" }] };
    const shown = questionPage(wrong, null, cy);
    expect(shown.error).toBe(true);
    expect(read(shown.body)).toContain("Mae problem wedi codi Enter it");
    expect(shown.body.toString()).toContain('<a href="#reg">Enter it</a>');
  });

  it("goes back to the page before, and from the first page asks before leaving", () => {
    expect(questionPage({ ...ONE, back: "children/2/name" }, null, en).back?.toString()).toContain("#/page/children%2F2%2Fname");
    expect(questionPage(ONE, null, en).back?.toString()).toContain("#/leave");
  });

  it("shows notes for staff beside the question, and that it is a draft", () => {
    const noted = { ...ONE, staff_notes: ["See the logbook"] };
    expect(read(questionPage(noted, null, en).body)).toContain("Draft Nothing is recorded yet. For staff See the logbook");
  });

  it("is no draft any more at an early end, of which nothing is kept", () => {
    const end: PageView = { ...ONE, fields: [], purpose: "exit" };
    const text = read(questionPage(end, null, en).body);
    expect(text).toMatch(/Choose another service Nothing has been recorded\.$/);
    expect(read(questionPage(end, null, cy).body)).toMatch(/Nid oes dim wedi'i gofnodi\.$/);
  });
});

describe("text of a service", () => {
  const shown = (content: PageView["content"], words = en) =>
    questionPage({ ...ONE, content }, null, words).body;

  it("is drawn whatever its kind", () => {
    const text = read(
      shown(
        [
          { kind: "heading", text: "H" },
          { kind: "bullets", items: [[span("B1")], [span("B2")]] },
          { kind: "numbered", items: [[span("N1")], [span("N2")]] },
          { kind: "inset", spans: [span("I")] },
          { kind: "warning", text: "W" },
        ],
        cy,
      ),
    );
    expect(text).toContain("H B1 B2 N1 N2 I ! Rhybudd W");
  });

  it("sets words in bold and runs on without gaps", () => {
    const markup = shown([{ kind: "paragraph", spans: [span("Do "), span("not", { strong: true }), span(", ever.")] }]);
    expect(markup.toString()).toContain('<p class="govuk-body">Do <strong>not</strong>, ever.</p>');
  });

  it("shows where words point, and nothing can be followed", () => {
    const address = "www.gov.uk/bank-holidays";
    const spans = [span("bank holidays", { address }), span(" and "), span(address, { address })];
    const markup = shown([{ kind: "bullets", items: [spans] }]).toString();
    expect(markup).toContain(`<li>bank holidays (<span class="cf-address">${address}</span>) and ${address}</li>`);
    expect(markup).not.toContain(`href="${address}`);
  });

  it("stays text", () => {
    const evil = "<img src=x onerror=alert(1)>";
    const spans = [span(evil, { strong: true, address: evil })];
    expect(shown([{ kind: "inset", spans }]).toString()).not.toContain("<img");
  });
});

describe("answers that may be wrong", () => {
  const warnings = [{ field: "Sort_Code", anchor: "Sort_Code-1", message: "The number looks unusual" }];

  it("are said above the form in both languages, with a link to each", () => {
    const shown = questionPage({ ...ONE, warnings }, null, en);
    expect(read(shown.body)).toMatch(/^Important Check this\. You can go on if it is right\. The number looks unusual New keeper/);
    expect(shown.body.toString()).toContain('href="#Sort_Code-1">The number looks unusual</a>');
    expect(read(questionPage({ ...ONE, warnings }, null, cy).body)).toMatch(
      /^Pwysig Gwiriwch hyn\. Gallwch fynd ymlaen os yw'n gywir\./,
    );
  });

  it("are no error, and are read out at once", () => {
    const shown = questionPage({ ...ONE, warnings }, null, en);
    expect(shown.error).toBe(false);
    expect(shown.body.toString()).toContain('role="alert"');
  });

  it("come after answers that are wrong", () => {
    const problems = [{ field: "reg", anchor: "reg", message: "Enter it" }];
    const markup = questionPage({ ...ONE, warnings, problems }, null, en).body.toString();
    expect(markup).toContain('role="region"');
    expect(markup.indexOf("govuk-error-summary")).toBeLessThan(markup.indexOf("govuk-notification-banner"));
  });

  it("are said only where there are any", () => {
    expect(questionPage(ONE, null, en).body.toString()).not.toContain("govuk-notification-banner");
  });
});

describe("a list of what was added", () => {
  const child = { title: "Child 2", name: "Ann <Example>", change: "children/2/name", remove: "children/2/remove" };
  const list = {
    ...page("children", "Your children", [field("another", "Do you have another child?", RADIOS)]),
    items: [{ ...child, title: "Child 1", name: "" }, child],
  };

  it("stands above the question, each with links to change and to remove it", () => {
    expect(read(questionPage(list, null, en).body)).toMatch(
      /^New keeper Your children Child 1 Change Child 1 Remove Child 1 Child 2 Ann &lt;Example&gt; Change Child 2: Ann &lt;Example&gt; Remove Child 2: Ann &lt;Example&gt; Do you have another child\? Yes No Continue/,
    );
    expect(read(questionPage(list, null, cy).body)).toContain("Newid Child 1 Dileu Child 1");
  });

  it("has one heading, also where the question repeats it", () => {
    const markup = questionPage({ ...list, title: "Do you have another child?" }, null, en).body.toString();
    expect(markup.match(/<h1/g)).toHaveLength(1);
    expect(markup.indexOf("<h1")).toBeLessThan(markup.indexOf("govuk-summary-list"));
  });

  it("links to the pages of each thing, and back to check answers for who came from there", () => {
    const links = (changing: boolean) => itemRow(child, changing, en.say).actions.items.map(({ href }) => href);
    expect(links(false)).toEqual(["#/page/children%2F2%2Fname", "#/page/children%2F2%2Fremove"]);
    expect(links(true)).toEqual(["#/change/children%2F2%2Fname", "#/change/children%2F2%2Fremove"]);
  });
});
