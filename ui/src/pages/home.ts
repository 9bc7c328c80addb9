// The home screen: which service, and where the records of this terminal stand.

import { html, type Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { HomeView } from "../host/generated/HomeView";
import type { Problem } from "../host/generated/Problem";
import type { QueueCounts } from "../host/generated/QueueCounts";
import type { ServiceCard } from "../host/generated/ServiceCard";
import type { Say, Words } from "../words/words";
import { heading, problemSummary, twoColumns, type Page } from "./page";

/** The home screen. With a full disk no service can be chosen, and it says so. */
export function homePage(home: HomeView, problem: Problem | null, words: Words): Page {
  const { say } = words;
  const left = html`${problemSummary(problem, words)}
${heading(say("home-title"))}
${home.disk_full && warning(say("home-disk-full"), say)}
${services(home, say)}
<p class="govuk-body cf-hint">${say("home-printer-hint")}</p>`;
  return {
    title: say("home-title"),
    body: twoColumns(left, counts(home.counts, say)),
    error: problem !== null,
  };
}

function services(home: HomeView, say: Say): Html {
  if (home.services.length === 0) return html`<p class="govuk-body">${say("home-no-services")}</p>`;
  return html`<div class="cf-services">${[...byDepartment(home.services)].map(
    ([name, services]) => department(name, services, !home.disk_full),
  )}</div>`;
}

/** The services by their department's name, in the order in which they come. */
function byDepartment(services: ServiceCard[]): Map<string, ServiceCard[]> {
  const all = new Map<string, ServiceCard[]>();
  for (const service of services) {
    all.set(service.department, [...(all.get(service.department) ?? []), service]);
  }
  return all;
}

function department(name: string, services: ServiceCard[], canStart: boolean): Html {
  return html`<div class="cf-department">
<h2 class="govuk-heading-m">${name}</h2>
<ul class="govuk-list">${services.map((service) => serviceItem(service, canStart))}</ul>
</div>`;
}

function serviceItem(service: ServiceCard, canStart: boolean): Html {
  const title = canStart
    ? html`<a class="govuk-link" href="#/start/${encodeURIComponent(service.id)}">${service.title}</a>`
    : service.title;
  return html`<li class="cf-service">
<h3 class="govuk-heading-s">${title}</h3>
<p class="govuk-body">${service.summary}</p>
</li>`;
}

function counts(count: QueueCounts, say: Say): Html {
  const department = say("the-department");
  return html`<aside class="cf-rail" aria-labelledby="counts-title">
<h2 class="govuk-heading-m" id="counts-title">${say("home-counts-title")}</h2>
<dl class="cf-counts" data-live="counts">
${line(say("state-recorded"), count.waiting)}
${line(say("state-received", { department }), count.received)}
${line(say("state-needs-attention"), count.needs_attention)}
</dl>
<p class="govuk-body"><a class="govuk-link" href="#/records">${say("home-counts-link")}</a></p>
</aside>`;
}

function line(words: string, number: number): Html {
  return html`<div><dt>${words}</dt><dd>${number}</dd></div>`;
}

function warning(text: string, say: Say): Html {
  return macro("warning-text", { text, iconFallbackText: say("warning-word") });
}
