//! How many other mentions say the same as the current one.

use std::rc::Rc;

use super::App;
use crate::document::{AnnotationId, AnnotationSet};

/// How many mentions say the same as the current one, and of what that was found out.
#[derive(Default)]
pub(super) struct Elsewhere {
    of: Option<(AnnotationId, Rc<AnnotationSet>)>,
    pub(super) count: Option<usize>,
}

impl App {
    /// Only where it costs nothing to speak of: it reads the whole text.
    pub(super) fn count_elsewhere(&mut self) {
        const AT_MOST: usize = 200_000;
        let document = self.session.document().filter(|it| it.text.len() < AT_MOST);
        let of = document.zip(self.session.current());
        let of = of.map(|(document, it)| (it.id.clone(), Rc::clone(&document.annotations)));
        let same = match (&self.elsewhere.of, &of) {
            (Some(a), Some(b)) => a.0 == b.0 && Rc::ptr_eq(&a.1, &b.1),
            (a, b) => a.is_none() && b.is_none(),
        };
        if !same {
            let count = of.is_some().then(|| self.session.elsewhere());
            self.elsewhere = Elsewhere { of, count };
        }
    }
}
