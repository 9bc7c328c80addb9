// Types for the parts we use of the packages that bring none.

declare module "nunjucks/browser/nunjucks-slim.js" {
  type Macro = (params: unknown) => { toString(): string };
  interface Template {
    getExported(done: (error: Error | null, exported: Record<string, Macro>) => void): void;
  }
  class PrecompiledLoader {
    constructor(templates: Record<string, unknown>);
  }
  class Environment {
    constructor(loader: PrecompiledLoader, options: Record<string, boolean>);
    getTemplate(name: string): Template;
  }
  const nunjucks: { Environment: typeof Environment; PrecompiledLoader: typeof PrecompiledLoader };
  export default nunjucks;
}

declare module "govuk-frontend" {
  interface Options {
    scope: Element;
    onError?: (error: unknown) => void;
    passwordInput?: { i18n: Record<string, string> };
    errorSummary?: { disableAutoFocus: boolean };
  }
  export function initAll(options: Options): void;
}

declare module "accessible-autocomplete" {
  interface Options {
    element: HTMLElement;
    id: string;
    name: string;
    defaultValue: string;
    source: (query: string, give: (labels: string[]) => void) => void;
    templates: {
      inputValue: (label: string | undefined) => string;
      suggestion: (label: string) => string;
    };
    displayMenu: "inline" | "overlay";
    showAllValues: boolean;
    autoselect: boolean;
    inputClasses: string | null;
    tNoResults: () => string;
    tStatusNoResults: () => string;
    tAssistiveHint: () => string;
    tStatusSelectedOption: (text: string, count: number, index: number) => string;
    tStatusResults: (count: number, chosen: string) => string;
  }
  export default function accessibleAutocomplete(options: Options): void;
}

declare module "*.ftl?raw" {
  const text: string;
  export default text;
}
