//! What the page shows of its state.

use std::rc::Rc;

use yew::prelude::*;

use super::{App, Dialog};
use crate::document::{Annotation, Document, LabelId, LabelSet, Status};
use crate::session::alternatives;
use crate::ui::article::Article;
use crate::ui::bar::Bar;
use crate::ui::commands::commands;
use crate::ui::empty::Empty;
use crate::ui::header::Header;
use crate::ui::help::Help;
use crate::ui::inspector::{About, Inspector};
use crate::ui::keys::{Act, Focus, Place};
use crate::ui::labels::Labels;
use crate::ui::list::{List, Listed};
use crate::ui::messages::{label_name, messages};
use crate::ui::notices::Notices;
use crate::ui::offer::offer;
use crate::ui::over;
use crate::ui::personal::Personal;
use crate::ui::retype::retype;
use crate::ui::review::review;
use crate::ui::same::Same;
use crate::ui::side::Side;

impl App {
    pub(super) fn page(&self) -> Html {
        let document = self.session.document();
        let notice = self.session.notice().cloned();
        html! {
            <>
                { self.header(document) }
                {
                    match document {
                        Some(it) => self.desk(it),
                        None => html! {
                            <Empty
                                language={self.language}
                                hover={self.hover}
                                usable={self.usable}
                                send={self.send.clone()}
                            />
                        },
                    }
                }
                <Notices language={self.language} {notice} send={self.send.clone()} />
                { self.dialog(document) }
            </>
        }
    }

    fn dialog(&self, document: Option<&Document>) -> Html {
        let labels = document.map(|it| Rc::clone(&it.labels));
        match self.dialog {
            None => Html::default(),
            Some(Dialog::Help) => html! {
                <Help
                    language={self.language}
                    labels={labels.unwrap_or_default()}
                    keymap={Rc::clone(&self.keymap)}
                    editing={self.session.is_editing()}
                    send={self.send.clone()}
                />
            },
            Some(Dialog::Commands) => self.commands(document),
            Some(Dialog::SameAs) => document.map_or_else(Html::default, |it| self.same_as(it)),
            Some(Dialog::Labels) => document.map_or_else(Html::default, |it| self.labels(it)),
            Some(Dialog::Text(span)) => document.map_or_else(Html::default, |it| {
                retype(&it.text, span, self.session.original(), self.language, &self.send)
            }),
            Some(Dialog::Personal) => html! {
                <Personal
                    language={self.language}
                    labels={labels.map_or_else(LabelSet::builtin, |it| LabelSet::clone(&it))}
                    list={self.session.personal().clone()}
                    learning={self.session.is_learning()}
                    send={self.send.clone()}
                />
            },
        }
    }

    /// As if the keys were for the article, where most of them mean something.
    fn commands(&self, document: Option<&Document>) -> Html {
        let place = Place {
            focus: if document.is_some() { Focus::Article } else { Focus::Page },
            labels: document.map(|it| &*it.labels),
            selection: self.session.selection().is_some(),
            current: self.session.current().is_some(),
            offer: self.session.offer().is_some(),
            editing: self.session.is_editing(),
        };
        let entries = commands(&place, &self.keymap, self.language);
        self.choose(entries, messages(self.language).commands)
    }

    fn labels(&self, document: &Document) -> Html {
        let mut counts: Vec<(LabelId, usize)> =
            document.labels.iter().map(|it| (it.id.clone(), 0)).collect();
        for it in document.annotations.iter() {
            if let Some(count) = counts.iter_mut().find(|count| count.0 == it.label) {
                count.1 += usize::from(it.status == Status::Accepted);
            }
        }
        html! {
            <Labels
                language={self.language}
                labels={Rc::clone(&document.labels)}
                keymap={Rc::clone(&self.keymap)}
                {counts}
                send={self.send.clone()}
            />
        }
    }

    fn review(&self) -> Html {
        if !self.session.is_reviewing() {
            return Html::default();
        }
        review(&self.session.review(), self.language, &self.send)
    }

    /// What was done last, elsewhere too.
    fn offer(&self, document: &Document) -> Html {
        let Some(it) = self.session.offer() else { return Html::default() };
        let key = self.keymap.keys(Act::TakeOffer).first().copied().unwrap_or_default();
        offer(it, &document.labels, key, self.language, &self.send)
    }

    fn header(&self, document: Option<&Document>) -> Html {
        let commands = self.keymap.keys(Act::Commands).first().copied().unwrap_or_default();
        html! {
            <Header
                language={self.language}
                meta={document.map(|it| Rc::clone(&it.meta))}
                saving={self.saving}
                detecting={self.session.is_detecting()}
                can_undo={self.session.can_undo()}
                can_redo={self.session.can_redo()}
                pen={self.pen}
                editing={self.session.is_editing()}
                commands={commands.to_owned()}
                send={self.send.clone()}
            />
        }
    }

    /// The article and what is beside it.
    fn desk(&self, document: &Document) -> Html {
        let current = self.session.current();
        html! {
            <div class="desk">
                <main class="column">
                    { self.review() }
                    { self.find_bar(document) }
                    { self.article(document) }
                    { over::elements(&self.over(), &self.send) }
                    { self.bar(document) }
                    { self.offer(document) }
                    <p class="unseen" aria-live="polite">{ self.say_current(document) }</p>
                </main>
                { self.timeline(document) }
                <Side language={self.language} has_current={current.is_some()}>
                    { for current.map(|it| self.inspector(document, it)) }
                    <List
                        language={self.language}
                        of={Listed(document.clone())}
                        current={current.map(|it| it.id.clone())}
                        send={self.send.clone()}
                    />
                </Side>
                { self.minimap(document) }
            </div>
        }
    }

    fn article(&self, document: &Document) -> Html {
        let sections = self.sheet.as_ref().map(super::Sheet::sections).unwrap_or_default();
        html! {
            <Article
                language={self.language}
                article_language={document.meta.language.clone()}
                text={Same(Rc::clone(&document.text))}
                sections={Same(sections)}
                labels={Rc::clone(&document.labels)}
                node={self.article.clone()}
                send={self.send.clone()}
            />
        }
    }

    /// What can be done with what is chosen, beside it.
    fn bar(&self, document: &Document) -> Html {
        let selection = self.session.selection();
        let current = self.session.current().filter(|_| self.pointed && selection.is_none());
        if selection.is_none() && current.is_none() {
            return Html::default();
        }
        let bar = Bar {
            language: self.language,
            labels: &document.labels,
            current: current.map(|it| &**it),
            elsewhere: self.elsewhere.count,
            pieces: self.session.others().len() + 1,
            send: &self.send,
        };
        bar.view()
    }

    fn inspector(&self, document: &Document, it: &Rc<Annotation>) -> Html {
        let found = self.session.found(it);
        let evidence = found.and_then(|it| it.evidence);
        let evidence =
            evidence.and_then(|(from, to)| document.text.get(from as usize..to as usize));
        let about = About {
            annotation: Rc::clone(it),
            surface: document.surface(it).into(),
            found: found.cloned(),
            evidence: evidence.map(Into::into),
            alternatives: alternatives(document, it, found),
            elsewhere: self.elsewhere.count,
            told: self.told(document),
        };
        html! {
            <Inspector
                language={self.language}
                {about}
                labels={Rc::clone(&document.labels)}
                send={self.send.clone()}
            />
        }
    }

    /// For a screen reader, since the focus stays on the article.
    fn say_current(&self, document: &Document) -> Option<String> {
        let it = self.session.current()?;
        let t = messages(self.language);
        let label = label_name(self.language, &document.labels, &it.label);
        Some((t.current)(document.surface(it), &label, (t.status)(it.status)))
    }
}
