// The product's own words, in the language in use.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Language } from "../host/generated/Language";
import cy from "./cy.ftl?raw";
import en from "./en.ftl?raw";

/** Finds words by message id. An id without words is a fault in the program, so it throws. */
export type Say = (id: string, values?: Record<string, FluentVariable>) => string;

/** Words in one language, with the language itself for `lang` attributes. */
export interface Words {
  language: Language;
  say: Say;
}

const WORDS: Record<Language, Words> = { en: wordsFrom("en", en), cy: wordsFrom("cy", cy) };

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return WORDS[language];
}

/** The other of the two languages. */
export function otherLanguage(language: Language): Language {
  return language === "en" ? "cy" : "en";
}

function wordsFrom(language: Language, text: string): Words {
  // Both languages run left to right, so marks that isolate directions would only be in the way
  // of searching and copying.
  const bundle = new FluentBundle(`${language}-GB`, { useIsolating: false });
  bundle.addResource(new FluentResource(text));
  const say: Say = (id, values) => {
    const pattern = bundle.getMessage(id)?.value;
    if (!pattern) throw new Error(`no words for ${id}`);
    return bundle.formatPattern(pattern, values);
  };
  return { language, say };
}
