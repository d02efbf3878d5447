//! The protocol of a plain tool: each span a drag and a key, nothing suggested, no values.

use dau::session::{Msg, PersonalMsg, Session};

use crate::annotator::Tally;
use crate::desk::Desk;
use crate::difference::{Difference, differences};
use crate::sources::Article;

/// What the articles cost by hand.
pub(crate) fn measure(articles: &[Article]) -> Result<Tally, String> {
    let mut res = Tally::default();
    for article in articles {
        let mut desk = Desk::new();
        desk.session = without_suggestions(article);
        let wanted = article.gold.iter().filter(|it| !it.optional);
        for it in wanted.clone() {
            desk.act(Msg::Select { span: Some(it.span), exact: true });
            desk.act(Msg::Label(it.label.clone()));
        }
        let document = desk.document().ok_or("nothing is open")?;
        let rest = differences(document, &article.gold);
        if rest.iter().any(|it| !matches!(it, Difference::Value(..))) {
            return Err(format!("{}: not as it should be", article.name));
        }
        res.count(desk.actions, wanted.count());
    }
    Ok(res)
}

/// A session whose detector found nothing, and which learns nothing.
fn without_suggestions(article: &Article) -> Session {
    let mut session = Session::default();
    let open = dau::session::NewArticle { text: article.text.clone(), ..Default::default() };
    drop(session.update(Msg::Open(open), 0));
    drop(session.update(Msg::DetectorFailed, 0));
    drop(session.update(Msg::Personal(PersonalMsg::Learn(false)), 0));
    session
}
