//! Everything of a document but its text and annotations.

use chrono::Days;
use dau::document::{Entity, Extra, Label, LabelId, LabelSet, Meta, NaiveDate};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

use super::phrase;

/// Members that no version knows. Their names look like paths and like nothing at all.
pub(crate) fn extra() -> impl Strategy<Value = Extra> {
    let name = select(vec!["x", "x.y", "x[0]", "", "ừ", "$ref", "a b", "\"", "0"]);
    let members = prop::collection::vec((name.prop_map(str::to_owned), value()), 0..3);
    prop_oneof![3 => Just(Extra::new()), 1 => members.prop_map(Extra::from_iter)]
}

/// Any JSON value, a few levels deep.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        prop::num::f64::NORMAL.prop_map(Value::from),
        phrase().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let members = prop::collection::vec((phrase(), inner.clone()), 0..3);
        prop_oneof![
            prop::collection::vec(inner, 0..3).prop_map(Value::from),
            members.prop_map(|it| Value::Object(it.into_iter().collect())),
        ]
    })
}

fn date() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(0, 1, 1).unwrap();
    // Up to the end of the year 9999.
    (0..3_652_425_u64).prop_map(move |it| first + Days::new(it))
}

/// What is known about an article.
pub(crate) fn meta() -> impl Strategy<Value = Meta> {
    let strings = (phrase(), phrase(), phrase(), select(vec!["vi", "en", ""]));
    let times = (phrase(), phrase(), prop::option::of(date()));
    let schema = prop::option::of(Just("../dau-1.schema.json"));
    (strings, times, extra(), extra(), schema).prop_map(
        |(
            (id, title, source, language),
            (created, modified, reference_date),
            extra,
            file_extra,
            schema,
        )| {
            let language = language.to_owned();
            let mut it = Meta {
                id,
                title,
                source,
                language,
                reference_date,
                created,
                modified,
                extra,
                file_extra,
            };
            it.file_extra.extend(schema.map(|it| ("$schema".to_owned(), it.into())));
            it
        },
    )
}

/// The built-in labels, renamed, and some of a person's own.
pub(crate) fn labels() -> impl Strategy<Value = LabelSet> {
    let own = vec!["Cơ quan", "per", "a.b", "界"];
    let ids = LabelId::BUILTIN.into_iter().chain(own.into_iter().map(LabelId::from));
    let ids = prop::sample::subsequence(ids.collect::<Vec<_>>(), 1..=13).prop_shuffle();
    let rest = prop::collection::vec((phrase(), 0..0x100_0000_u32, phrase(), extra()), 13);
    (ids, rest).prop_map(|(ids, rest)| {
        let label = |(id, (name, color, key, extra))| Label {
            id,
            name,
            color: format!("#{color:06x}"),
            key,
            extra,
        };
        LabelSet::from_labels(ids.into_iter().zip(rest).map(label).collect()).unwrap()
    })
}

/// What mentions point to; each label is one of `labels`.
pub(crate) fn entities(labels: &LabelSet) -> impl Strategy<Value = Vec<Entity>> + use<> {
    let labels: Vec<LabelId> = labels.iter().map(|it| it.id.clone()).collect();
    let rest = (any::<Index>(), phrase(), phrase(), extra());
    prop::collection::vec(rest, 0..4).prop_map(move |it| {
        let entity = |(idx, (label, name, link, extra)): (usize, (Index, _, _, _))| Entity {
            id: format!("e {idx}").as_str().into(),
            label: label.get(&labels).clone(),
            name,
            link,
            extra,
        };
        it.into_iter().enumerate().map(entity).collect()
    })
}
