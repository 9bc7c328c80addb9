//! Where a definition comes from: a file with its Welsh beside it, or the catalogue.

use std::path::{Path, PathBuf};

use counterfoil_form::{DefinitionProblems, Service, catalogue};

use crate::form::read;
use crate::refusal::Refusal;

/// The most bytes of a definition or of its overlay that are read. The loader has a smaller limit
/// and says so in its own words.
const BYTES_MAX: u64 = 16 << 20;

/// A definition and its Welsh, as they were read.
pub(super) struct Source {
    /// The definition.
    pub(super) definition: String,
    /// Its overlay, when there is one.
    pub(super) welsh: Option<String>,
}

impl Source {
    /// Reads the definition at `path` and the overlay beside it.
    pub(super) fn read(path: &Path) -> Result<Self, Refusal> {
        let definition = text(path)?;
        let beside = welsh_of(path);
        let welsh = if beside.is_file() { Some(text(&beside)?) } else { None };
        Ok(Self { definition, welsh })
    }

    /// The service, everything about it right.
    pub(super) fn load(&self) -> Result<Service, DefinitionProblems> {
        Service::load(&self.definition, self.welsh.as_deref().unwrap_or("{}"))
    }
}

/// The service of a file, or the shipped one of this id. Welsh may be missing.
pub(super) fn service(path: &Path) -> Result<Service, Refusal> {
    if !path.exists()
        && let Some(shipped) = shipped(path)?
    {
        return Ok(shipped);
    }
    let source = Source::read(path)?;
    Service::draft(&source.definition, source.welsh.as_deref()).map_err(|problems| {
        let each = problems.0.iter().map(|one| format!("{}: {}", one.path, one.message));
        Refusal { code: "definition_refused", words: each.collect() }
    })
}

fn shipped(id: &Path) -> Result<Option<Service>, Refusal> {
    let broken = |_| Refusal::new("call_support", "A service that ships does not load.");
    let services = catalogue::shipped().map_err(broken)?;
    Ok(services.into_iter().find(|service| Path::new(service.id()) == id))
}

/// Where the Welsh of the definition at `path` is: `sorn.json` has `sorn.cy.json`.
pub(super) fn welsh_of(path: &Path) -> PathBuf {
    path.with_extension("cy.json")
}

fn text(path: &Path) -> Result<String, Refusal> {
    String::from_utf8(read(path, BYTES_MAX)?).map_err(|_| {
        Refusal::new("file_unreadable", format!("{} is not text in UTF-8.", path.display()))
    })
}
