"""A replacing regulation: articles numbered anew, references that follow; and the signs for one."""

from orgflow.domain.changes.operations import AbolishUnit, Below, CreateUnit, Fate, Operation, RenameUnit
from orgflow.domain.organisation.instruments import Article
from orgflow.domain.papers.amending import amendment
from orgflow.domain.papers.indicators import Indicators, indicators
from orgflow.domain.papers.replacing import NewArticle, replacing_articles
from tests.factories.organisation import DIVISION
from tests.factories.papers import ARTICLES, a_case
from tests.factories.secretariat import HUMAS, KOMINFO, PROTOKOL, PUBLIKASI, a_new

REFERRING = Article(
    "Pasal 10", "Ketentuan Pasal 4 ayat (1) dan Pasal 7 berlaku; Pasal 4 Undang-Undang tetap."
)


def replaced(*operations: Operation, articles: tuple[Article, ...] = ARTICLES) -> tuple[NewArticle, ...]:
    case = a_case(*operations, articles=articles)
    return replacing_articles(articles, amendment(case.before, case.after, case.operations, case.articles))


def signs(*operations: Operation) -> Indicators:
    case = a_case(*operations)
    found = amendment(case.before, case.after, case.operations, case.articles)
    return indicators(case.before, case.after, case.articles, found)


def test_articles_are_numbered_from_one_and_the_old_closing_is_left_out() -> None:
    told = replaced(RenameUnit(HUMAS, "Biro Adpim"))

    assert [article.number for article in told] == [f"Pasal {number}" for number in range(1, 8)]
    assert told[0].text.startswith("Sekretariat Daerah membawahkan:\na. Biro Adpim;")
    assert not any("mulai berlaku" in article.text for article in told)


def test_what_is_repealed_is_gone_and_what_is_inserted_has_its_own_number() -> None:
    told = replaced(
        AbolishUnit(PROTOKOL, PUBLIKASI, Below.TO_PARENT, Fate.ENDED, Fate.ENDED),
        CreateUnit(a_new(0, DIVISION, "Bagian Tamu", HUMAS)),
    )

    assert [article.number for article in told] == [f"Pasal {number}" for number in range(1, 8)]
    assert told[5].text.startswith("(1) Bagian Tamu mempunyai tugas")


def test_a_reference_follows_its_article_and_one_to_nothing_is_a_gap() -> None:
    told = replaced(
        AbolishUnit(PROTOKOL, PUBLIKASI, Below.TO_PARENT, Fate.ENDED, Fate.ENDED),
        articles=(*ARTICLES, REFERRING),
    )

    assert told[-1].text == (
        "Ketentuan Pasal 3 ayat (1) dan [belum diisi: rujukan Pasal 7 yang tidak ada lagi] berlaku;"
        " Pasal 4 Undang-Undang tetap."
    )


def test_without_articles_there_is_a_gap_for_each_touched_unit() -> None:
    assert replaced(RenameUnit(HUMAS, "Biro Adpim"), articles=()) == (
        NewArticle("Pasal 1", "[belum diisi: pasal yang mengatur Biro Humas dan Protokol]"),
    )


def test_a_plain_rename_shows_no_sign_of_a_new_regulation() -> None:
    found = signs(RenameUnit(HUMAS, "Biro Adpim"))

    assert (found.articles, found.touched, found.percent) == (8, 2, 25)
    assert not found.is_more_than_half
    assert not found.is_systematics_touched
    assert not found.is_essence_touched


def test_each_sign_is_seen() -> None:
    assert signs(CreateUnit(a_new(0, DIVISION, "Bagian Tamu", HUMAS))).is_systematics_touched
    assert signs(RenameUnit(KOMINFO, "Dinas Kominfo")).agencies == ("Dinas Komunikasi dan Informatika",)
    whole = signs(AbolishUnit(HUMAS, KOMINFO, Below.ENDED, Fate.ENDED, Fate.ENDED))
    assert whole.is_more_than_half
