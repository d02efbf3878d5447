//! All that a person can ask of the page by a key or by its name.

use serde::{Deserialize, Serialize};

use super::{Focus, Place};
use crate::formats::native::WriteOptions;
use crate::session::{Direction, Edge, Goal, Msg, Navigate, Pace, Stride};

/// Something that the page does; labels are not among them, since they are the person's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "their names in `messages` say what they do")]
pub enum Act {
    Next,
    Previous,
    Accept,
    Remove,
    Propagate,
    LabelLikely,
    TakeOffer,
    LeastSure,
    Review,
    Overlapping,
    MergeNext,
    MergePrevious,
    Split,
    SameAs,
    TakeOut,
    Edit,
    EditText,
    Find,
    FindNext,
    FindPrevious,
    Timeline,
    EndForward,
    EndBack,
    StartForward,
    StartBack,
    EndForwardByCharacter,
    EndBackByCharacter,
    StartForwardByCharacter,
    StartBackByCharacter,
    CaretForward,
    CaretBack,
    CaretDown,
    CaretUp,
    CaretForwardByCharacter,
    CaretBackByCharacter,
    NextSentence,
    PreviousSentence,
    NextParagraph,
    PreviousParagraph,
    LineStart,
    LineEnd,
    TextStart,
    TextEnd,
    Undo,
    Redo,
    Save,
    Import,
    New,
    ToArticle,
    Escape,
    Pen,
    Labels,
    Personal,
    AllowEditing,
    Commands,
    Help,
    OtherLanguage,
}

impl Act {
    /// In the order of the help and of the palette. Of two that have a key in common and are both ready, the first is meant.
    pub const ALL: [Self; 57] = [
        Self::Next,
        Self::Previous,
        Self::Accept,
        Self::Remove,
        Self::Propagate,
        Self::LabelLikely,
        Self::TakeOffer,
        Self::LeastSure,
        Self::Review,
        Self::Overlapping,
        Self::MergeNext,
        Self::MergePrevious,
        Self::Split,
        Self::SameAs,
        Self::TakeOut,
        Self::Edit,
        Self::EditText,
        Self::Find,
        Self::FindNext,
        Self::FindPrevious,
        Self::Timeline,
        Self::EndForward,
        Self::EndBack,
        Self::StartForward,
        Self::StartBack,
        Self::EndForwardByCharacter,
        Self::EndBackByCharacter,
        Self::StartForwardByCharacter,
        Self::StartBackByCharacter,
        Self::CaretForward,
        Self::CaretBack,
        Self::CaretDown,
        Self::CaretUp,
        Self::CaretForwardByCharacter,
        Self::CaretBackByCharacter,
        Self::NextSentence,
        Self::PreviousSentence,
        Self::NextParagraph,
        Self::PreviousParagraph,
        Self::LineStart,
        Self::LineEnd,
        Self::TextStart,
        Self::TextEnd,
        Self::Undo,
        Self::Redo,
        Self::Save,
        Self::Import,
        Self::New,
        Self::ToArticle,
        Self::Escape,
        Self::Pen,
        Self::Labels,
        Self::Personal,
        Self::AllowEditing,
        Self::Commands,
        Self::Help,
        Self::OtherLanguage,
    ];

    /// Its keys as long as the person has chosen no other, as [`super::Key::chord`] writes them.
    #[must_use]
    pub const fn default_keys(self) -> &'static [&'static str] {
        match self {
            Self::Next => &["Tab"],
            Self::Previous => &["Shift+Tab"],
            Self::Accept => &["Enter"],
            Self::Remove => &["Delete", "Backspace"],
            Self::Propagate => &["A"],
            Self::LabelLikely => &["Enter"],
            Self::TakeOffer => &["Y"],
            Self::LeastSure => &["U"],
            Self::Pen => &["B"],
            Self::Overlapping => &["N"],
            Self::Review => &["R"],
            Self::MergeNext => &["M"],
            Self::MergePrevious => &["Alt+M"],
            Self::Split => &["/"],
            Self::SameAs => &["S"],
            Self::TakeOut => &["X"],
            Self::Edit => &["F2"],
            Self::EditText => &["E"],
            Self::Find => &["Ctrl+F"],
            Self::FindNext => &["F3", "Ctrl+G"],
            Self::FindPrevious => &["Shift+F3", "Ctrl+Shift+G"],
            Self::Timeline => &["T"],
            Self::EndForward => &["Shift+ArrowRight"],
            Self::EndBack => &["Shift+ArrowLeft"],
            Self::StartForward => &["Ctrl+Shift+ArrowRight"],
            Self::StartBack => &["Ctrl+Shift+ArrowLeft"],
            Self::EndForwardByCharacter => &["Alt+Shift+ArrowRight"],
            Self::EndBackByCharacter => &["Alt+Shift+ArrowLeft"],
            Self::StartForwardByCharacter => &["Ctrl+Alt+Shift+ArrowRight"],
            Self::StartBackByCharacter => &["Ctrl+Alt+Shift+ArrowLeft"],
            Self::CaretForward => &["ArrowRight"],
            Self::CaretBack => &["ArrowLeft"],
            Self::CaretDown => &["ArrowDown"],
            Self::CaretUp => &["ArrowUp"],
            Self::CaretForwardByCharacter => &["Alt+ArrowRight"],
            Self::CaretBackByCharacter => &["Alt+ArrowLeft"],
            Self::NextSentence => &["Ctrl+ArrowRight"],
            Self::PreviousSentence => &["Ctrl+ArrowLeft"],
            Self::NextParagraph => &["Ctrl+ArrowDown"],
            Self::PreviousParagraph => &["Ctrl+ArrowUp"],
            Self::LineStart => &["Home"],
            Self::LineEnd => &["End"],
            Self::TextStart => &["Ctrl+Home"],
            Self::TextEnd => &["Ctrl+End"],
            Self::Undo => &["Ctrl+Z"],
            Self::Redo => &["Ctrl+Shift+Z", "Ctrl+Y"],
            Self::Save => &["Ctrl+S"],
            Self::Escape => &["Escape"],
            Self::Commands => &["Ctrl+K"],
            Self::Help => &["?"],
            Self::Import
            | Self::New
            | Self::ToArticle
            | Self::Labels
            | Self::Personal
            | Self::AllowEditing
            | Self::OtherLanguage => &[],
        }
    }

    /// Whether it can be done at `place`.
    #[must_use]
    pub fn is_ready(self, place: &Place<'_>) -> bool {
        let typing = place.focus == Focus::Field;
        match self {
            Self::Commands => true,
            // What was closed can be brought back.
            Self::Undo
            | Self::Redo
            | Self::Import
            | Self::Help
            | Self::Personal
            | Self::AllowEditing
            | Self::OtherLanguage => !typing,
            Self::Save | Self::Find | Self::FindNext | Self::FindPrevious => place.labels.is_some(),
            Self::Next | Self::Previous => place.labels.is_some() && place.focus == Focus::Article,
            // On a button, Enter is the button's.
            Self::Accept => match place.focus {
                Focus::Article => place.labels.is_some() && !place.selection,
                Focus::Page => place.current,
                Focus::Control | Focus::Field => false,
            },
            Self::LabelLikely => {
                place.selection && matches!(place.focus, Focus::Article | Focus::Page)
            }
            Self::TakeOffer => place.offer && !typing,
            Self::EditText => place.editing && place.labels.is_some() && !typing,
            Self::Remove
            | Self::Propagate
            | Self::MergeNext
            | Self::MergePrevious
            | Self::SameAs
            | Self::TakeOut
            | Self::Edit => place.current && !typing,
            Self::EndForward
            | Self::EndBack
            | Self::StartForward
            | Self::StartBack
            | Self::EndForwardByCharacter
            | Self::EndBackByCharacter
            | Self::StartForwardByCharacter
            | Self::StartBackByCharacter => place.current && !place.selection && !typing,
            Self::Escape => !typing && (place.has_something() || place.focus == Focus::Article),
            // Elsewhere these keys scroll.
            _ if self.moves_caret() => place.labels.is_some() && place.focus == Focus::Article,
            _ => place.labels.is_some() && !typing,
        }
    }

    /// Whether it moves the caret: then Shift with its key selects what the caret passes.
    #[must_use]
    pub const fn moves_caret(self) -> bool {
        self.goal().is_some() || self.is_of_lines()
    }

    /// Whether it moves the caret by lines, of which only the page knows.
    const fn is_of_lines(self) -> bool {
        matches!(self, Self::CaretDown | Self::CaretUp | Self::LineStart | Self::LineEnd)
    }

    /// Where it moves the caret; `None` also for what goes by lines.
    #[must_use]
    pub const fn goal(self) -> Option<Goal> {
        use Direction::{Back, Forward};
        Some(match self {
            Self::CaretForward => Goal::By(Stride::Syllable, Forward),
            Self::CaretBack => Goal::By(Stride::Syllable, Back),
            Self::CaretForwardByCharacter => Goal::By(Stride::Character, Forward),
            Self::CaretBackByCharacter => Goal::By(Stride::Character, Back),
            Self::NextSentence => Goal::By(Stride::Sentence, Forward),
            Self::PreviousSentence => Goal::By(Stride::Sentence, Back),
            Self::NextParagraph => Goal::By(Stride::Paragraph, Forward),
            Self::PreviousParagraph => Goal::By(Stride::Paragraph, Back),
            Self::TextStart => Goal::By(Stride::Text, Back),
            Self::TextEnd => Goal::By(Stride::Text, Forward),
            _ => return None,
        })
    }

    /// What it is to the session; `None` for what only the page knows and for the caret's moves.
    #[must_use]
    pub fn message(self) -> Option<Msg> {
        use Direction::{Back, Forward};
        use Edge::{End, Start};
        use Pace::{Character, Syllable};
        Some(match self {
            Self::Next => Msg::Step(Forward),
            Self::Previous => Msg::Step(Back),
            Self::Accept => Msg::Accept,
            Self::Remove => Msg::Remove,
            Self::Propagate => Msg::Propagate,
            Self::LabelLikely => Msg::LabelLikely,
            Self::TakeOffer => Msg::TakeOffer,
            Self::LeastSure => Msg::PickLeastSure,
            Self::Overlapping => Msg::Navigate(Navigate::Overlapping),
            Self::EndForward => Msg::MoveEdge(End, Forward, Syllable),
            Self::EndBack => Msg::MoveEdge(End, Back, Syllable),
            Self::StartForward => Msg::MoveEdge(Start, Forward, Syllable),
            Self::StartBack => Msg::MoveEdge(Start, Back, Syllable),
            Self::EndForwardByCharacter => Msg::MoveEdge(End, Forward, Character),
            Self::EndBackByCharacter => Msg::MoveEdge(End, Back, Character),
            Self::StartForwardByCharacter => Msg::MoveEdge(Start, Forward, Character),
            Self::StartBackByCharacter => Msg::MoveEdge(Start, Back, Character),
            Self::Undo => Msg::Undo,
            Self::Redo => Msg::Redo,
            Self::Save => Msg::Export(WriteOptions::default()),
            Self::New => Msg::Close,
            _ => return None,
        })
    }
}
