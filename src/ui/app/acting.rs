//! What the page does when a key is pressed or a command is chosen.

use web_sys::Element;

use super::{App, Dialog};
use crate::document::Status;
use crate::session::{Command, Direction, Goal, Msg, Navigate, PersonalMsg};
use crate::text::Span;
use crate::ui::keys::{Act, Action};
use crate::ui::lines::Lines;
use crate::ui::messages::other;
use crate::ui::platform::preferences;
use crate::ui::{dialog, focus};

impl App {
    /// Whether the page is to be drawn anew.
    pub(super) fn act(&mut self, action: Action) -> bool {
        self.pointed = false;
        let column = self.column.take();
        match action {
            Action::Extend(act) => self.move_caret(act, true, column),
            Action::Do(act) if act.moves_caret() => self.move_caret(act, false, column),
            Action::Label(id) => self.tell_session(Msg::Label(id)),
            Action::SameAs(id) => self.join_current(&id),
            Action::Do(act) => match act.message() {
                Some(msg) => self.tell_session(msg),
                None => return self.act_on_page(act),
            },
        }
        true
    }

    /// From line to line the caret keeps to the column that it began in.
    fn move_caret(&mut self, act: Act, extend: bool, column: Option<f64>) {
        let goal = act.goal().or_else(|| self.goal_of_lines(act, column));
        if let Some(goal) = goal {
            self.tell_session(Msg::Navigate(Navigate::Caret { goal, extend }));
            self.show_selection = true;
        }
    }

    fn goal_of_lines(&mut self, act: Act, column: Option<f64>) -> Option<Goal> {
        let article = self.article.cast::<Element>()?;
        let lines = Lines { article: &article, text: &self.session.document()?.text };
        let caret = self.session.caret();
        let to = match act {
            Act::LineStart => lines.edge(caret, Direction::Back),
            Act::LineEnd => lines.edge(caret, Direction::Forward),
            _ => {
                let x = column.or_else(|| Some(lines.before(caret)?.x))?;
                let way = if act == Act::CaretUp { Direction::Back } else { Direction::Forward };
                let to = lines.beside(caret, x, way);
                self.column = Some(x);
                to
            }
        };
        to.map(Goal::At)
    }

    /// For what the session knows nothing of.
    fn act_on_page(&mut self, act: Act) -> bool {
        let has_something = self.session.selection().is_some() || self.session.current().is_some();
        match act {
            Act::Escape if has_something => self.tell_session(Msg::Escape),
            Act::Commands if self.dialog.is_some() => dialog::close(),
            Act::Commands => self.dialog = Some(Dialog::Commands),
            Act::Find => {
                dialog::close();
                self.open_find();
            }
            Act::FindNext => self.step_find(Direction::Forward),
            Act::FindPrevious => self.step_find(Direction::Back),
            Act::Timeline => self.overview.fold(),
            Act::Help => self.dialog = Some(Dialog::Help),
            Act::Labels => self.dialog = Some(Dialog::Labels),
            Act::Personal => self.dialog = Some(Dialog::Personal),
            Act::AllowEditing => self.allow_editing(!self.session.is_editing()),
            Act::EditText => self.dialog = self.session.lines_at_hand().map(Dialog::Text),
            Act::Pen => self.pen = !self.pen,
            Act::Review => self.tell_session(Msg::Review(!self.session.is_reviewing())),
            Act::MergeNext => self.merge(Direction::Forward),
            Act::MergePrevious => self.merge(Direction::Back),
            Act::Split => self.split(),
            Act::SameAs => self.dialog = Some(Dialog::SameAs),
            Act::TakeOut => self.take_out(),
            Act::OtherLanguage => {
                self.language = other(self.language);
                preferences::choose_language(self.language);
            }
            _ => {
                self.move_focus(act);
                return false;
            }
        }
        true
    }

    fn merge(&mut self, direction: Direction) {
        if let Some(id) = self.session.current().map(|it| it.id.clone()) {
            self.tell_session(Msg::Do(Command::Merge { id, direction }));
        }
    }

    /// Cuts the innermost annotation that the caret stands in.
    fn split(&mut self) {
        let at = self.session.caret();
        let document = self.session.document();
        let there =
            document.into_iter().flat_map(|it| it.annotations.intersecting(Span::new(at, at + 1)));
        let inside = there.filter(|it| it.span.start() < at && it.status != Status::Rejected);
        if let Some(id) = inside.last().map(|it| it.id.clone()) {
            self.tell_session(Msg::Do(Command::Split { id, at }));
        }
    }

    fn allow_editing(&mut self, editing: bool) {
        preferences::choose_editing(editing);
        self.tell_session(Msg::Editing(editing));
    }

    pub(super) fn personal(&mut self, msg: PersonalMsg) {
        if let PersonalMsg::Learn(learning) = msg {
            preferences::choose_learning(learning);
        }
        self.tell_session(Msg::Personal(msg));
    }

    pub(super) fn set_labels(&mut self, command: Command) {
        if let Command::SetLabels { labels, .. } = &command {
            preferences::keep_labels(labels);
        }
        self.tell_session(Msg::Do(command));
    }

    fn move_focus(&self, act: Act) {
        match act {
            Act::Escape => focus::leave(&self.article),
            Act::Edit => focus::to_fields(),
            Act::Import => focus::choose_file(),
            _ => focus::to_article(&self.article),
        }
    }
}

/// Whether how long it takes to be seen is to be measured.
pub(super) fn changes_annotations(msg: &Msg) -> bool {
    use Msg as It;
    matches!(
        msg,
        It::Label(_)
            | It::Accept
            | It::Remove
            | It::Propagate
            | It::TakeOffer
            | It::LabelLikely
            | It::Draw { .. }
            | It::Reject(_)
            | It::MoveEdge(..)
            | It::Navigate(Navigate::PutEdge { .. })
            | It::Do(_)
            | It::Undo
            | It::Redo
    )
}
