import { describe, expect, it } from "vitest";
import { html } from "../src/govuk/html";
import { callMacro, macro } from "../src/govuk/render";

const EVIL = `<img src=x onerror="alert('1')">&`;

describe("markup", () => {
  it("escapes every text put into it", () => {
    expect(html`<p title="${EVIL}">${EVIL}</p>`.toString()).toBe(
      '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</p>',
    );
  });

  it("keeps markup made by it, and leaves nothing for nothing", () => {
    expect(html`<ul>${["a", "<b>"].map((each) => html`<li>${each}</li>`)}${null}${false}${0}</ul>`.toString()).toBe(
      "<ul><li>a</li><li>&lt;b&gt;</li>0</ul>",
    );
  });

  it("stays inert as an official macro's text", () => {
    expect(macro("inset-text", { text: EVIL }).toString()).not.toContain("<img");
  });

  it("of a macro that does not exist is a fault in the program", () => {
    expect(() => callMacro("no-such-macro", {})).toThrow();
  });
});
