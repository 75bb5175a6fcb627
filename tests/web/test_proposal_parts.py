"""The parts of a proposal: documents, the ministry's thread, the matriks, what is missing."""

import re
from datetime import date
from pathlib import Path

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import AbolishUnit, Fate
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.services.changes import ChangeOperations, change_operations
from orgflow.web.changes.segments import Segment, marked
from tests.factories.governments import HUMAS, a_government
from tests.factories.roads import (
    ASSISTANT,
    LEGAL,
    ORGANISATION,
    SECRETARY,
    a_bare_draft,
    a_draft,
    a_proposal_in,
    freeze,
    go,
    revision,
)
from tests.web.desk_office import DeskOffice, a_desk_office, main_of

A, R, S = Action, Role, ProposalState


def test_what_orgflow_makes_is_not_said_to_follow_once_it_is_frozen(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)
    head, path = desks.reader(R.BUREAU_HEAD), f"/usulan/{proposal_id}/dokumen"
    assert head.read(path).count("Selalu mengikuti isi usulan.") == 3

    for action in (A.FORWARD, ORGANISATION, LEGAL):
        go(desks.office, proposal_id, action)
    assert head.read(path).count("Mengikuti isi usulan, yang beku sejak diajukan.") == 3
    for action in (ASSISTANT, SECRETARY):
        go(desks.office, proposal_id, action)
    freeze(desks.office, proposal_id)

    assert head.read(path).count("Beku sejak surat diterbitkan.") == 1
    assert "Selalu mengikuti" not in head.read(path)


def test_a_missing_document_is_the_one_button_of_dokumen(desks: DeskOffice) -> None:
    proposal_id = a_bare_draft(desks.office)

    shown = main_of(desks.reader(R.BUREAU_HEAD).open(f"/usulan/{proposal_id}/dokumen"))

    assert shown.count("btn-primary") == 1
    assert f'btn-primary" href="/usulan/{proposal_id}/dokumen/KAJIAN"' in shown
    assert "btn-primary" not in main_of(desks.reader(R.AUDITOR).open(f"/usulan/{proposal_id}/dokumen"))


def test_materi_puts_the_blank_in_its_sentence_first(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)

    shown = main_of(desks.reader(R.BUREAU_HEAD).open(f"/usulan/{proposal_id}/materi"))

    assert shown.count("btn-primary") == 1
    assert f'btn-primary" href="/usulan/{proposal_id}/ubah#effective_on"' in shown


def test_the_thread_counts_the_working_days_and_numbers_no_receipt(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.MINISTRY_REVIEW)
    desks.office.clock.set_to(date(2026, 3, 11))
    clerk, path = desks.reader(R.LETTER_ADMINISTRATOR), f"/usulan/{proposal_id}/tanggapan"

    waiting = clerk.read(path)
    assert "Menunggu jawaban: sudah 7 hari kerja sejak 2 Maret 2026." in waiting
    assert "tanpa hari libur yang tercatat di Pengaturan" in waiting
    assert "Tenggat 30 Maret 2026, 8 hari kerja lagi belum diverifikasi" in waiting
    assert "Tanda terima · 2 Maret 2026" in waiting
    assert "tanpa nomor" not in waiting
    go(desks.office, proposal_id, A.ANSWER_APPROVED)

    answered = clerk.read(path)
    assert "Dijawab sesudah 7 hari kerja" in answered
    assert "Menunggu jawaban" not in answered


def test_no_bar_leads_to_the_choices_that_stand_on_the_page(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.MINISTRY_REVIEW)
    clerk = desks.reader(R.LETTER_ADMINISTRATOR)

    assert "#catat" not in main_of(clerk.open(f"/usulan/{proposal_id}/tanggapan"))
    assert "#catat" in main_of(clerk.open(f"/usulan/{proposal_id}"))


def test_only_a_change_of_names_is_said_to_leave_the_structure_as_it_is(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)
    head, path, units = desks.reader(R.BUREAU_HEAD), f"/usulan/{proposal_id}", desks.office.units
    assert "Hanya nomenklatur yang diubah" in head.read(path)
    ends = AbolishUnit(units["Bagian Media"], units[HUMAS], posts=Fate.ENDED, functions=Fate.ENDED)

    seen = revision(desks.office, proposal_id)
    change_operations(desks.office.context(R.BUREAU_HEAD), ChangeOperations(proposal_id, seen, ends))

    assert "Hanya nomenklatur" not in head.read(path)


def test_a_unit_without_its_code_is_mended_where_it_can_be(sqlite_url: str, tmp_path: Path) -> None:
    with a_desk_office(sqlite_url, tmp_path, a_government(letter_code=None)) as desks:
        proposal_id = a_draft(desks.office)
        shown = main_of(desks.reader(R.LETTER_ADMINISTRATOR).open(f"/usulan/{proposal_id}"))

    assert f'href="/unit/{desks.office.units[HUMAS]}/ralat"' in shown


def test_a_name_of_which_most_words_differ_is_marked_whole(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office, "Biro Administrasi Protokol dan Humas Pimpinan")

    shown = main_of(desks.reader(R.BUREAU_HEAD).open(f"/usulan/{proposal_id}/materi"))

    assert "<ins>Biro Administrasi Protokol dan Humas Pimpinan</ins>" in shown
    assert "<del>Biro Humas</del>" in shown


class Word:
    """A stretch of words as the matriks gives it."""

    def __init__(self, text: str, *, is_changed: bool) -> None:
        self.text, self.is_changed = text, is_changed


def test_the_blank_after_a_changed_word_is_not_marked() -> None:
    before = [
        Word("Biro ", is_changed=False),
        Word("Hukum ", is_changed=True),
        Word("Daerah", is_changed=False),
    ]
    after = [
        Word("Biro ", is_changed=False),
        Word("Umum ", is_changed=True),
        Word("Daerah", is_changed=False),
    ]

    _, new = marked(before, after)

    assert new == (
        Segment("same", "Biro "),
        Segment("ins", "Umum"),
        Segment("same", " "),
        Segment("same", "Daerah"),
    )
    assert marked([], after[1:2]) == ((), (Segment("ins", "Umum "),))


def test_notes_and_meetings_are_parts_and_every_page_of_a_proposal_marks_one(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.PROMULGATED)
    reader = desks.reader(R.LETTER_ADMINISTRATOR)
    marked_at = {"": "Ringkasan", "/pemberlakuan": "Ringkasan", "/catatan": "Catatan", "/rapat": "Rapat"}

    for place, word in marked_at.items():
        tabs = (
            main_of(reader.open(f"/usulan/{proposal_id}{place}"))
            .partition("of-tabs")[2]
            .partition("</nav>")[0]
        )

        assert re.findall(r'aria-current="page">([^<]+)', tabs) == [word], place
        assert f'href="/usulan/{proposal_id}/catatan"' in tabs
        assert f'href="/usulan/{proposal_id}/rapat"' in tabs


def test_the_history_begins_with_the_time_line_and_its_files(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.ORG_REVIEW)
    head, path = desks.reader(R.BUREAU_HEAD), f"/usulan/{proposal_id}/riwayat"

    shown = main_of(head.open(path))

    assert 'aria-label="Garis waktu usulan: Penyusunan 0 hari kerja' in shown
    assert "Telaah Biro Organisasi</th>" in shown
    for form in ("pdf", "docx"):
        assert f'href="{path}/unduh/garis-waktu.{form}"' in shown
        assert head.open(f"{path}/unduh/garis-waktu.{form}").status_code == 200
    assert head.open(f"{path}/unduh/garis-waktu.xlsx").status_code == 404
