//! Starts the detector's worker.

use dau::ui::platform::codec::Postcard;
use dau::ui::platform::detector::DetectorWorker;
use gloo_worker::Registrable;

fn main() {
    console_error_panic_hook::set_once();
    DetectorWorker::registrar().encoding::<Postcard>().register();
}
