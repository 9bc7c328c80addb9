//! Times of day.

use super::{Failure, Wrong};

/// A time of day as `14:30`, from what people type: `2:30pm`, `14.30`, `2 pm`, midday, midnight,
/// and the same in Welsh.
pub(crate) fn judge(text: &str) -> Result<String, Wrong> {
    let plain: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    match plain.as_str() {
        "midday" | "noon" | "hannerdydd" | "canoldydd" => return Ok("12:00".to_owned()),
        "midnight" | "hannernos" | "canolnos" => return Ok("00:00".to_owned()),
        _ => {}
    }
    let (clock, half) = half_of_day(&plain);
    let (hour, minute) = clock.split_once([':', '.']).unwrap_or((clock, "00"));
    let hour = number(hour).ok_or(Failure::Format)?;
    let minute = number(minute).filter(|_| minute.len() == 2).ok_or(Failure::Format)?;
    let hour = match (half, hour) {
        (None, 0..=23) if clock.contains([':', '.']) => hour,
        (Some(Half::Morning), 1..=12) => hour % 12,
        (Some(Half::Afternoon), 1..=12) => hour % 12 + 12,
        _ => return Err(Failure::Format.into()),
    };
    if 59 < minute {
        return Err(Failure::Format.into());
    }
    Ok(format!("{hour:02}:{minute:02}"))
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

fn half_of_day(text: &str) -> (&str, Option<Half>) {
    let endings = [
        ("a.m.", Half::Morning),
        ("am", Half::Morning),
        ("yb", Half::Morning),
        ("y.b.", Half::Morning),
        ("p.m.", Half::Afternoon),
        ("pm", Half::Afternoon),
        ("yh", Half::Afternoon),
        ("y.h.", Half::Afternoon),
    ];
    let found = endings.iter().find_map(|(end, half)| Some((text.strip_suffix(end)?, *half)));
    found.map_or((text, None), |(clock, half)| (clock, Some(half)))
}

fn number(text: &str) -> Option<u8> {
    let fits = (1..=2).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::judge;

    #[test]
    fn times_are_taken_as_people_type_them() {
        for (typed, stored) in [
            ("14:30", "14:30"),
            ("2:30pm", "14:30"),
            ("2.30 p.m.", "14:30"),
            ("9am", "09:00"),
            ("12 am", "00:00"),
            ("12pm", "12:00"),
            ("midday", "12:00"),
            ("hanner nos", "00:00"),
            ("2.30yh", "14:30"),
        ] {
            assert_eq!(judge(typed).as_deref(), Ok(stored), "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for wrong in ["", "14", "24:00", "9:60", "9:5", "13pm", "0am", "half past two", "1:2:3"] {
            assert!(judge(wrong).is_err(), "{wrong}");
        }
    }
}
