//! Starts the page.

use yew::prelude::*;

#[component]
fn App() -> Html {
    use_effect(|| {
        let root = gloo::utils::document_element();
        // An attribute by this name can always be set.
        let _ = root.set_attribute("data-state", "ready");
    });
    html! { <main>{ "Dấu" }</main> }
}

fn main() {
    console_error_panic_hook::set_once();
    yew::Renderer::<App>::new().render();
}
