//! The way out: one click, or a little menu for those who need it otherwise.

use web_sys::{Element, HtmlInputElement, Node};
use yew::prelude::*;

use super::app::Msg;
use super::icon::Icon;
use super::messages::{Messages, messages};
use crate::detect::Language;
use crate::formats::native::WriteOptions;
use crate::session;
use crate::text::OffsetUnit;

/// What the button needs.
#[derive(Clone, Properties, PartialEq)]
pub struct ExportProps {
    /// Of the interface.
    pub language: Language,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// The button downloads the native JSON as it is most useful; the menu beside it has options.
#[component]
pub fn Export(props: &ExportProps) -> Html {
    let t = messages(props.language);
    let open = use_state(|| false);
    let node = use_node_ref();
    let plain = props.send.reform(|_: MouseEvent| export(WriteOptions::default()));
    let toggle = with(&open, |open| open.set(!**open));
    let (around, shut) = (node.clone(), open.clone());
    let onfocusout = move |event: FocusEvent| {
        let to = event.related_target();
        let to = to.and_then(|it| wasm_bindgen::JsCast::dyn_into::<Node>(it).ok());
        let inside = around.cast::<Element>().is_some_and(|it| it.contains(to.as_ref()));
        if !inside && to.is_some() {
            shut.set(false);
        }
    };
    let shut = open.clone();
    let onkeydown = move |event: KeyboardEvent| {
        if event.key() == "Escape" && *shut {
            event.stop_propagation();
            shut.set(false);
        }
    };
    html! {
        <div ref={node} class="export" {onfocusout} {onkeydown}>
            <button type="button" class="primary" data-testid="export" aria-label={t.export} title={t.export} onclick={plain}>
                { Icon::Export.view() }<span>{ t.export }</span>
            </button>
            <button
                type="button"
                class="primary more"
                data-testid="export-options"
                aria-label={t.export_options}
                title={t.export_options}
                aria-expanded={open.to_string()}
                onclick={toggle}
            >
                { Icon::More.view() }
            </button>
            if *open {
                <Menu language={props.language} send={props.send.clone()} />
            }
        </div>
    }
}

fn with(
    open: &UseStateHandle<bool>,
    act: fn(&UseStateHandle<bool>),
) -> impl Fn(MouseEvent) + use<> {
    let open = open.clone();
    move |_| act(&open)
}

fn export(options: WriteOptions) -> Msg {
    Msg::Session(session::Msg::Export(options))
}

/// What can be chosen about an export.
#[component]
fn Menu(props: &ExportProps) -> Html {
    let t = messages(props.language);
    let options = use_state(WriteOptions::default);
    let chosen = *options;
    let rejected = {
        let options = options.clone();
        move |event: Event| {
            let rejected = event.target_unchecked_into::<HtmlInputElement>().checked();
            options.set(WriteOptions { rejected, ..*options });
        }
    };
    html! {
        <div class="menu">
            <fieldset>
                <legend>{ t.offsets_count }</legend>
                { for OffsetUnit::ALL.into_iter().map(|it| unit(it, &options, t)) }
            </fieldset>
            <label>
                <input type="checkbox" checked={chosen.rejected} onchange={rejected} />
                { t.with_rejected }
            </label>
            <button type="button" class="primary" data-testid="export-download" onclick={props.send.reform(move |_: MouseEvent| export(chosen))}>
                { t.download }
            </button>
        </div>
    }
}

fn unit(it: OffsetUnit, options: &UseStateHandle<WriteOptions>, t: &'static Messages) -> Html {
    let checked = options.offset_unit == it;
    let options = options.clone();
    let onchange = move |_: Event| options.set(WriteOptions { offset_unit: it, ..*options });
    html! {
        <label>
            <input type="radio" name="offset-unit" value={it.as_str()} {checked} {onchange} />
            { (t.unit)(it) }
        </label>
    }
}
