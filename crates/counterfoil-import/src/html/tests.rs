//! HTML as departments write it.

use super::{Lost, markdown, plain};

#[test]
fn markup_becomes_the_subset_of_markdown() {
    for (html, expected) in [
        ("plain  text\n goes on", "plain text goes on"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two</br>Three", "One\n\nTwo\n\nThree"),
        ("<h1>A</h1><h2>B</h2><h4>C</h4>d", "## A\n\n## B\n\n### C\n\nd"),
        ("<ul><li>a</li><li>b</ul>after", "- a\n- b\n\nafter"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ("<ul><li>a<ul><li>inner</li></ul></li><li>b</li></ul>", "- a\n- – inner\n- b"),
        ("<li>a<li>b", "- a\n\n- b"),
        ("<li><p>a</p><p>more</p></li>", "a\n\nmore"),
        ("<ul><li><p>a</p><p>more</p></li></ul>", "- a\n  more"),
        ("a <b>bold </b>word", "a **bold** word"),
        ("a <strong></strong>b", "a b"),
        ("<p><b>all<p>of it</b>", "**all**\n\n**of it**"),
        ("<h2><b>No marks</b></h2>", "## No marks"),
        ("&pound;5 &amp; more &lt;here&gt;&nbsp;x", "£5 & more <here> x"),
        ("<label class='govuk-!-font-weight-bold'>Asked:</label><p>x</p>", "**Asked:**\n\nx"),
        ("<details><summary>More</summary>inside</details>", "**More**\n\ninside"),
        ("<dl><dt>Term</dt><dd>Meaning</dd></dl>", "**Term**\n\nMeaning"),
        ("<div class='govuk-inset-text'><p>a</p><p>b</p></div>c", "> a\n> b\n\nc"),
        (
            "<div class='govuk-warning-text'><span class='govuk-warning-text__icon'>!</span><strong class='govuk-warning-text__text'><span class='govuk-warning-text__assistive'>Warning</span>Mind</strong></div>",
            "> [!WARNING]\n> **Mind**",
        ),
        ("<!-- gone -->here<!doctype html>", "here"),
        ("a < b and c > d", "a < b and c > d"),
        ("", ""),
    ] {
        assert_eq!(markdown(html).text, expected, "{html}");
    }
}

#[test]
fn text_that_looks_like_markdown_stays_text() {
    for (html, expected) in [
        ("<p>1. Tell us</p>", "1.\u{a0}Tell us"),
        ("<p>- dash</p>", "-\u{a0}dash"),
        ("<p>## hash</p>", "##\u{a0}hash"),
        ("<p>&gt; more</p>", "\u{2060}> more"),
    ] {
        assert_eq!(markdown(html).text, expected, "{html}");
    }
}

#[test]
fn links_to_the_web_are_kept_and_other_addresses_are_said() {
    let kept = markdown(
        "see <a href='https://www.gov.uk/a (b)'>this [page]</a>, <a href=\"mailto:a@example.com\">write</a>",
    );
    let lost = markdown("<a href='javascript:x()'>go</a> <a href='/local'>on</a> <a>now</a>");

    assert_eq!(
        kept.text,
        "see [this (page)](https://www.gov.uk/a%20%28b%29), [write](mailto:a@example.com)"
    );
    assert!(kept.lost.is_empty());
    assert_eq!(lost.text, "go on now");
    assert_eq!(lost.lost.into_iter().collect::<Vec<_>>(), [Lost::Address]);
}

#[test]
fn what_no_page_may_have_is_left_out_and_said() {
    for (html, expected, lost) in [
        ("a<script>if (x < 1) { '</p>' }</script>b", "ab", Lost::Script),
        ("a<style>p { }</style>b", "ab", Lost::Style),
        ("a<svg><path/><svg></svg></svg>b", "ab", Lost::Picture),
        ("a<img alt='A map' src=x>b", "aA mapb", Lost::Picture),
        ("a<iframe src=x>inner</iframe>b", "ab", Lost::Picture),
        ("a<button>Go</button>b", "ab", Lost::Control),
        ("a<input value=x>b", "ab", Lost::Control),
        ("a<li'eich costau>b", "ab", Lost::Unknown),
        ("a<script>never ends", "a", Lost::Script),
    ] {
        let got = markdown(html);
        assert_eq!(got.text, expected, "{html}");
        assert!(got.lost.contains(&lost), "{html}: {:?}", got.lost);
    }
}

#[test]
fn a_table_becomes_lines_that_name_their_columns() {
    let table = "<table><caption>Rates</caption><thead><tr><th>Year</th><th>Pay</th></tr></thead><tr><td>2025</td><td>£1</td></tr><tr><th>2026</th><td><b>£2</b></td></tr></table>end";
    let headings = "<table><tr><th>A</th><th>B</th></tr></table>";
    let stray = "<td>alone</td>";

    let got = markdown(table);

    assert_eq!(got.text, "**Rates**\n\n- Year: 2025; Pay: £1\n- Year: 2026; Pay: £2\n\nend");
    assert!(got.lost.contains(&Lost::Table));
    assert_eq!(markdown(headings).text, "- A; B");
    assert_eq!(markdown(stray).text, "- alone");
}

#[test]
fn labels_are_one_line_without_marks() {
    for (html, expected) in [
        ("Your   name", "Your name"),
        ("<p>Your <b>name</b></p>", "Your name"),
        ("First line<br>second", "First line. second"),
        ("Ask:<ul><li>one</li><li>two</li></ul>", "Ask: one. two"),
        ("AT&amp;T", "AT&T"),
        ("See <a href='https://x.uk'>here</a>", "See here"),
    ] {
        assert_eq!(plain(html).text, expected, "{html}");
    }
}
