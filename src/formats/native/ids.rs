//! Names within a file: each stands once, and what is used is declared.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::cursor::Object;
use super::error::{NativeError, NativeErrorKind};
use crate::document::{LabelId, LabelSet};

/// The id of a label that the file declares.
pub(super) fn declared_label(found: &str, labels: &LabelSet) -> Result<LabelId, NativeErrorKind> {
    const SHOWN: usize = 12;
    let id = LabelId::from(found);
    labels.get(&id).map(|it| it.id.clone()).ok_or_else(|| NativeErrorKind::UndeclaredLabel {
        found: found.to_owned(),
        declared: labels.iter().take(SHOWN).map(|it| it.id.to_string()).collect(),
    })
}

/// The ids of one list, of which none may stand twice.
pub(super) struct Ids {
    list: &'static str,
    may_be: fn(&str) -> bool,
    seen: FxHashMap<String, usize>,
}

impl Ids {
    /// For the list of this name, whose ids are strings that `may_be`.
    pub(super) fn of(list: &'static str, may_be: fn(&str) -> bool) -> Self {
        Self { list, may_be, seen: FxHashMap::default() }
    }

    /// The id of the list's next item.
    pub(super) fn read(&mut self, item: &mut Object<'_, '_>) -> Result<String, NativeError> {
        let idx = self.seen.len();
        let checked = |found: Cow<'_, str>| {
            let found = found.into_owned();
            if (self.may_be)(&found) { Ok(found) } else { Err(NativeErrorKind::NotAnId { found }) }
        };
        let id = item.take("id")?.parse(checked)?;
        match self.seen.insert(id.clone(), idx) {
            None => Ok(id),
            Some(first) => {
                let first = format!("{}[{first}]", self.list);
                Err(item.fail("id", NativeErrorKind::DuplicateId { found: id, first }))
            }
        }
    }
}

/// Any string but the empty one.
pub(super) fn is_name(id: &str) -> bool {
    !id.is_empty()
}

/// A name that the page can write in a list of names with spaces between them.
pub(super) fn is_token(id: &str) -> bool {
    is_name(id) && !id.contains(|it: char| it.is_ascii_whitespace())
}
