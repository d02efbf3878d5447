//! The colours and lines of labels, as a style sheet.
//!
//! A label has one colour; a highlight needs two, in light and in dark: a tint that
//! text can be read on, and a rail below the text that can be seen. Both are made
//! of the label's colour, so that a person's own labels are as legible as ours.

use std::fmt::Write;

use crate::document::{Label, LabelSet};

/// How many rails there can be below each other; deeper ones share the last.
pub const LANES: usize = 3;

/// Contrast of a rail with what is around it, at least: WCAG 2.2, 1.4.11.
const RAIL_CONTRAST: f64 = 3.0;

/// A colour, red, green and blue, `0.0..=1.0`, as sRGB has them.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Color([f64; 3]);

impl Color {
    /// `#rrggbb`; grey if it is anything else.
    fn parse(text: &str) -> Self {
        let part = |at: usize| {
            let digits = text.get(at..at + 2).unwrap_or("80");
            f64::from(u8::from_str_radix(digits, 16).unwrap_or(0x80)) / 255.0
        };
        Self([part(1), part(3), part(5)])
    }

    fn mix(self, other: Self, share: f64) -> Self {
        let part = |idx: usize| self.0[idx] * (1.0 - share) + other.0[idx] * share;
        Self([part(0), part(1), part(2)])
    }

    /// Relative luminance, as WCAG defines it.
    fn luminance(self) -> f64 {
        let [r, g, b] = self
            .0
            .map(|it| if it <= 0.040_45 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        a.max(b) / a.min(b)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0.0..=1.0")]
    fn css(self) -> String {
        let [r, g, b] = self.0.map(|it| (it * 255.0).round() as u8);
        format!("#{r:02x}{g:02x}{b:02x}")
    }
}

/// What labels are drawn on: style.css has the same colours as `--paper` and `--ink`.
struct Theme {
    paper: &'static str,
    ink: &'static str,
    tint: f64,
}

const LIGHT: Theme = Theme { paper: "#fcfbf9", ink: "#1f1d1a", tint: 0.17 };
const DARK: Theme = Theme { paper: "#181715", ink: "#e8e4dd", tint: 0.28 };

impl Theme {
    /// Behind the text of an accepted annotation.
    fn tint(&self, color: Color) -> Color {
        Color::parse(self.paper).mix(color, self.tint)
    }

    /// Below the text: the colour itself, or as much nearer to the ink as it takes.
    fn rail(&self, color: Color) -> Color {
        let (paper, ink, tint) =
            (Color::parse(self.paper), Color::parse(self.ink), self.tint(color));
        let seen = |it: &Color| it.contrast(paper).min(it.contrast(tint)) >= RAIL_CONTRAST;
        let nearer = (0..=20).map(|step| color.mix(ink, f64::from(step) / 20.0));
        nearer.into_iter().find(seen).unwrap_or(ink)
    }
}

/// Images of rails, `$` for the colour: strong for what is accepted, fine for what is
/// suggested, and the size of one tile. Each label in order has another, so that
/// colour is never alone.
const RAILS: [(&str, &str, &str, &str); 9] = [
    // Person: a line; suggested, of long dashes.
    (
        "linear-gradient($ 0 0)",
        "8px 2px",
        "linear-gradient(90deg,$ 9px,transparent 0)",
        "11px 1.5px",
    ),
    // Organisation: two lines.
    (
        "linear-gradient($ 1.5px,transparent 0 2.5px,$ 0)",
        "8px 4px",
        "linear-gradient($ 1px,transparent 0 2px,$ 0)",
        "8px 3px",
    ),
    // Location: dashes.
    (
        "linear-gradient(90deg,$ 6px,transparent 0)",
        "9px 2px",
        "linear-gradient(90deg,$ 5px,transparent 0)",
        "9px 1.5px",
    ),
    // Date and time: dots.
    (
        "radial-gradient(circle at 1.5px 1.5px,$ 1.4px,transparent 1.6px)",
        "4.5px 3px",
        "radial-gradient(circle at 1px 1px,$ .9px,transparent 1.1px)",
        "4px 2px",
    ),
    // Role: dash and dot.
    (
        "linear-gradient(90deg,$ 7px,transparent 0 9px,$ 0 11px,transparent 0)",
        "13px 2px",
        "linear-gradient(90deg,$ 7px,transparent 0 9px,$ 0 11px,transparent 0)",
        "13px 1.5px",
    ),
    // Legal document: a bar; suggested, of very long dashes.
    (
        "linear-gradient(90deg,$ 18px,transparent 0)",
        "20px 3.5px",
        "linear-gradient(90deg,$ 18px,transparent 0)",
        "20px 2.5px",
    ),
    // Event: strokes.
    (
        "linear-gradient(115deg,transparent 30%,$ 0 62%,transparent 0)",
        "5px 4px",
        "linear-gradient(115deg,transparent 36%,$ 0 58%,transparent 0)",
        "5px 3.5px",
    ),
    // Quantity: dots far apart.
    (
        "linear-gradient(90deg,$ 2.5px,transparent 0)",
        "8px 2.5px",
        "linear-gradient(90deg,$ 2px,transparent 0)",
        "8px 1.5px",
    ),
    // Other: a dash and two dots.
    (
        "linear-gradient(90deg,$ 6px,transparent 0 8px,$ 0 10px,transparent 0 12px,$ 0 14px,transparent 0)",
        "16px 2px",
        "linear-gradient(90deg,$ 6px,transparent 0 8px,$ 0 10px,transparent 0 12px,$ 0 14px,transparent 0)",
        "16px 1.5px",
    ),
];

/// The classes of a label that stands at `idx` in its set, for an annotation that was
/// accepted or not, on a lane.
#[must_use]
pub fn class(idx: usize, accepted: bool, lane: usize) -> String {
    format!("{}{}-{idx}", if accepted { 'a' } else { 's' }, lane.min(LANES - 1))
}

/// The style sheet of a label set.
#[must_use]
pub fn sheet(labels: &LabelSet) -> String {
    let mut res = String::new();
    // Writing to a string does not fail.
    let _ = write!(res, ":root{{{}}}", variables(labels, &LIGHT));
    let _ =
        write!(res, "@media(prefers-color-scheme:dark){{:root{{{}}}}}", variables(labels, &DARK));
    for idx in 0..labels.iter().len() {
        let rail = format!("var(--rail-{idx})");
        let (strong, strong_size, fine, fine_size) = RAILS[idx % RAILS.len()];
        for lane in 0..LANES {
            let mut rule = |accepted: bool, image: &str, size: &str, more: &str| {
                let image = image.replace('$', &rail);
                let class = class(idx, accepted, lane);
                let _ = write!(res, ".{class}{{--r{lane}:{image};--z{lane}:{size};{more}}}");
            };
            rule(false, fine, fine_size, "");
            rule(true, strong, strong_size, &format!("--tint:var(--tint-{idx})"));
        }
    }
    res
}

fn variables(labels: &LabelSet, theme: &Theme) -> String {
    let of = |(idx, it): (usize, &Label)| {
        let color = Color::parse(&it.color);
        format!(
            "--tint-{idx}:{};--rail-{idx}:{};",
            theme.tint(color).css(),
            theme.rail(color).css()
        )
    };
    labels.iter().enumerate().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Preset;

    const COLORS: [&str; 8] =
        ["#000000", "#ffffff", "#f0e442", "#ff0000", "#00ff00", "#0000ff", "#777777", "no colour"];

    fn colors() -> Vec<Color> {
        let presets: Vec<LabelSet> = Preset::ALL.into_iter().map(Preset::labels).collect();
        let own = presets.iter().flat_map(LabelSet::iter).map(|it| Color::parse(&it.color));
        own.chain(COLORS.map(Color::parse)).collect()
    }

    #[test]
    fn rails_can_be_seen_and_text_can_be_read() {
        for theme in [LIGHT, DARK] {
            let (paper, ink) = (Color::parse(theme.paper), Color::parse(theme.ink));
            for color in colors() {
                let (tint, rail) = (theme.tint(color), theme.rail(color));
                assert!(ink.contrast(tint) >= 4.5, "{}", tint.css());
                assert!(
                    rail.contrast(paper) >= 3.0 && rail.contrast(tint) >= 3.0,
                    "{}",
                    rail.css()
                );
            }
        }
    }

    #[test]
    fn the_page_has_the_same_paper_and_ink() {
        let css = include_str!("../../style.css");
        for theme in [LIGHT, DARK] {
            for (name, color) in [("--paper", theme.paper), ("--ink", theme.ink)] {
                assert!(css.contains(&format!("{name}: {color};")), "{name} {color}");
            }
        }
    }

    /// The values of a custom property of style.css: in light, then in dark.
    fn values(name: &str) -> Vec<Color> {
        let css = include_str!("../../style.css");
        let lines = css.lines().filter_map(|it| it.trim().strip_prefix(name)?.strip_prefix(": "));
        lines.map(Color::parse).collect()
    }

    #[test]
    fn what_the_page_says_can_be_read() {
        let pairs = [
            ("--ink", "--paper", 7.0),
            ("--ink", "--raised", 7.0),
            ("--ink", "--hover", 7.0),
            ("--soft", "--paper", 4.5),
            ("--soft", "--raised", 4.5),
            ("--soft", "--hover", 4.5),
            ("--accent", "--paper", 4.5),
            ("--accent", "--raised", 4.5),
            ("--on-accent", "--accent", 4.5),
            ("--wrong", "--raised", 4.5),
            ("--ink", "--wrong-tint", 7.0),
            ("--focus", "--paper", 3.0),
            ("--focus", "--raised", 3.0),
        ];
        for (front, back, least) in pairs {
            let (front_colors, back_colors) = (values(front), values(back));
            assert_eq!((front_colors.len(), back_colors.len()), (2, 2), "{front} {back}");
            for (a, b) in front_colors.into_iter().zip(back_colors) {
                assert!(a.contrast(b) >= least, "{front} on {back}: {:.2}", a.contrast(b));
            }
        }
    }

    #[test]
    fn every_label_has_a_line_of_its_own() {
        for (idx, it) in RAILS.iter().enumerate() {
            assert!(RAILS[..idx].iter().all(|old| old.2 != it.2), "{}", it.2);
        }
    }

    #[test]
    fn black_on_white_is_twenty_one_to_one() {
        let contrast = Color::parse("#000000").contrast(Color::parse("#ffffff"));
        assert!((contrast - 21.0).abs() < 1e-9);
    }
}
