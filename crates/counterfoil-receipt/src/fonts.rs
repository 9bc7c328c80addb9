//! The two fonts that are part of this program: which characters they have, how wide those are,
//! and a cut-down copy of one for a document.
//!
//! Noto Sans (SIL Open Font License, see `fonts/OFL.txt`): Latin with Welsh and Polish, Greek
//! and Cyrillic.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use printpdf::ParsedFont;

use crate::error::ReceiptError;

const REGULAR: &[u8] = include_bytes!("../fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/NotoSans-Bold.ttf");

/// Both weights, read once.
pub(crate) struct Fonts {
    regular: Face,
    bold: Face,
}

/// One weight.
pub(crate) struct Face {
    name: &'static str,
    bytes: &'static [u8],
    /// Everything that was read but the bytes themselves.
    parsed: ParsedFont,
}

impl Fonts {
    /// The fonts; read at the first call.
    pub(crate) fn get() -> Result<&'static Self, ReceiptError> {
        static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
        FONTS.get_or_init(Self::read).as_ref().ok_or(ReceiptError::Font)
    }

    fn read() -> Option<Self> {
        // The six letters before the plus are how PDF marks a font that was cut down.
        Some(Self {
            regular: Face::read("CFOILR+NotoSans-Regular", REGULAR)?,
            bold: Face::read("CFOILB+NotoSans-Bold", BOLD)?,
        })
    }

    pub(crate) fn face(&self, bold: bool) -> &Face {
        if bold { &self.bold } else { &self.regular }
    }

    /// Whether both weights can print `character`.
    pub(crate) fn have(&self, character: char) -> bool {
        self.regular.glyph(character).is_some() && self.bold.glyph(character).is_some()
    }
}

impl Face {
    fn read(name: &'static str, bytes: &'static [u8]) -> Option<Self> {
        let mut parsed = ParsedFont::from_bytes(bytes, 0, &mut Vec::new())?;
        parsed.original_bytes = Vec::new();
        (parsed.units_per_em > 0).then_some(Self { name, bytes, parsed })
    }

    fn glyph(&self, character: char) -> Option<u16> {
        self.parsed.lookup_glyph_index(u32::from(character)).filter(|glyph| *glyph != 0)
    }

    /// How far `text` reaches in letters of `size` points, in points.
    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        let units: u32 = text
            .chars()
            .filter_map(|character| self.glyph(character))
            .filter_map(|glyph| self.parsed.get_glyph_width(glyph))
            .map(u32::from)
            .sum();
        units as f32 * size / f32::from(self.parsed.units_per_em)
    }

    /// A copy of this font with only the `used` characters, for one document.
    pub(crate) fn cut(&self, used: &BTreeSet<char>) -> Result<ParsedFont, ReceiptError> {
        let glyphs: BTreeSet<u16> =
            std::iter::once(0).chain(used.iter().filter_map(|c| self.glyph(*c))).collect();
        let glyphs: Vec<u16> = glyphs.into_iter().collect();
        let places: BTreeMap<u16, u16> = glyphs.iter().copied().zip(0..).collect();

        let mut cut = self.parsed.clone();
        cut.font_name = Some(self.name.to_owned());
        cut.original_bytes = self.cut_bytes(&glyphs)?;
        cut.codepoint_to_glyph = used
            .iter()
            .filter_map(|c| Some((u32::from(*c), *places.get(&self.glyph(*c)?)?)))
            .collect();
        cut.glyph_widths = places
            .iter()
            .filter_map(|(old, new)| Some((*new, self.parsed.get_glyph_width(*old)?)))
            .collect();
        Ok(cut)
    }

    fn cut_bytes(&self, glyphs: &[u16]) -> Result<Vec<u8>, ReceiptError> {
        let font = ReadScope::new(self.bytes).read::<FontData<'_>>().map_err(subset_failed)?;
        let tables = font.table_provider(0).map_err(subset_failed)?;
        subset(&tables, glyphs, &SubsetProfile::Pdf, CmapTarget::Unicode).map_err(subset_failed)
    }
}

fn subset_failed(error: impl std::fmt::Display) -> ReceiptError {
    ReceiptError::Subset(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_have_every_letter_of_welsh_and_polish_and_the_pound_sign() {
        let fonts = Fonts::get().expect("the fonts are part of the program");

        for letter in "ŵŷâêîôûẁẃẅỳýÿàáäŴŶÂÊÎÔÛąćęłńóśźżĄĆĘŁŃÓŚŹŻ£€’‘“”–—•·…".chars()
        {
            assert!(fonts.have(letter), "no {letter}");
        }
    }

    #[test]
    fn a_character_that_neither_weight_has_is_known_to_be_missing() {
        let fonts = Fonts::get().expect("the fonts are part of the program");

        assert!(!fonts.have('中'));
        assert!(!fonts.have('م'));
    }
}
