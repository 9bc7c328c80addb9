// What was added to a group so far, such as the children: GOV.UK's "add another" pattern.

import type { Html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { ItemView } from "../host/generated/ItemView";
import type { Say, Words } from "../words/words";
import { pageLink } from "./page";

/** Each thing with its name and links to change and to remove it. Nothing for none. */
export function addedItems(items: ItemView[], changing: boolean, { say }: Words): Html | null {
  if (items.length === 0) return null;
  const rows = items.map((item) => itemRow(item, changing, say));
  return macro("summary-list", { classes: "cf-items", rows });
}

/** Parameters for one thing. Who came by a Change link stays on the way back to check answers. */
export function itemRow(item: ItemView, changing: boolean, say: Say) {
  const visuallyHiddenText = item.name === "" ? item.title : `${item.title}: ${item.name}`;
  return {
    key: { text: item.title },
    value: { text: item.name },
    actions: {
      items: [
        { href: pageLink(item.change, changing), text: say("change"), visuallyHiddenText },
        { href: pageLink(item.remove, changing), text: say("remove"), visuallyHiddenText },
      ],
    },
  };
}
