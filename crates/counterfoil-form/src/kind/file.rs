//! Files that belong to an answer: what is known of each, never its bytes.

use super::{Failure, Wrong};
use crate::definition::field::FileRule;
use crate::value::{FileValue, Value};

/// Most characters of a file's name.
const NAME_CHARS: usize = 255;

/// Files by their rule. Each is typed as `sha256:bytes:media/type:name`.
pub(crate) fn judge(rule: &FileRule, typed: &[String]) -> Result<Value, Wrong> {
    let given: Vec<&String> = typed.iter().filter(|one| !one.is_empty()).collect();
    if given.is_empty() {
        return Err(Failure::Missing.into());
    }
    if usize::from(rule.max) < given.len() {
        return Err(Wrong::beyond(Failure::TooMany, rule.max));
    }
    if given.len() < usize::from(rule.min) {
        return Err(Wrong::beyond(Failure::TooFew, rule.min));
    }
    let files: Result<Vec<_>, Wrong> = given.into_iter().map(|text| one(rule, text)).collect();
    files.map(Value::Files)
}

fn one(rule: &FileRule, text: &str) -> Result<FileValue, Wrong> {
    let file = parse(text).ok_or(Failure::Format)?;
    if !rule.accept.contains(&file.media_type) {
        return Err(Failure::FileType.into());
    }
    if file.bytes == 0 || u64::from(rule.max_bytes) < file.bytes {
        return Err(Wrong::beyond(Failure::FileSize, rule.max_bytes));
    }
    Ok(file)
}

/// A file as it is typed.
pub(crate) fn parse(text: &str) -> Option<FileValue> {
    let mut parts = text.splitn(4, ':');
    let sha256 = parts.next()?;
    let bytes = parts.next()?.parse().ok()?;
    let media_type = parts.next()?;
    let name = parts.next()?;
    let hex = sha256.len() == 64
        && sha256.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c));
    let plain = |c: char| !c.is_control() && c != '/' && c != '\\';
    let named = (1..=NAME_CHARS).contains(&name.chars().count()) && name.chars().all(plain);
    (hex && named).then(|| FileValue {
        sha256: sha256.to_owned(),
        bytes,
        media_type: media_type.to_owned(),
        name: name.to_owned(),
    })
}

/// As it would be typed.
pub(crate) fn typed(file: &FileValue) -> String {
    format!("{}:{}:{}:{}", file.sha256, file.bytes, file.media_type, file.name)
}

#[cfg(test)]
mod tests {
    use super::{judge, typed};
    use crate::definition::field::FileRule;
    use crate::kind::Failure;
    use crate::value::Value;

    #[test]
    fn files_are_limited_in_number_size_and_type() {
        let rule =
            FileRule { accept: vec!["image/jpeg".to_owned()], max_bytes: 1_000, min: 1, max: 2 };
        let file = |bytes: u32, kind: &str| format!("{}:{bytes}:{kind}:a:b.jpg", "ab".repeat(32));
        let failure = |files: &[String]| judge(&rule, files).err().map(|wrong| wrong.failure);
        let right = file(1_000, "image/jpeg");

        let Ok(Value::Files(files)) = judge(&rule, std::slice::from_ref(&right)) else {
            panic!("it is taken")
        };
        assert_eq!((typed(&files[0]), files[0].name.as_str()), (right.clone(), "a:b.jpg"));
        assert_eq!(failure(&[]), Some(Failure::Missing));
        assert_eq!(failure(&vec![right; 3]), Some(Failure::TooMany));
        assert_eq!(failure(&[file(1_001, "image/jpeg")]), Some(Failure::FileSize));
        assert_eq!(failure(&[file(0, "image/jpeg")]), Some(Failure::FileSize));
        assert_eq!(failure(&[file(1, "text/html")]), Some(Failure::FileType));
        assert_eq!(failure(&["holiday.jpg".to_owned()]), Some(Failure::Format));
    }
}
