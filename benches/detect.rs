//! How fast detection is, against cutting the same text into tokens.
//!
//! `cargo bench --no-default-features --bench detect`

#![expect(clippy::print_stdout, reason = "a report is what this program is for")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use dau::detect::{Article, Language, Options, detect};

/// News of the kind that detection is for, about a kilobyte.
const VIETNAMESE: &str = "\
Sáng 9/8/2022, Tỉnh ủy Quảng Ngãi phối hợp với Trường Đại học Bách khoa tổ chức hội thảo về chuyển đổi số. Dự hội thảo có \
đồng chí Nguyễn Thị Lan Anh, Phó Chủ tịch UBND tỉnh Quảng Ngãi, cùng đại diện các sở, ban, ngành và doanh nghiệp.\n\
Theo ông Trần Văn Bình, Giám đốc Sở Thông tin và Truyền thông, đến năm 2025 kinh tế số chiếm 35% GRDP, tương đương 43.700 tỷ \
đồng. Nghị quyết số 03-NQ/TU ngày 26/10/2021 đặt mục tiêu giảm 20 thủ tục; ông Bình cho rằng điều này là khả thi.\n\
Trong khi đó, tại huyện Bình Sơn, công ty Sao Mai đã lắp 120 trạm quan trắc dọc quốc lộ 1A và đường Lê Lợi. Bà Hồ Thị Mai, \
45 tuổi, ngụ xã Bình Châu, nói rằng việc này giúp bà con yên tâm hơn sau đại dịch Covid-19 và cơn bão vừa qua.\n\n";

/// The same in English.
const ENGLISH: &str = "\
Prime Minister Anna Keller met the head of the World Bank in Geneva on Monday to talk about a loan of 20 million dollars. \
Officials of the Ministry of Health said that the money would be spent by 2025, mostly in the province of Alberta.\n\
\"We have waited for two years,\" said Peter Novak, who runs Novak Brothers Ltd. in Toronto. Novak hopes for a quick decision.\n\n";

fn main() {
    println!("first detection, with the lists compiled: {:.1} ms", millis(once("Ở Hà Nội.")));
    for (name, sample, language) in
        [("vi", VIETNAMESE, Language::Vi), ("en", ENGLISH, Language::En)]
    {
        for size in [100_000, 1_000_000, 4_000_000] {
            let text = sample.repeat(size / sample.len() + 1);
            measure(name, &text, language);
        }
    }
}

fn once(text: &str) -> Duration {
    let start = now();
    black_box(detect(black_box(text), &Options::default()));
    start.elapsed()
}

fn measure(name: &str, text: &str, language: Language) {
    let options = Options { language: Some(language), reference_date: None };
    let tokens = best(|| drop(black_box(Article::new(black_box(text)))));
    let all = best(|| drop(black_box(detect(black_box(text), &options))));
    let speed = |time: Duration| text.len() as f64 / 1e6 / time.as_secs_f64();
    println!(
        "{name} {:>9} bytes: tokens {:6.1} MB/s, detection {:5.1} MB/s ({:.1} ms)",
        text.len(),
        speed(tokens),
        speed(all),
        millis(all)
    );
}

/// The shortest of five times: what else runs on the machine only ever adds.
fn best(run: impl Fn()) -> Duration {
    let times = (0..5).map(|_| {
        let start = now();
        run();
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

#[expect(clippy::disallowed_methods, reason = "a native program that measures")]
fn now() -> Instant {
    Instant::now()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
