// What stands around every page. No crown, no GOV.UK name, typeface or colours: this is not a
// gov.uk site.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { AppView } from "../host/generated/AppView";
import type { ConnectionState } from "../host/generated/ConnectionState";
import { otherLanguage, wordsIn, type Say, type Words } from "../words/words";

/** Which part of the main menu the page belongs to. */
export type MenuItem = "home" | "records" | null;

/** Everything above the page. */
export function frameTop(app: AppView | null, current: MenuItem, words: Words): Html {
  const { say } = words;
  return html`${macro("skip-link", { text: say("skip-link"), href: "#main-content" })}
<header>
${macro("generic-header", { logoText: say("product-name"), url: "#/home" })}
${macro("service-navigation", menuParams(app, current, say))}
<div class="govuk-width-container">${statusLine(app, words)}</div>
</header>`;
}

/** The line with the connection, who is signed in and the languages. */
// Before the program runs there is no connection to speak of.
function statusLine(app: AppView | null, words: Words): Html {
  const { say } = words;
  return html`<div class="cf-status">
${app && html`<p class="cf-connection" role="status" id="connection"></p>`}
${app?.session && html`<p class="cf-session">${say("signed-in-as", { name: app.session.name })}</p>`}
${macro("language-navigation", languageParams(words))}
</div>`;
}

/** Everything below the page. The macro's footer draws the crown, so this one is our own. */
export function frameBottom(app: AppView | null, { say }: Words): Html {
  return html`<div class="govuk-width-container"><p class="govuk-body-s cf-footer__text">${
    app === null ? say("product-name") : say("footer-version", { version: app.version })
  }</p></div>`;
}

/** The connection in words. */
export function connectionWords(state: ConnectionState, say: Say): string {
  switch (state) {
    case "unknown":
      return say("connection-unknown");
    case "online":
      return say("connection-online");
    case "offline":
      return say("connection-offline");
    case "intercepted":
      return say("connection-intercepted");
  }
}

function menuParams(app: AppView | null, current: MenuItem, say: Say) {
  const signedIn = app !== null && app.session !== null;
  return {
    serviceName: app?.outlet,
    navigationLabel: say("navigation-label"),
    menuButtonText: say("menu-button"),
    ariaLabel: app?.outlet,
    navigation: signedIn
      ? [
          { text: say("nav-home"), href: "#/home", active: current === "home" },
          { text: say("nav-records"), href: "#/records", active: current === "records" },
          { text: say("sign-out"), href: "#/sign-out" },
        ]
      : [],
  };
}

/** Each language is named in its own words. */
function languageParams({ language, say }: Words) {
  const other = wordsIn(otherLanguage(language));
  const here = { text: say("own-language-name"), lang: language, current: true };
  const there = {
    text: other.say("own-language-name"),
    lang: other.language,
    href: "#/language",
    languageDescriptionText: other.say("choose-this-language"),
  };
  return {
    ariaLabel: say("language-label"),
    items: language === "en" ? [here, there] : [there, here],
  };
}
