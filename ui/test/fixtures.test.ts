import { describe, expect, it } from "vitest";
// @ts-expect-error The build script is plain JavaScript.
import { componentJson, componentNames } from "../govuk/source.mjs";
import { callMacro } from "../src/govuk/render";

interface Fixture {
  name: string;
  options: unknown;
  html: string;
}

const components: string[] = componentNames();
const fixtures = components.flatMap((component) =>
  (componentJson(component, "fixtures.json") as { fixtures: Fixture[] }).fixtures.map(
    (fixture) => ({ component, ...fixture }),
  ),
);

describe("our runtime draws GOV.UK Frontend's own fixtures", () => {
  it("knows all 39 components and 725 fixtures", () => {
    expect(components).toHaveLength(39);
    expect(fixtures).toHaveLength(725);
  });

  it.each(fixtures)("$component: $name", ({ component, options, html }) => {
    expect(callMacro(component, options)).toBe(html);
  });
});
