// Questions that are answered by typing text.

import type { FieldView } from "../../host/generated/FieldView";
import type { Language } from "../../host/generated/Language";
import type { Say, Words } from "../../words/words";
import { common, label, lineParams, type LabelRole, type Of } from "./common";

/** Parameters for one line of text. */
export function inputParams(field: FieldView, asked: Of<"input">, role: LabelRole, say: Say) {
  return {
    ...common(field, say),
    ...lineParams(asked),
    id: field.id,
    name: field.id,
    label: label(field, role),
    spellcheck: asked.spellcheck,
    ...(asked.prefix !== null && { prefix: { text: asked.prefix } }),
    ...(asked.suffix !== null && { suffix: { text: asked.suffix } }),
  };
}

/** Parameters for several lines of text, with the count of what may still be typed. */
export function textareaParams(
  field: FieldView,
  asked: Of<"text_area">,
  role: LabelRole,
  words: Words,
) {
  return {
    ...common(field, words.say),
    ...countParams(asked, words),
    id: field.id,
    name: field.id,
    value: asked.value,
    label: label(field, role),
    rows: String(asked.rows),
    spellcheck: true,
    // GOV.UK's script takes `maxlength` away, so that people see that they typed too much. What
    // is far beyond that is cut all the same; the window puts this limit in.
    attributes: { autocomplete: "off", "data-max-chars": String(asked.max_chars) },
  };
}

function countParams(asked: Of<"text_area">, words: Words) {
  const { say } = words;
  if (asked.limit_words === null) {
    return {
      maxlength: String(asked.limit),
      textareaDescriptionText: say("characters-limit", { count: asked.limit }),
      charactersUnderLimitText: everyForm("characters-left", words),
      charactersAtLimitText: say("characters-none-left"),
      charactersOverLimitText: everyForm("characters-over", words),
    };
  }
  return {
    // The newer `countType: "words"` splits at hyphens and the like. This one counts what stands
    // between white space, as the program does when it judges the answer.
    maxwords: String(asked.limit_words),
    textareaDescriptionText: say("words-limit", { count: asked.limit_words }),
    wordsUnderLimitText: everyForm("words-left", words),
    wordsAtLimitText: say("words-none-left"),
    wordsOverLimitText: everyForm("words-over", words),
  };
}

/** The words for each grammatical number of the language. GOV.UK's script puts the number in. */
function everyForm(id: string, { language, say }: Words): Record<string, string> {
  const forms = pluralForms(language).map((form) => [form, say(id, { form, count: "%{count}" })]);
  return Object.fromEntries(forms);
}

/** English has two, Welsh six: words mutate after some numbers. */
function pluralForms(language: Language): readonly string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}
