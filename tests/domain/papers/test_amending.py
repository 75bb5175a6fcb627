"""What an amending regulation changes in the recorded articles, and what stays uncovered."""

from orgflow.domain.changes.operations import (
    AbolishUnit,
    Below,
    ChangePost,
    CreateUnit,
    Fate,
    MergeUnits,
    MoveUnit,
    Operation,
    Part,
    Place,
    Point,
    RecodeUnit,
    RenameUnit,
    ReorderUnits,
    ReviseDutyField,
    ReviseFunctions,
    SplitUnit,
    SwapNames,
)
from orgflow.domain.organisation.instruments import Article
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.papers.amending import amendment
from orgflow.domain.papers.article_changes import Act, Amendment
from tests.factories.changes import SUBDIVISION, function_id
from tests.factories.organisation import BUREAU, DIVISION
from tests.factories.papers import ARTICLES, a_case
from tests.factories.secretariat import (
    ACARA,
    ANALYST,
    HEADS,
    HUKUM,
    HUMAS,
    LIPUTAN,
    MEDIA,
    NEW,
    PRESS,
    PROTOKOL,
    PUBLIKASI,
    SETDA,
    UMUM,
    a_new,
)


def amended(*operations: Operation, articles: tuple[Article, ...] = ARTICLES) -> Amendment:
    case = a_case(*operations, articles=articles)
    return amendment(case.before, case.after, case.operations, case.articles)


def acts(found: Amendment) -> list[tuple[Act, str]]:
    return [(change.act, change.number) for change in found.changes]


def text_of(found: Amendment, number: str) -> str:
    return next(change.text for change in found.changes if change.number == number)


def test_a_new_name_takes_the_old_ones_places_and_each_is_listed() -> None:
    found = amended(RenameUnit(HUMAS, "Biro Administrasi Pimpinan"))

    assert acts(found) == [(Act.AMENDED, "Pasal 2"), (Act.AMENDED, "Pasal 3"), (Act.ANNEX, "Lampiran")]
    assert "a. Biro Administrasi Pimpinan;\nb. Biro Umum; dan" in text_of(found, "Pasal 2")
    assert found.bindings == (("Pasal 2", "Pasal 3"),)
    assert [place.citation for place in found.places] == [
        "Pasal 2 huruf a",
        "Pasal 3 ayat (1)",
        "Pasal 3 ayat (2)",
    ]
    assert found.uncovered == ()


def test_swapped_names_do_not_meet_halfway() -> None:
    found = amended(SwapNames(UMUM, HUKUM))

    assert text_of(found, "Pasal 2").endswith("b. Biro Hukum; dan\nc. Biro Umum.")
    assert text_of(found, "Pasal 8").startswith("Biro Hukum membawahkan Bagian Rumah Tangga")
    assert found.uncovered == ()


def test_a_moved_unit_leaves_one_sentence_and_enters_the_other() -> None:
    found = amended(MoveUnit(PUBLIKASI, UMUM, 30))

    assert text_of(found, "Pasal 3").endswith("membawahkan Bagian Protokol.")
    assert text_of(found, "Pasal 8") == (
        "Biro Umum membawahkan Bagian Rumah Tangga, Bagian Persuratan, dan Bagian Publikasi."
    )


def test_the_article_of_a_unit_that_ends_is_repealed_and_keeps_its_number() -> None:
    found = amended(AbolishUnit(PROTOKOL, PUBLIKASI, Below.TO_PARENT, Fate.ENDED, Fate.TO_HEIR))

    assert (Act.REPEALED, "Pasal 7") in acts(found)
    assert text_of(found, "Pasal 3").endswith("membawahkan Bagian Publikasi dan Subbagian Acara.")
    words = "fungsi Bagian Publikasi, yaitu penerimaan tamu (lihat Pasal 4)"
    assert found.unplaced == (words,)
    assert acts(found)[-2:] == [(Act.UNKNOWN, words), (Act.ANNEX, "Lampiran")]


def test_units_that_begin_are_inserted_behind_what_they_came_from_and_lists_are_lettered_anew() -> None:
    found = amended(
        SplitUnit(
            HUMAS,
            (
                Part(a_new(0, BUREAU, "Biro Humas", SETDA), (), (), (PUBLIKASI,)),
                Part(a_new(1, BUREAU, "Biro Protokol", SETDA, 2), (), (), (PROTOKOL,)),
            ),
            NEW[1],
        )
    )

    inserted = [change for change in found.changes if change.act is Act.INSERTED]
    assert [(one.number, one.after, one.following) for one in inserted] == [
        ("Pasal 3A", "Pasal 3", "Pasal 4"),
        ("Pasal 3B", "Pasal 3", "Pasal 4"),
    ]
    assert text_of(found, "Pasal 2").endswith("c. Biro Umum; dan\nd. Biro Hukum.")
    assert "[belum diisi: tugas Biro Humas]" in inserted[0].text


def test_an_inserted_number_that_is_taken_gives_way_to_the_next() -> None:
    articles = (*ARTICLES[:6], Article("Pasal 7A", "Peralihan."), *ARTICLES[6:])

    found = amended(CreateUnit(a_new(0, DIVISION, "Bagian Perencanaan", HUMAS)), articles=articles)

    assert (Act.INSERTED, "Pasal 7B") in acts(found)


def test_two_that_become_one_give_up_their_articles_for_one_that_is_new() -> None:
    found = amended(
        MergeUnits(
            (LIPUTAN, MEDIA), a_new(0, SUBDIVISION, "Subbagian Peliputan dan Media", PUBLIKASI), HEADS[MEDIA]
        )
    )

    assert acts(found)[1:4] == [
        (Act.REPEALED, "Pasal 5"),
        (Act.REPEALED, "Pasal 6"),
        (Act.INSERTED, "Pasal 6A"),
    ]
    assert text_of(found, "Pasal 4").endswith("membawahkan Subbagian Peliputan dan Media.")
    assert found.uncovered == ()


def test_a_functions_new_words_take_the_old_ones_place_in_its_owners_article() -> None:
    point = Point(PRESS, FunctionKind.FUNCTION, 1, "kerja sama media pimpinan")

    found = amended(ReviseFunctions(PUBLIKASI, amended=(point,)))

    assert "fungsi kerja sama media pimpinan.\n(2) " in text_of(found, "Pasal 4")
    assert found.unplaced == ()


def test_a_lettered_list_of_functions_keeps_what_is_nobodys_and_takes_what_is_added() -> None:
    listed = Article(
        "Pasal 4",
        "Bagian Publikasi menyelenggarakan fungsi:\na. pelaksanaan kerja sama media; dan\n"
        "b. pelaksanaan fungsi lain yang diberikan pimpinan.",
    )
    added = Point(function_id(9), FunctionKind.FUNCTION, 2, "pengelolaan arsip berita")

    found = amended(ReviseFunctions(PUBLIKASI, added=(added,)), articles=(listed,))

    assert text_of(found, "Pasal 4").split("\n")[1:] == [
        "a. pelaksanaan kerja sama media;",
        "b. pengelolaan arsip berita; dan",
        "c. pelaksanaan fungsi lain yang diberikan pimpinan.",
    ]


def test_a_name_that_ends_and_that_no_rule_can_replace_stays_listed_as_uncovered() -> None:
    loose = Article("Pasal 10", "Rapat dipimpin Biro Umum bersama Bagian Protokol.")

    found = amended(AbolishUnit(PROTOKOL, HUMAS, Below.TO_PARENT, Fate.ENDED), articles=(*ARTICLES, loose))

    assert [(place.citation, place.name) for place in found.uncovered] == [("Pasal 10", "Bagian Protokol")]


def test_without_articles_each_touched_unit_is_a_gap() -> None:
    found = amended(RenameUnit(HUMAS, "Biro Adpim"), RenameUnit(UMUM, "Biro Rumah Tangga"), articles=())

    assert acts(found) == [(Act.UNKNOWN, "Biro Humas dan Protokol"), (Act.UNKNOWN, "Biro Umum")]
    assert found.bindings == ((), ())


def test_a_post_that_no_article_names_is_no_gap() -> None:
    found = amended(ChangePost(ANALYST, PostRole.MEMBER, "Pranata Humas", None, "Ahli Muda", 5))

    assert found.changes == ()


def test_a_list_of_which_nothing_is_left_is_a_visible_gap() -> None:
    found = amended(MoveUnit(ACARA, PUBLIKASI, 9))

    gap = "[belum diisi: susunan Bagian Protokol, yang tidak ada lagi isinya]"
    assert text_of(found, "Pasal 7").endswith(f"Bagian Protokol membawahkan {gap}.")


def test_a_field_of_duties_alone_changes_no_chart() -> None:
    found = amended(ReviseDutyField(HUMAS, "kehumasan pimpinan"))

    assert acts(found) == [(Act.UNKNOWN, "Biro Humas dan Protokol (lihat Pasal 3)")]


def test_codes_of_letters_and_order_need_no_article() -> None:
    found = amended(
        RecodeUnit(HUMAS, "Humas", "UJI-HMS"), ReorderUnits(SETDA, (Place(UMUM, 1),)), articles=()
    )

    assert found.changes == ()
