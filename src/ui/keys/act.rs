//! All that a person can ask of the page by a key or by its name.

use serde::{Deserialize, Serialize};

use super::{Focus, Place};
use crate::formats::native::WriteOptions;
use crate::session::{Direction, Edge, Msg, Pace};

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
    Edit,
    EndForward,
    EndBack,
    StartForward,
    StartBack,
    EndForwardByCharacter,
    EndBackByCharacter,
    StartForwardByCharacter,
    StartBackByCharacter,
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
    Commands,
    Help,
    OtherLanguage,
}

impl Act {
    /// In the order of the help and of the palette. Of two that have a key in common and are both ready, the first is meant.
    pub const ALL: [Self; 30] = [
        Self::Next,
        Self::Previous,
        Self::Accept,
        Self::Remove,
        Self::Propagate,
        Self::LabelLikely,
        Self::TakeOffer,
        Self::LeastSure,
        Self::Edit,
        Self::EndForward,
        Self::EndBack,
        Self::StartForward,
        Self::StartBack,
        Self::EndForwardByCharacter,
        Self::EndBackByCharacter,
        Self::StartForwardByCharacter,
        Self::StartBackByCharacter,
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
            Self::Edit => &["F2"],
            Self::EndForward => &["Shift+ArrowRight"],
            Self::EndBack => &["Shift+ArrowLeft"],
            Self::StartForward => &["Ctrl+Shift+ArrowRight"],
            Self::StartBack => &["Ctrl+Shift+ArrowLeft"],
            Self::EndForwardByCharacter => &["Alt+Shift+ArrowRight"],
            Self::EndBackByCharacter => &["Alt+Shift+ArrowLeft"],
            Self::StartForwardByCharacter => &["Ctrl+Alt+Shift+ArrowRight"],
            Self::StartBackByCharacter => &["Ctrl+Alt+Shift+ArrowLeft"],
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
            | Self::OtherLanguage => !typing,
            Self::Save => place.labels.is_some(),
            Self::Next | Self::Previous => place.labels.is_some() && place.focus == Focus::Article,
            // On a button, Enter is the button's.
            Self::Accept => place.current && matches!(place.focus, Focus::Article | Focus::Page),
            Self::LabelLikely => {
                place.selection && matches!(place.focus, Focus::Article | Focus::Page)
            }
            Self::TakeOffer => place.offer && !typing,
            Self::Remove | Self::Propagate | Self::Edit => place.current && !typing,
            Self::EndForward
            | Self::EndBack
            | Self::StartForward
            | Self::StartBack
            | Self::EndForwardByCharacter
            | Self::EndBackByCharacter
            | Self::StartForwardByCharacter
            | Self::StartBackByCharacter => place.current && !place.selection && !typing,
            Self::Escape => !typing && (place.has_something() || place.focus == Focus::Article),
            Self::LeastSure | Self::New | Self::ToArticle | Self::Pen | Self::Labels => {
                place.labels.is_some() && !typing
            }
        }
    }

    /// What it is to the session; `None` for what only the page knows.
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
            Self::Edit
            | Self::Import
            | Self::ToArticle
            | Self::Escape
            | Self::Pen
            | Self::Labels
            | Self::Personal
            | Self::Commands
            | Self::Help
            | Self::OtherLanguage => return None,
        })
    }
}
