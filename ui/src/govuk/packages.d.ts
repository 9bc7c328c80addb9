// Types for the parts we use of two packages that bring none.

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

declare module "*.ftl?raw" {
  const text: string;
  export default text;
}
