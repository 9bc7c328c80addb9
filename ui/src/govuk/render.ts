// Runs the official GOV.UK macros, compiled beforehand, without evaluating code at run time.

import nunjucks from "nunjucks/browser/nunjucks-slim.js";
import type { MacroParams } from "./generated/params";
import { templates } from "./generated/templates.js";
import { Html } from "./html";

const environment = new nunjucks.Environment(new nunjucks.PrecompiledLoader(templates), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
});

type Macro = (params: unknown) => { toString(): string };

const macros = new Map<string, Macro>();

/** One call of an official macro: parameters in, markup out. */
export function macro<Name extends keyof MacroParams>(
  component: Name,
  params: MacroParams[Name],
): Html {
  return new Html(callMacro(component, params));
}

/** As `macro`, with parameters that no type has checked; the fixtures test needs it. */
export function callMacro(component: string, params: unknown): string {
  return compiled(component)(params).toString().trim();
}

function compiled(component: string): Macro {
  const known = macros.get(component);
  if (known) return known;
  const template = environment.getTemplate(`components/${component}/macro.njk`);
  let found: Macro | undefined;
  template.getExported((error, exported) => {
    if (error) throw error;
    found = exported[macroName(component)];
  });
  if (!found) throw new Error(`no macro for ${component}`);
  macros.set(component, found);
  return found;
}

/** `date-input` -> `govukDateInput`. */
function macroName(component: string): string {
  return `govuk-${component}`.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
