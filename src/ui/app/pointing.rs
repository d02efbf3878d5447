//! What the page does when something in the article is pointed at.

use std::rc::Rc;

use web_sys::Element;

use super::App;
use crate::session::{self, Around, Goal, Navigate};
use crate::text::Span;
use crate::ui::lines::Lines;
use crate::ui::over::{self, Over};
use crate::ui::point::Click;
use crate::ui::selecting::Shown;
use crate::ui::{focus, selection};

impl App {
    /// Shows with the mouse what was snapped to, so that what is seen is what is labelled.
    pub(super) fn selected(&mut self, shown: &Shown) -> bool {
        if let (true, true, false, Some(span)) = (self.pen, shown.snap, shown.also, shown.span) {
            self.tell_session(session::Msg::Draw { span, exact: shown.exact });
            return true;
        }
        let before = self.session.selection();
        self.tell_session(match shown {
            // A click that chooses one more thing takes the browser's selection away.
            Shown { also: true, span: None, .. } => return false,
            Shown { also: true, span: Some(span), exact, .. } => {
                session::Msg::Navigate(Navigate::Also { span: *span, exact: *exact })
            }
            _ => session::Msg::Select { span: shown.span, exact: shown.exact },
        });
        let snapped = self.session.selection();
        if let (true, Some(article)) = (shown.snap && snapped != shown.span, self.article.cast()) {
            selection::show(&article, snapped);
            self.selecting.is_shown(snapped);
        }
        self.column = None;
        self.pointed = snapped.is_some();
        before != snapped
    }

    pub(super) fn clicked(&mut self, click: Click) -> bool {
        let Some(navigate) = self.navigates(&click) else {
            // What was dragged over is told by the selection.
            if self.selecting.is_some() || click.ids.is_empty() {
                return false;
            }
            self.pointed = true;
            self.tell_session(session::Msg::PickAmong(click.ids));
            return true;
        };
        self.column = None;
        self.pointed = true;
        self.tell_session(session::Msg::Navigate(navigate));
        // It is in view, or it could not have been clicked.
        self.reveal = None;
        self.show_selection = true;
        true
    }

    fn navigates(&self, click: &Click) -> Option<Navigate> {
        let at = click.at?;
        if click.also && !self.selecting.is_some() {
            let innermost = click.ids.last();
            let document = self.session.document()?;
            let covered = innermost.and_then(|it| document.annotations.get(it)).map(|it| it.span);
            let span = covered.unwrap_or_else(|| Span::new(at, at));
            return Some(Navigate::Also { span, exact: covered.is_some() });
        }
        match (click.times, click.ids.len()) {
            (2, 0) => Some(Navigate::Around(at, Around::Name)),
            (3.., 0 | 1) => Some(Navigate::Around(at, Around::Sentence)),
            (..=1, 0) if !self.selecting.is_some() => {
                Some(Navigate::Caret { goal: Goal::At(at), extend: false })
            }
            _ => None,
        }
    }

    /// What has its place over the article.
    pub(super) fn over(&self) -> Over {
        let current = self.session.current().map(|it| it.span);
        let selection = self.session.selection();
        Over {
            caret: current.is_none().then(|| self.session.caret()),
            current,
            bar: selection.or(current.filter(|_| self.pointed)),
        }
    }

    pub(super) fn place_over(&self) {
        let Some(document) = self.session.document() else { return };
        let Some(article) = self.article.cast::<Element>() else { return };
        over::place(&Lines { article: &article, text: &document.text }, &self.over());
        over::paint(&article, self.session.others());
    }

    pub(super) fn show_selected(&mut self, article: &Element) {
        let span = self.session.selection();
        let moved = std::mem::take(&mut self.show_selection);
        // Redrawing a section takes the browser's selection away with the old text. A field takes it too, and would
        // lose what is typed if it were brought back.
        let lost = span.is_some() && !focus::is_field() && selection::selected(article).is_none();
        if moved || lost {
            let caret = Span::new(self.session.caret(), self.session.caret());
            selection::show(article, span.or(moved.then_some(caret)));
            self.selecting.is_shown(span);
        }
    }

    pub(super) fn deselect(&mut self) {
        if let Some(article) = self.article.cast::<Element>()
            && selection::selected(&article).is_some()
        {
            selection::show(&article, None);
            self.selecting.is_shown(None);
        }
    }

    pub(super) fn near(&mut self, changes: Vec<(usize, bool)>) -> bool {
        let (Some(sheet), Some(document)) = (&mut self.sheet, self.session.document()) else {
            return false;
        };
        let before = sheet.sections();
        for (section, near) in changes {
            sheet.set_near(section, near);
        }
        let current = self.session.current().map(|it| &it.id);
        sheet.draw(document, current, self.session.selection().is_some());
        !Rc::ptr_eq(&before, &sheet.sections())
    }
}
