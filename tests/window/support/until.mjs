// Waiting for something to become true. Nothing here ever waits for a set time.

/** How long anything on this machine may take before it counts as broken, in milliseconds. */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 40;

/** Thrown when the wait is over and it has not become true. */
export class Unmet extends Error {}

/**
 * Waits until `look` returns something truthy, and returns that. A look that throws has not seen
 * it yet: the page may just be changing under it.
 *
 * @param {string} what in words, for the failure
 * @param {() => unknown} look
 * @param {number} withinMs
 */
export async function until(what, look, withinMs = PATIENCE_MS) {
  const started = performance.now();
  let last;
  for (;;) {
    try {
      last = await look();
      if (last) return last;
    } catch (thrown) {
      last = thrown;
    }
    if (withinMs < performance.now() - started) break;
    await new Promise((again) => setTimeout(again, LOOK_EVERY_MS));
  }
  const seen = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Unmet(`not within ${withinMs / 1000} s: ${what} (last seen: ${seen})`);
}
