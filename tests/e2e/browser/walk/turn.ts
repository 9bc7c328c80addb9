// Going from page to page. The element is clicked by itself, without a pointer to move there:
// that is quick, and pointer and keyboard have tests of their own.

import type { Page } from "@playwright/test";

/** The address of the link to a page of the journey under way. */
export function linkTo(path: string): string {
  return `#/page/${encodeURIComponent(path)}`;
}

/** Follows a link by its address, one of the test's own when the page has none. */
export function follow(page: Page, address: string): Promise<void> {
  return page.evaluate(turn, { selector: `a[href="${address}"]`, address });
}

/** Presses the page's button. */
export function press(page: Page): Promise<void> {
  return page.evaluate(turn, { selector: "main form button[type=submit]", address: null });
}

interface Click {
  selector: string;
  address: string | null;
}

/** Runs in the browser: clicks, and waits until the page that was shown is gone. */
function turn({ selector, address }: Click): Promise<void> {
  const main = document.getElementById("main-content") as HTMLElement;
  const before = main.firstElementChild;
  const found = document.querySelector<HTMLElement>(selector);
  const made = !found && address !== null ? document.createElement("a") : null;
  made?.setAttribute("href", address ?? "");
  if (made) document.body.append(made);
  return new Promise((done, fail) => {
    const watch = new MutationObserver(() => {
      if (before?.isConnected) return;
      watch.disconnect();
      done();
    });
    watch.observe(main, { childList: true });
    const element = found ?? made;
    if (!element) return fail(new Error(`there is no ${selector}`));
    element.click();
    made?.remove();
  });
}
