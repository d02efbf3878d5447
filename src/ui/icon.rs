//! The page's few drawings.

use yew::prelude::*;

/// A drawing of 20 by 20, in the colour of the text beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after what its button does")]
pub enum Icon {
    Undo,
    Redo,
    Import,
    Export,
    New,
    Help,
    Close,
    Check,
    Remove,
    More,
    Same,
    Saved,
    File,
    Note,
    /// To label by drawing over.
    Pen,
    /// Can be seen.
    Shown,
    /// Cannot be seen.
    Hidden,
    Up,
    Find,
    /// What is read, to be typed over.
    Text,
    /// All that can be done, by name.
    Commands,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Undo => "M7.5 4 4 7.5 7.5 11M4.5 7.5H12a4.2 4.2 0 0 1 0 8.5H8.5",
            Self::Redo => "M12.5 4 16 7.5 12.5 11M15.5 7.5H8A4.2 4.2 0 0 0 8 16h3.5",
            Self::Import => "M10 13V3.5M6.5 7 10 3.5 13.5 7M3.5 12.5v4h13v-4",
            Self::Export => "M10 3.5V13M6.5 9.5 10 13l3.5-3.5M3.5 12.5v4h13v-4",
            Self::New => "M11.5 3H5.5v14h9V6zM11.5 3v3h3M10 9v5M7.5 11.5h5",
            Self::Help => {
                "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M8 8.2c.2-2.6 4.1-2.4 4 .1 0 1.6-2 1.7-2 3.2M10 13.6v.2"
            }
            Self::Close => "m5 5 10 10M15 5 5 15",
            Self::Check => "m4 10.5 4 4 8-9",
            Self::Remove => "M4 6h12M8 6V4h4v2M5.5 6l.8 10.5h7.4L14.500 6",
            Self::More => "m5.500 8 4.500 4.500L14.500 8",
            Self::Same => "M7 7h9.500v9.500H7zM4 13V3.500h9.500",
            Self::Saved => "M4 10.500 8 14.500 16 5.500",
            Self::File => "M11.500 3H5.500v14h9V6zM11.500 3v3h3",
            Self::Note => "M4 4h12v9h-6l-3.500 3.500V13H4z",
            Self::Pen => "M4 16l1-4 8.500-8.500 3 3L8 15zM12 5l3 3M4 16h5",
            Self::Shown => {
                "M2.500 10S5.500 5 10 5s7.500 5 7.500 5-3 5-7.500 5-7.500-5-7.500-5M10 12.200a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400"
            }
            Self::Hidden => {
                "M2.500 10S5.500 5 10 5s7.500 5 7.500 5-3 5-7.500 5-7.500-5-7.500-5M4 16 16 4"
            }
            Self::Find => "M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11M13 13l4 4",
            Self::Text => {
                "M7 3.500c2 0 3 .5 3 2v9c0 1.500-1 2-3 2M13 3.500c-2 0-3 .5-3 2v9c0 1.500 1 2 3 2M8 10h4"
            }
            Self::Commands => "M4 5.500h12M4 10h12M4 14.500h12",
            Self::Up => "m5.500 12 4.500-4.500 4.500 4.500",
        }
    }

    /// The drawing.
    pub fn view(self) -> Html {
        html! {
            <svg class="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <path d={self.path()} />
            </svg>
        }
    }
}
