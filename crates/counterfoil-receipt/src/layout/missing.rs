//! What is printed for a character that the fonts lack: its number, never a box or a guess.

use crate::compose::Block;
use crate::content::Language;
use crate::fonts::Fonts;
use crate::words::Words;

/// The blocks with every missing character spelt out, and, if there was one, a last paragraph
/// that says so.
pub(super) fn spell_out(blocks: Vec<Block>, fonts: &Fonts, language: Language) -> Vec<Block> {
    let mut any = false;
    let mut spell = |text: String| {
        if text.chars().all(|character| printable(character, fonts)) {
            return text;
        }
        any = true;
        text.chars().map(|character| spelt(character, fonts)).collect()
    };
    let mut blocks: Vec<Block> = blocks.into_iter().map(|block| block.map(&mut spell)).collect();
    if any {
        blocks.push(Block::Paragraph(Words::of(language).unprintable.to_owned()));
    }
    blocks
}

fn printable(character: char, fonts: &Fonts) -> bool {
    let shows = !character.is_control() && !invisible(character) && fonts.have(character);
    character.is_whitespace() || shows
}

/// Marks that steer other letters and show nothing themselves (Unicode's default ignorable code
/// points of general use). The fonts have some, but a person must see that they are there.
fn invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}')
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(character, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}')
}

fn spelt(character: char, fonts: &Fonts) -> String {
    if printable(character, fonts) {
        character.to_string()
    } else {
        format!("[U+{:04X}]", u32::from(character))
    }
}
