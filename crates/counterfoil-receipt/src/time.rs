//! Local time with its offset from UTC, and its words in both languages.

use serde::{Deserialize, Serialize};

use crate::content::Language;
use crate::words::Words;

const DAY_MS: i64 = 86_400_000;
const MINUTE_MS: i64 = 60_000;

/// A moment, and the offset of the local time that a clock showed then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalTime {
    /// Unix time in milliseconds, UTC. Negative before 1970.
    pub unix_ms: i64,
    /// Minutes east of UTC (60 in British Summer Time).
    pub offset_minutes: i16,
}

/// A date and time of day as a calendar and a clock show them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Civil {
    year: i64,
    month: usize,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
}

impl LocalTime {
    /// In words, to the second: `23 November 2026 at 19:44:35 (UTC+00:00)`.
    ///
    /// Twenty-four hours and the offset, so that the hour that comes twice in October can be
    /// told apart.
    #[must_use]
    pub fn in_words(self, language: Language) -> String {
        let words = Words::of(language);
        let Civil { year, month, day, hour, minute, second } = self.civil();
        let month = words.months.get(month).copied().unwrap_or_default();
        let at = words.at;
        let offset = self.offset();
        format!("{day} {month} {year} {at} {hour:02}:{minute:02}:{second:02} ({offset})")
    }

    fn offset(self) -> String {
        let sign = if self.offset_minutes < 0 { '-' } else { '+' };
        let minutes = self.offset_minutes.unsigned_abs();
        format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// Source of the day-to-date arithmetic: the proleptic Gregorian calendar in cycles of 400
    /// years (146,097 days), each starting on 1 March.
    fn civil(self) -> Civil {
        let shift = i64::from(self.offset_minutes) * MINUTE_MS;
        let local = self.unix_ms.saturating_add(shift);
        let (days, ms) = (local.div_euclid(DAY_MS), local.rem_euclid(DAY_MS));
        let since_march_0000 = days + 719_468;
        let (cycle, day_of_cycle) =
            (since_march_0000.div_euclid(146_097), since_march_0000.rem_euclid(146_097));
        let year_of_cycle = (day_of_cycle - day_of_cycle / 1_460 + day_of_cycle / 36_524
            - day_of_cycle / 146_096)
            / 365;
        let day_of_year =
            day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let (month, next_year) = if month_from_march < 10 {
            (month_from_march + 2, 0)
        } else {
            (month_from_march - 10, 1)
        };
        Civil {
            year: cycle * 400 + year_of_cycle + next_year,
            month: usize::try_from(month).unwrap_or_default(),
            day: day_of_year - (153 * month_from_march + 2) / 5 + 1,
            hour: ms / 3_600_000,
            minute: ms / MINUTE_MS % 60,
            second: ms / 1_000 % 60,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(unix_ms: i64, offset_minutes: i16, language: Language) -> String {
        LocalTime { unix_ms, offset_minutes }.in_words(language)
    }

    #[test]
    fn a_time_is_said_with_its_month_and_offset_in_both_languages() {
        let unix_ms = 1_795_463_075_000;

        assert_eq!(words(unix_ms, 0, Language::En), "23 November 2026 at 19:44:35 (UTC+00:00)");
        assert_eq!(words(unix_ms, 0, Language::Cy), "23 Tachwedd 2026 am 19:44:35 (UTC+00:00)");
    }

    #[test]
    fn the_hour_that_comes_twice_in_october_is_told_apart_by_its_offset() {
        let summer = words(1_792_888_200_000, 60, Language::En);
        let winter = words(1_792_891_800_000, 0, Language::En);

        assert_eq!(summer, "25 October 2026 at 01:30:00 (UTC+01:00)");
        assert_eq!(winter, "25 October 2026 at 01:30:00 (UTC+00:00)");
    }

    #[test]
    fn leap_days_the_epoch_and_a_clock_set_to_1969_are_dates() {
        assert_eq!(
            words(951_782_400_000, 0, Language::En),
            "29 February 2000 at 00:00:00 (UTC+00:00)"
        );
        assert_eq!(words(0, 0, Language::En), "1 January 1970 at 00:00:00 (UTC+00:00)");
        assert_eq!(words(-1, 0, Language::En), "31 December 1969 at 23:59:59 (UTC+00:00)");
        assert_eq!(words(0, -90, Language::En), "31 December 1969 at 22:30:00 (UTC-01:30)");
    }

    #[test]
    fn a_clock_at_either_end_of_time_still_gives_words() {
        assert!(words(i64::MAX, i16::MAX, Language::En).contains("UTC+546:07"));
        assert!(words(i64::MIN, i16::MIN, Language::Cy).contains("UTC-546:08"));
    }
}
