//! How the model is learnt.

/// Found by `--cross`; what each is worth is in ARCHITECTURE.md.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    /// How often each line is seen.
    pub(crate) epochs: usize,
    /// The last epochs whose weights are averaged: where the last line led is chance.
    pub(crate) averaged: usize,
    /// How far a step goes.
    pub(crate) rate: f32,
    /// L1: how much evidence a weight needs to be anything.
    pub(crate) sparse: f32,
    /// L2: how much large weights cost.
    pub(crate) small: f32,
    /// Smaller weights are left out of the file.
    pub(crate) prune: f32,
    /// How often what the rules found is hidden on a line.
    pub(crate) drop_rules: f32,
    /// How often what the lists know is.
    pub(crate) drop_lists: f32,
    /// How often what the article says elsewhere is.
    pub(crate) drop_article: f32,
    /// How often what the model made of the word elsewhere is.
    pub(crate) drop_again: f32,
    /// How often which words a token sees is.
    pub(crate) drop_word: f32,
    /// How many of the folds `--cross` looks at.
    pub(crate) folds: usize,
    /// Of all that looks random.
    pub(crate) seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            epochs: 12,
            averaged: 4,
            rate: 0.1,
            sparse: 4.5,
            small: 5.0,
            prune: 0.0,
            drop_rules: 0.2,
            drop_lists: 0.1,
            drop_article: 0.3,
            drop_again: 0.3,
            drop_word: 0.25,
            folds: 4,
            seed: 1,
        }
    }
}

impl Settings {
    /// Sets one, as in `rate=0.2`.
    pub(crate) fn set(&mut self, text: &str) -> Option<()> {
        let (name, value) = text.split_once('=')?;
        let number: f32 = value.parse().ok()?;
        let field = match name {
            "rate" => &mut self.rate,
            "sparse" => &mut self.sparse,
            "small" => &mut self.small,
            "prune" => &mut self.prune,
            "drop_rules" => &mut self.drop_rules,
            "drop_lists" => &mut self.drop_lists,
            "drop_article" => &mut self.drop_article,
            "drop_again" => &mut self.drop_again,
            "drop_word" => &mut self.drop_word,
            "averaged" => return value.parse().ok().map(|it| self.averaged = it),
            "epochs" => return value.parse().ok().map(|it| self.epochs = it),
            "folds" => return value.parse().ok().map(|it| self.folds = it),
            "seed" => return value.parse().ok().map(|it| self.seed = it),
            _ => return None,
        };
        *field = number;
        Some(())
    }
}
