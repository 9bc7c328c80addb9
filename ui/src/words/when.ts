// Dates and times in words.

import type { Say } from "./words";

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

/**
 * A local time with offset (RFC 3339) as GOV.UK writes it: "23 November 2026 at 7:05pm".
 *
 * The digits are used as they stand: they already are the outlet's local time, whatever zone this
 * machine's browser believes in. Anything that is not such a time is shown unchanged.
 */
export function whenWords(rfc3339: string, say: Say): string {
  const match = RFC3339.exec(rfc3339);
  if (!match) return rfc3339;
  const [year, month, day, hour, minute] = match.slice(1);
  return say("date-and-time", {
    day: String(Number(day)),
    month: say(`month-${Number(month)}`),
    year: year ?? "",
    time: clockWords(Number(hour), minute ?? ""),
  });
}

/** Twelve-hour clock without a leading zero, as in the GOV.UK style guide. */
function clockWords(hour: number, minute: string): string {
  return `${hour % 12 || 12}:${minute}${hour < 12 ? "am" : "pm"}`;
}
