//! Where a page is: on the way itself, about one of several things, or the list of them.

use std::borrow::Cow;

use crate::definition::field::Field;
use crate::definition::group::Group;
use crate::definition::page::Page;

/// A page that can be answered.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place<'a> {
    /// A page of the way.
    Page(&'a Page),
    /// A page about one thing of a group, counted from 0.
    Item(&'a Group, usize, &'a Page),
    /// The list of a group.
    List(&'a Group),
}

impl<'a> Place<'a> {
    /// Its path: `page`, `group/2/page` or `group`.
    pub(crate) fn path(&self) -> Cow<'a, str> {
        match self {
            Self::Page(page) => Cow::Borrowed(&page.path),
            Self::Item(group, number, page) => {
                Cow::Owned(format!("{}/{}/{}", group.path, number + 1, page.path))
            }
            Self::List(group) => Cow::Borrowed(&group.path),
        }
    }

    /// The path of the page or, within a group, of the group.
    pub(crate) fn node(&self) -> &'a str {
        match self {
            Self::Page(page) => &page.path,
            Self::Item(group, ..) | Self::List(group) => &group.path,
        }
    }

    /// The section of check answers that it belongs to.
    pub(crate) fn section(&self) -> &'a str {
        match self {
            Self::Page(page) => &page.section,
            Self::Item(group, ..) | Self::List(group) => &group.section,
        }
    }

    /// What it asks; the list's own question aside.
    pub(crate) fn fields(&self) -> &'a [Field] {
        match self {
            Self::Page(page) | Self::Item(_, _, page) => &page.fields,
            Self::List(_) => &[],
        }
    }
}

impl PartialEq for Place<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Page(one), Self::Page(other)) => std::ptr::eq(*one, *other),
            (Self::Item(_, one, page), Self::Item(_, other, other_page)) => {
                one == other && std::ptr::eq(*page, *other_page)
            }
            (Self::List(one), Self::List(other)) => std::ptr::eq(*one, *other),
            _ => false,
        }
    }
}
