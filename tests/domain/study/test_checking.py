"""What a study lacks: empty sections, answers that are missing, sentences that stand twice, gaps."""

from orgflow.domain.study.checking import (
    Fault,
    FaultCode,
    SectionFacts,
    SectionState,
    faults_of,
    lacking,
    pages_about,
    sentences_of,
    state_of,
)
from orgflow.domain.study.outline import OUTLINES, SECTIONS
from orgflow.domain.study.sections import Filling, StudyForm

SAID = "Nomenklatur sekarang berbeda dengan pedoman yang berlaku."


def a_section(key: str, text: str = "", answer: str = "", *tables: str, is_own: bool = True) -> SectionFacts:
    return SectionFacts(SECTIONS[key], text, answer, tables, is_own and bool(text))


def codes(*sections: SectionFacts) -> dict[str, list[FaultCode]]:
    return {key: [fault.code for fault in faults] for key, faults in faults_of(sections).items()}


def test_a_required_section_without_anything_is_empty_and_a_suggested_one_may_be() -> None:
    found = codes(a_section("latar_belakang"), a_section("pembanding"))

    assert found == {"latar_belakang": [FaultCode.EMPTY], "pembanding": []}


def test_problems_are_written_by_a_person_and_not_derived() -> None:
    derived = a_section("permasalahan", SAID, is_own=False)

    assert codes(derived) == {"permasalahan": [FaultCode.NOT_OWN]}
    assert codes(a_section("permasalahan", SAID)) == {"permasalahan": []}


def test_the_year_and_the_weakness_are_asked_for() -> None:
    found = codes(
        a_section("ruang_lingkup", "Unit yang dikaji."), a_section("pilihan", "Dua pilihan.", "lemah")
    )

    assert found == {"ruang_lingkup": [FaultCode.ANSWER_MISSING], "pilihan": []}


def test_a_sentence_that_stands_twice_is_told_in_both_sections() -> None:
    found = faults_of((a_section("latar_belakang", SAID), a_section("simpulan", f"1. {SAID.upper()}")))

    assert found["latar_belakang"] == (Fault(FaultCode.REPEATED, SAID, "Simpulan"),)
    assert found["simpulan"] == (Fault(FaultCode.REPEATED, SAID.upper(), "Latar Belakang"),)


def test_a_sentence_that_stands_twice_in_one_section_is_told_once() -> None:
    found = faults_of((a_section("saran", f"{SAID}\n2. {SAID}"),))

    assert found["saran"] == (Fault(FaultCode.REPEATED, SAID, "Saran"),)


def test_a_few_words_and_rows_of_tables_may_stand_twice() -> None:
    text = "Lihat tabel.\n| Uraian kegiatan | Jumlah siaran pers tahun lalu |"

    assert codes(a_section("saran", f"{text}\n{text}")) == {"saran": []}


def test_a_gap_asks_somebody_to_look_wherever_it_stands() -> None:
    in_text = a_section("saran", "Berlaku sejak [belum diisi: tanggal].")
    in_table = a_section("usulan", "", "", "1 Nomenklatur [belum diisi: pasal]")

    found = faults_of((in_text, in_table))

    assert [fault.code for fault in found["saran"]] == [FaultCode.GAP]
    assert state_of(in_table, found["usulan"]) is SectionState.TO_CHECK


def test_a_section_is_empty_filled_or_to_be_checked() -> None:
    assert state_of(a_section("pembanding"), ()) is SectionState.EMPTY
    assert state_of(a_section("saran", "Mohon persetujuan."), ()) is SectionState.FILLED
    assert state_of(a_section("saran", SAID), (Fault(FaultCode.GAP),)) is SectionState.TO_CHECK


def test_a_study_is_whole_once_what_only_people_know_is_told() -> None:
    outline = OUTLINES[StudyForm.STUDY]
    asked = {"ruang_lingkup", "pilihan"}

    assert lacking(outline, (), ()) == ("ruang_lingkup", "permasalahan", "pilihan")
    assert lacking(outline, {"permasalahan"}, {"ruang_lingkup"}) == ("pilihan",)
    assert lacking(outline, {"permasalahan"}, asked) == ()


def test_the_short_form_has_six_parts_all_of_them_required() -> None:
    short = OUTLINES[StudyForm.SHORT]

    assert [section.title for section in short] == [
        "Persoalan",
        "Praanggapan",
        "Fakta yang Mempengaruhi",
        "Analisis",
        "Simpulan",
        "Saran",
    ]
    assert all(section.is_required for section in short)


def test_the_study_has_five_chapters_in_their_order_and_no_key_twice() -> None:
    chapters = [held.chapter.number for held in OUTLINES[StudyForm.STUDY] if held.chapter is not None]

    assert list(dict.fromkeys(chapters)) == ["I", "II", "III", "IV", "V"]
    assert chapters == sorted(chapters, key=["I", "II", "III", "IV", "V"].index)
    assert len(SECTIONS) == sum(len(outline) for outline in OUTLINES.values())
    assert SECTIONS["permasalahan"].filling is Filling.OWN_WORDS


def test_pages_are_counted_about_and_never_none() -> None:
    assert pages_about(()) == 1
    assert pages_about((a_section("saran", "kata " * 1_000),)) == 3


def test_sentences_are_told_without_their_markers() -> None:
    assert sentences_of("1. Satu. Dua!\na. Tiga\n| Empat |") == ("Satu.", "Dua!", "Tiga")


def test_a_sentence_of_a_study_goes_on_after_what_is_only_cut_short() -> None:
    text = "Permendagri No. 56 dipakai Prov. Uji; lainnya tidak. Selesai."

    assert sentences_of(text) == ("Permendagri No. 56 dipakai Prov. Uji;", "lainnya tidak.", "Selesai.")
