//! The page that lists what arrived. References and times only: no personal data.

use jiff::Timestamp;

use crate::store::submission::Arrived;

/// Most rows on the page.
const ROWS_MAX: usize = 500;

const STYLE: &str = "body{font-family:sans-serif;margin:2rem;color:#0b0c0c}\
    table{border-collapse:collapse}\
    th,td{text-align:left;padding:.4rem 1rem .4rem 0;border-bottom:1px solid #b1b4b6}";

/// The page as HTML.
pub(crate) fn render(department: &str, arrived: &[Arrived]) -> String {
    let name = escape(department);
    let rows: String = arrived.iter().take(ROWS_MAX).map(row).collect();
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <title>Received by {name}</title><style>{STYLE}</style></head><body><main>\
         <h1>Received by {name}</h1><p>Submissions: {count}. Times are UTC.</p>\
         <table><thead><tr><th scope=\"col\">Department reference</th>\
         <th scope=\"col\">Terminal reference</th><th scope=\"col\">Number on terminal</th>\
         <th scope=\"col\">Recorded</th><th scope=\"col\">Received</th>\
         <th scope=\"col\">Id</th></tr></thead><tbody>{rows}</tbody></table></main></body></html>",
        count = arrived.len(),
    )
}

fn row(one: &Arrived) -> String {
    format!(
        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
        escape(&one.department_reference),
        escape(&one.reference),
        one.sequence,
        time(one.recorded_at_ms),
        time(one.received_at_ms),
        one.id,
    )
}

/// A terminal's clock may say anything, so what is out of range is shown as its number.
fn time(ms: i64) -> String {
    Timestamp::from_millisecond(ms)
        .map_or_else(|_| format!("{ms} ms"), |at| at.strftime("%Y-%m-%d %H:%M:%S").to_string())
}

/// References come from terminals, so they are text, never markup.
fn escape(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut safe, c| {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
        safe
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_a_terminal_sends_is_text_on_the_page() {
        let arrived = Arrived {
            id: Uuid::from_bytes([1; 16]),
            reference: "<script>".into(),
            sequence: 7,
            terminal: Uuid::from_bytes([2; 16]),
            service: "dvla/vehicle-keeper-change".into(),
            recorded_at_ms: 1_700_000_000_000,
            received_at_ms: i64::MAX,
            department_reference: "DVLA-7F3K-22QX".into(),
            puts: 1,
        };

        let html = render("DVLA & Co", &[arrived]);

        assert!(!html.contains("<script>"));
        assert!(html.contains("&lt;script&gt;"));
        assert!(html.contains("Received by DVLA &amp; Co"));
        assert!(html.contains("2023-11-14 22:13:20"));
        assert!(html.contains("9223372036854775807 ms"));
    }
}
