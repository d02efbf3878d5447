//! What a person does: keys, the mouse, the clipboard.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, NullActions,
    PointerAction, TouchActions,
};
use fantoccini::key::Key;
use serde_json::json;

use crate::page::Page;
use crate::text::Point;

impl Page {
    /// Presses a key, with others held down: `press("a")`, `press("Ctrl+Shift+z")`, `press("Alt+ArrowRight")`.
    pub async fn press(&self, chord: &str) -> Result<()> {
        let (held, key) = parse_chord(chord)?;
        let mut keys = KeyActions::new("keyboard".into());
        for &value in &held {
            keys = keys.then(KeyAction::Down { value });
        }
        keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        for &value in held.iter().rev() {
            keys = keys.then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(keys).await?)
    }

    /// Types text key by key, a line break as Enter.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        let mut keys = KeyActions::new("keyboard".into());
        for value in text.chars().map(|it| if it == '\n' { Key::Enter.into() } else { it }) {
            keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(keys).await?)
    }

    /// Puts text on the clipboard, to the character: `\r\n`, NFD, anything.
    ///
    /// It is really copied, by Ctrl+C; a listener that the page does not see gives the text, since no element keeps
    /// every text as it is.
    pub async fn put_on_clipboard(&self, text: &str) -> Result<()> {
        let listener = "const text = arguments[0];
            window.addEventListener('copy', event => {
                event.stopImmediatePropagation();
                event.preventDefault();
                event.clipboardData.setData('text/plain', text);
                window.testCopied = true;
            }, { capture: true, once: true });
            window.testCopied = false;";
        self.js_with(listener, &[json!(text)]).await?;
        self.press("Ctrl+c").await?;
        self.wait_until("window.testCopied").await.context("Ctrl+C copied nothing")
    }

    /// The text on the clipboard, by Ctrl+V into a listener that the page does not see.
    pub async fn clipboard(&self) -> Result<String> {
        let listener = "window.addEventListener('paste', event => {
                event.stopImmediatePropagation();
                event.preventDefault();
                window.testPasted = event.clipboardData.getData('text/plain');
            }, { capture: true, once: true });
            window.testPasted = null;";
        self.js(listener).await?;
        self.press("Ctrl+v").await?;
        self.wait_until("window.testPasted !== null").await.context("Ctrl+V pasted nothing")?;
        let text = self.js("return window.testPasted").await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Pastes text where the focus is, by Ctrl+V from the real clipboard.
    pub async fn paste(&self, text: &str) -> Result<()> {
        self.put_on_clipboard(text).await?;
        self.press("Ctrl+v").await
    }

    /// Clicks at a place.
    pub async fn click_at(&self, at: Point) -> Result<()> {
        self.drag_holding("", at, at).await
    }

    /// Clicks at a place so many times in a row.
    pub async fn click_times(&self, at: Point, times: usize) -> Result<()> {
        let mut mouse = MouseActions::new("mouse".into()).then(move_to(at));
        for _ in 0..times {
            mouse = mouse.then(down()).then(up());
        }
        Ok(self.client.perform_actions(mouse).await?)
    }

    /// Puts a finger on a place for a while and takes it away.
    pub async fn touch(&self, at: Point, duration: Duration) -> Result<()> {
        self.swipe(at, at, duration).await
    }

    /// Puts a finger on a place, leaves it there for a while, moves it to another and takes it away.
    pub async fn swipe(&self, from: Point, to: Point, rest: Duration) -> Result<()> {
        let mut finger = TouchActions::new("finger".into()).then(move_to(from)).then(down());
        finger = finger.then(PointerAction::Pause { duration: rest });
        if from != to {
            finger = finger.then(move_to(to));
        }
        Ok(self.client.perform_actions(finger.then(up())).await?)
    }

    /// Presses the left button at a place, moves the mouse to another and lets go.
    pub async fn drag(&self, from: Point, to: Point) -> Result<()> {
        self.drag_holding("", from, to).await
    }

    /// Drags with keys held down, such as `Alt`.
    pub async fn drag_holding(&self, held: &str, from: Point, to: Point) -> Result<()> {
        let held = held
            .split('+')
            .filter(|it| !it.is_empty())
            .map(key_named)
            .collect::<Result<Vec<_>>>()?;
        let half = Point { x: f64::midpoint(from.x, to.x), y: f64::midpoint(from.y, to.y) };
        let mut mouse = MouseActions::new("mouse".into()).then(move_to(from)).then(down());
        // On the way through, as a hand does: some listeners only see a mouse that moves.
        if from != to {
            mouse = mouse.then(move_to(half)).then(move_to(to));
        }
        let mouse = mouse.then(up());
        self.hold(&held, true).await?;
        self.client.perform_actions(mouse).await?;
        self.hold(&held, false).await
    }

    /// Takes something from one place to another, as slowly as a hand does: a browser tells of what is dragged over only
    /// now and then.
    pub async fn drag_thing(&self, from: Point, to: Point) -> Result<()> {
        let mouse = MouseActions::new("mouse".into()).then(move_to(from)).then(down());
        let mouse = slowly(mouse, &on_the_way(from, to));
        Ok(self.client.perform_actions(mouse.then(up())).await?)
    }

    /// The first half of it: the thing is held over a place, where more can be looked at.
    pub async fn lift_thing(&self, from: Point, over: Point) -> Result<()> {
        let mouse = MouseActions::new("mouse".into()).then(move_to(from)).then(down());
        Ok(self.client.perform_actions(slowly(mouse, &on_the_way(from, over))).await?)
    }

    /// The second half: from where it is held it is taken to another place and let go.
    pub async fn put_thing(&self, held: Point, to: Point) -> Result<()> {
        let mouse = slowly(MouseActions::new("mouse".into()), &on_the_way(held, to));
        Ok(self.client.perform_actions(mouse.then(up())).await?)
    }

    /// Moves the mouse without a button.
    pub async fn hover(&self, at: Point) -> Result<()> {
        Ok(self.client.perform_actions(MouseActions::new("mouse".into()).then(move_to(at))).await?)
    }

    async fn hold(&self, held: &[char], is_down: bool) -> Result<()> {
        if held.is_empty() {
            return Ok(());
        }
        let mut keys = KeyActions::new("keyboard".into());
        for &value in held {
            keys = keys.then(if is_down {
                KeyAction::Down { value }
            } else {
                KeyAction::Up { value }
            });
        }
        Ok(self.client.perform_actions(keys).await?)
    }

    /// Waits a moment, for what cannot be waited for otherwise, such as that nothing happens.
    pub async fn pause(&self, duration: Duration) -> Result<()> {
        let pause = fantoccini::actions::NullAction::Pause { duration };
        Ok(self
            .client
            .perform_actions(Actions::from(NullActions::new("pause".into()).then(pause)))
            .await?)
    }
}

fn move_to(at: Point) -> PointerAction {
    PointerAction::MoveTo { duration: Some(Duration::from_millis(20)), x: at.x, y: at.y }
}

fn on_the_way(from: Point, to: Point) -> [Point; 4] {
    let half = Point { x: f64::midpoint(from.x, to.x), y: f64::midpoint(from.y, to.y) };
    [Point { y: from.y + 6.0, ..from }, half, Point { x: to.x + 4.0, ..to }, to]
}

fn slowly(mut mouse: MouseActions, way: &[Point]) -> MouseActions {
    for at in way {
        let duration = Duration::from_millis(150);
        mouse = mouse.then(move_to(*at)).then(PointerAction::Pause { duration });
    }
    mouse
}

fn down() -> PointerAction {
    PointerAction::Down { button: MOUSE_BUTTON_LEFT }
}

fn up() -> PointerAction {
    PointerAction::Up { button: MOUSE_BUTTON_LEFT }
}

/// The keys that are held, and the one that is pressed.
fn parse_chord(chord: &str) -> Result<(Vec<char>, char)> {
    // A plus sign can be the key itself.
    let (held, key) = match chord.strip_suffix("++") {
        Some(held) => (held, "+"),
        None => chord.rsplit_once('+').filter(|it| !it.1.is_empty()).unwrap_or(("", chord)),
    };
    let held =
        held.split('+').filter(|it| !it.is_empty()).map(key_named).collect::<Result<Vec<_>>>()?;
    let key = key_named(key)?;
    // With Shift held, a keyboard gives the capital letter.
    let is_shifted = held.contains(&char::from(Key::Shift));
    let key = if is_shifted && key.is_ascii_lowercase() { key.to_ascii_uppercase() } else { key };
    Ok((held, key))
}

/// A key by the name that `KeyboardEvent.key` has for it, and the short names of the modifiers.
fn key_named(name: &str) -> Result<char> {
    let mut chars = name.chars();
    if let (Some(char), None) = (chars.next(), chars.next()) {
        return Ok(char);
    }
    Ok(char::from(match name {
        "Ctrl" | "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "Escape" | "Esc" => Key::Escape,
        "Space" => return Ok(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F3" => Key::F3,
        _ => bail!("no key is called «{name}»"),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_chords() {
        let ctrl = char::from(Key::Control);
        let shift = char::from(Key::Shift);
        assert_eq!(parse_chord("a").unwrap(), (vec![], 'a'));
        assert_eq!(parse_chord("?").unwrap(), (vec![], '?'));
        assert_eq!(parse_chord("+").unwrap(), (vec![], '+'));
        assert_eq!(parse_chord("Ctrl++").unwrap(), (vec![ctrl], '+'));
        assert_eq!(parse_chord("Ctrl+Shift+z").unwrap(), (vec![ctrl, shift], 'Z'));
        assert_eq!(parse_chord("Shift+ArrowLeft").unwrap(), (vec![shift], Key::Left.into()));
        assert!(parse_chord("Hyper+a").is_err());
    }
}
