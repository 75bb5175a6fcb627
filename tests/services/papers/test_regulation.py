"""How a draft regulation is worded: title, recitals, opening, transition and closing."""

from dataclasses import replace
from datetime import date
from typing import Final

from orgflow.domain.changes.operations import AbolishUnit, Below, Fate, RenameUnit
from orgflow.domain.organisation.instruments import Article
from orgflow.domain.papers.case import Case
from orgflow.domain.papers.document import Document, Line, Mark, Style, texts_of, words_of
from orgflow.domain.papers.drafting import Drafting, ordinal, runs_of, upper
from orgflow.domain.proposals.states import Action
from orgflow.letters.drafting import load_drafting
from orgflow.resources import letter_templates
from orgflow.services.papers.names import bare_name
from orgflow.services.papers.regulation import amending_document, replacing_document
from tests.factories.papers import a_case, an_instrument, answered
from tests.factories.secretariat import HUMAS, PROTOKOL, UMUM

NEW: Final = RenameUnit(HUMAS, "Biro Adpim")
ONE: Final = (Article("Pasal 3", "Biro Humas dan Protokol mempunyai tugas kehumasan."),)
BASE: Final = (
    "Peraturan Gubernur Nomor CONTOH-001 Tahun 2022 tentang Susunan Organisasi, Uraian Tugas dan Fungsi"
    " Sekretariat Daerah Provinsi Contoh"
)
GAZETTE: Final = "(Berita Daerah Provinsi Contoh Tahun 2022 Nomor CONTOH-001)"


def rules() -> Drafting:
    return load_drafting(letter_templates())


def drafted(case: Case) -> tuple[str, ...]:
    return texts_of(amending_document(case, rules()))


def earlier(number: int) -> tuple[Case, ...]:
    """Return cases whose regulation was amended none to so many times."""
    held = [
        an_instrument(
            "pergub", f"CONTOH-10{place}", f"Perubahan {place}", year=2022 + place, key=7_200 + place
        )
        for place in range(number)
    ]
    return tuple(replace(a_case(NEW), amendments=tuple(held[:count])) for count in range(number + 1))


def test_one_single_change_stands_without_number_in_the_opening_sentence() -> None:
    lines = drafted(a_case(NEW, articles=ONE))

    at = lines.index("Pasal I")
    assert lines[at + 1 : at + 4] == (
        f"Ketentuan Pasal 3 dalam {BASE} {GAZETTE} diubah sehingga berbunyi sebagai berikut:",
        "Pasal 3",
        "Biro Adpim mempunyai tugas kehumasan.",
    )


def test_several_changes_are_numbered_under_one_opening_sentence() -> None:
    lines = drafted(a_case(NEW))

    assert f"Beberapa ketentuan dalam {BASE} {GAZETTE} diubah sebagai berikut:" in lines
    assert "1. Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:" in lines
    assert lines[lines.index("Pasal II") - 1].startswith("3. Ketentuan Lampiran diubah sehingga menjadi")


def test_the_title_counts_the_amendments_before_it_and_pasal_one_names_them() -> None:
    first, second, third = (drafted(case) for case in earlier(2))

    assert f"PERUBAHAN ATAS {BASE.upper()}" in first
    assert f"PERUBAHAN KEDUA ATAS {BASE.upper()}" in second
    assert any("sebagaimana telah diubah dengan Peraturan Gubernur Nomor CONTOH-100" in one for one in second)
    assert f"PERUBAHAN KETIGA ATAS {BASE.upper()}" in third
    at = third.index("Pasal I")
    assert third[at + 1].endswith("yang telah beberapa kali diubah dengan:")
    assert third[at + 2].startswith("a. Peraturan Gubernur Nomor CONTOH-100 Tahun 2022")
    assert third[at + 4] == "diubah sebagai berikut:"
    assert ordinal(0) == ""
    assert "[belum diisi" in ordinal(99)


def test_mengingat_follows_rank_and_year_and_shows_what_is_missing() -> None:
    held = (
        an_instrument("perda", "CONTOH-14", "Perangkat Daerah", year=2016, key=7_301),
        an_instrument("uu", "CONTOH-9", "Provinsi Contoh", year=2023, key=7_302, gazette=None),
        an_instrument("uu", "CONTOH-23", "Pemerintahan Daerah", year=2014, key=7_303),
        an_instrument("kepgub", "CONTOH-77", "Bukan dasar", year=2020, key=7_304),
    )
    case = a_case(NEW)

    lines = drafted(replace(case, instruments=(*case.instruments, *held)))

    at = next(place for place, line in enumerate(lines) if line.startswith("Mengingat"))
    bases = lines[at : lines.index("MEMUTUSKAN:")]
    assert [line.split(" Nomor ")[0].split(" (")[0] for line in bases] == [
        "Mengingat : 1. Pasal 18 ayat",
        "2. Undang-Undang",
        "3. Undang-Undang",
        "4. [belum diisi: peraturan pemerintah tentang perangkat daerah];",
        "5. [belum diisi: peraturan menteri tentang pedoman nomenklatur sekretariat daerah];",
        "6. Peraturan Daerah",
        "7. Peraturan Gubernur",
    ]
    assert "CONTOH-23 Tahun 2014" in bases[1]
    assert "Tahun 2023 Nomor [belum diisi: nomor]" in bases[2]


def test_an_instrument_is_cited_as_it_was_amended_and_the_amender_not_by_itself() -> None:
    rule = an_instrument("pp", "CONTOH-18", "Perangkat", year=2016, key=7_401)
    later = an_instrument("pp", "CONTOH-72", "Perubahan Perangkat", year=2019, key=7_402)
    case = a_case(NEW)

    lines = drafted(
        replace(case, instruments=(*case.instruments, rule, later), amending=frozenset({(later.id, rule.id)}))
    )

    told = [line for line in lines if "Peraturan Pemerintah" in line]
    assert len(told) == 1
    assert "sebagaimana telah diubah dengan Peraturan Pemerintah Nomor CONTOH-72 Tahun 2019" in told[0]


def test_the_ministers_approval_is_named_once_its_letter_is_recorded() -> None:
    case = a_case(NEW)
    said = (
        "memperoleh persetujuan Menteri Dalam Negeri melalui surat Nomor CONTOH-100 tanggal 5 Oktober 2026;"
    )

    assert not any("persetujuan Menteri" in line for line in drafted(case))
    assert not any(
        "persetujuan Menteri" in line for line in drafted(answered(case, Action.ANSWER_ASKS_COMPLETION))
    )
    lines = drafted(answered(case))
    assert any(line.endswith(said) for line in lines)
    assert any("dalam huruf a, huruf b, dan huruf c, perlu menetapkan" in line for line in lines)


def test_every_name_given_up_is_read_as_the_one_that_follows_it() -> None:
    case = a_case(
        NEW,
        RenameUnit(UMUM, "Biro Rumah Tangga"),
        AbolishUnit(PROTOKOL, HUMAS, Below.TO_PARENT, Fate.ENDED, Fate.TO_HEIR),
    )

    lines = drafted(case)

    read_as = [line for line in lines if "dimaknai sebagai" in line]
    assert [line.split(" dalam ")[0] for line in read_as] == [
        "b. penyebutan Biro Humas dan Protokol",
        "c. penyebutan Biro Umum",
        "d. penyebutan Bagian Protokol",
    ]
    assert "dimaknai sebagai Biro Adpim sepanjang" in read_as[2]
    assert read_as[1].endswith("; dan")
    assert read_as[2].endswith(".")


def test_the_day_of_effect_is_a_gap_until_it_is_known() -> None:
    case = a_case(NEW)

    assert "2. Peraturan Gubernur ini mulai berlaku pada tanggal 1 Januari 2027." in drafted(case)
    unknown = drafted(replace(case, effective_on=None))
    assert (
        "2. Peraturan Gubernur ini mulai berlaku pada tanggal [belum diisi: tanggal mulai berlaku]."
        in unknown
    )


def test_signers_stand_without_degrees_and_an_unknown_one_is_a_gap() -> None:
    lines = drafted(a_case(NEW))

    assert "CONTOH SATU" in lines
    assert "CONTOH DUA" in lines
    assert drafted(replace(a_case(NEW), secretary=None)).count("[belum diisi: nama tanpa gelar]") == 1
    assert bare_name("Prof. Dr. H. Contoh Tiga, S.E., M.M.") == "Contoh Tiga"
    assert bare_name("Hadi Contoh") == "Hadi Contoh"


def test_a_replacing_regulation_revokes_the_one_in_force_and_bears_its_title() -> None:
    lines = texts_of(replacing_document(a_case(NEW), rules()))

    assert BASE.removeprefix("Peraturan Gubernur Nomor CONTOH-001 Tahun 2022 tentang ").upper() in lines
    assert f"c. {BASE} {GAZETTE} dicabut dan dinyatakan tidak berlaku." in lines
    assert "Pasal 9" in lines
    assert "Pasal I" not in lines


def test_every_rule_has_a_source_and_none_claims_to_be_verified() -> None:
    sources = (letter_templates().parent / "docs" / "sources.md").read_text()

    held = rules().rules.values()
    assert all(f"**{rule.source}**" in sources for rule in held)
    assert not any(rule.is_verified for rule in held)


def test_gaps_stay_gaps_in_capitals_and_in_a_line() -> None:
    assert upper("judul [belum diisi: nomor] baru") == "JUDUL [belum diisi: nomor] BARU"
    assert [run.mark for run in runs_of("a [belum diisi: b] c")] == [Mark.PLAIN, Mark.GAP, Mark.PLAIN]


def test_the_draft_is_in_portrait_and_its_day_is_nobodys_guess() -> None:
    case = replace(a_case(NEW), effective_on=date(2027, 3, 1))
    draft: Document = amending_document(case, rules())

    assert not draft.is_landscape
    heads = [words_of(one.runs) for one in draft.blocks if isinstance(one, Line) and one.style is Style.TITLE]
    assert heads[:1] == ["GUBERNUR CONTOH"]
    assert heads[3:5] == ["NOMOR ... TAHUN ...", "TENTANG"]
