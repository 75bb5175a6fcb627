"""The pages of notes: linked from each place, written, refused, answered, filtered, given back."""

import html
import re
from typing import Final
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import (
    AbolishUnit,
    CreatePost,
    CreateUnit,
    Fate,
    NewUnit,
    Operation,
    Point,
    ReviseFunctions,
)
from orgflow.domain.organisation.organisation import Post
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import FunctionId, PostId, ProposalId, UnitId
from orgflow.services.changes import ChangeOperations, change_operations
from tests.factories.governments import HUMAS
from tests.factories.roads import a_draft, a_proposal_in, letter_of, page, take
from tests.web.desk_office import DeskOffice, Reader, main_of, words_of

NEW_UNIT: Final = UnitId(UUID(int=71))
R = Role
REASONS = "bagian?di=considerations"
ASKED = "Sebutkan datanya."


@pytest.fixture
def proposal_id(desks: DeskOffice) -> ProposalId:
    return a_proposal_in(desks.office, ProposalState.ORG_REVIEW)


def ask(desks: DeskOffice, proposal_id: ProposalId, **typed: object) -> str:
    reviewer = desks.reader(R.ORGANISATION_REVIEWER)
    fields = {"kind": "question", "text": ASKED, "quote": "alasan kedua", **typed}
    answer = reviewer.send(f"/usulan/{proposal_id}/catatan/{REASONS}", **fields)
    assert answer.status_code == 303, words_of(answer)
    return str(answer.location)


def reply_path(reader: Reader, proposal_id: ProposalId) -> str:
    found = re.search(r'action="([^"]+/balas)"', main_of(reader.open(f"/usulan/{proposal_id}/catatan")))
    assert found is not None
    return found[1]


def reorganise(desks: DeskOffice, proposal_id: ProposalId) -> None:
    """Add one operation for every kind of row that the tables have."""
    units = desks.office.units
    point = Point(FunctionId(UUID(int=72)), FunctionKind.FUNCTION, 1, "penyusunan rencana")
    operations: tuple[Operation, ...] = (
        CreateUnit(NewUnit(NEW_UNIT, "bagian", "Bagian Rencana", units[HUMAS], 1)),
        ReviseFunctions(NEW_UNIT, added=(point,)),
        CreatePost(Post(PostId(UUID(int=73)), NEW_UNIT, PostRole.HEAD, None, "III.a")),
        AbolishUnit(units["Bagian Media"], units[HUMAS], posts=Fate.ENDED, functions=Fate.ENDED),
    )
    for operation in operations:
        seen = page(desks.office, proposal_id).revision
        change_operations(desks.office.context(R.BUREAU_HEAD), ChangeOperations(proposal_id, seen, operation))


def test_each_place_has_a_link_that_leads_to_its_notes(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)
    reorganise(desks, proposal_id)
    drafter = desks.reader(R.DRAFTER)
    letter = letter_of(desks.office, proposal_id)
    pages = {
        f"/usulan/{proposal_id}": 1,
        f"/usulan/{proposal_id}/materi": 5 + 5,
        f"/usulan/{proposal_id}/dokumen": 3,
        f"/surat/{letter.id}/tulis": 3,
    }

    for path, least in pages.items():
        links = re.findall(r'class="of-note-link[^"]*" href="([^"]+)"', main_of(drafter.open(path)))
        assert len(links) >= least, path
        assert {drafter.open(html.unescape(link)).status_code for link in links} == {200}, path


def test_a_note_is_written_counted_given_back_and_answered(
    desks: DeskOffice, proposal_id: ProposalId
) -> None:
    reviewer, drafter = desks.reader(R.ORGANISATION_REVIEWER), desks.reader(R.DRAFTER)
    place = ask(desks, proposal_id)
    assert ASKED in reviewer.read(place)
    assert "Catatan (1)" in reviewer.read(f"/usulan/{proposal_id}")
    returning = reviewer.read(f"/usulan/{proposal_id}/kembalikan")
    assert "1 catatan ini harus dijawab sebelum usulan diajukan lagi" in returning
    take(desks.office, proposal_id, Action.RETURN, R.ORGANISATION_REVIEWER, reason="Lihat catatan.")

    assert "1 catatan belum dijawab" in drafter.read(f"/usulan/{proposal_id}")
    assert "1 catatan belum dijawab" in drafter.read(f"/usulan/{proposal_id}/ajukan")
    assert ASKED in drafter.read(f"/usulan/{proposal_id}/catatan?keadaan=terbuka")
    answer = drafter.send(reply_path(drafter, proposal_id), act="answer", text="Sudah.", seen_revision=1)

    assert answer.status_code == 303
    assert "Sudah." in drafter.read(f"/usulan/{proposal_id}/catatan?keadaan=dijawab")
    assert "belum dijawab" not in drafter.read(f"/usulan/{proposal_id}")
    told = drafter.read(f"/usulan/{proposal_id}/riwayat")
    assert "Menulis catatan yang harus dijawab pada bagian usulan" in told
    assert f"Menjawab catatan “{ASKED}”: Sudah." in told


def test_what_is_refused_stands_beside_its_field_and_what_was_typed_stays(
    desks: DeskOffice, proposal_id: ProposalId
) -> None:
    reviewer, drafter = desks.reader(R.ORGANISATION_REVIEWER), desks.reader(R.DRAFTER)
    path = f"/usulan/{proposal_id}/catatan/{REASONS}"

    no_kind = reviewer.send(path, text=ASKED, quote="")
    no_words = reviewer.send(path, kind="question", text=ASKED, quote="bukan dari sini")
    ask(desks, proposal_id)
    empty = drafter.send(reply_path(drafter, proposal_id), act="answer", text=" ", seen_revision=1)
    late = drafter.send(reply_path(drafter, proposal_id), act="answer", text="Terlambat.", seen_revision=0)

    assert no_kind.status_code == no_words.status_code == empty.status_code == 422
    assert "Jenis catatan belum dipilih" in words_of(no_kind)
    assert 'id="quote-error"' in main_of(no_words)
    assert ASKED in words_of(no_words)
    assert late.status_code == 409
    assert "Orang lain baru saja menulis" in words_of(late)
    assert "Terlambat." in main_of(late)


def test_who_may_not_is_refused_and_what_is_not_there_is_not_found(
    desks: DeskOffice, proposal_id: ProposalId
) -> None:
    head = desks.reader(R.BUREAU_HEAD)
    path = f"/usulan/{proposal_id}/catatan"
    ask(desks, proposal_id)

    assert desks.reader(R.LEGAL_REVIEWER).send(f"{path}/{REASONS}", text=ASKED).status_code == 403
    assert desks.reader(R.AUDITOR).send(f"{path}/{REASONS}", text=ASKED).status_code == 403
    assert (
        head.send(f"{path}/{UUID(int=1)}/balas", act="answer", text="x", seen_revision=1).status_code == 404
    )
    assert head.send(reply_path(head, proposal_id), act="lain", text="x", seen_revision=1).status_code == 400
    assert head.send(reply_path(head, proposal_id), act="resolve", seen_revision=1).status_code == 403
    assert head.open(f"{path}/bukan").status_code == 404
    assert head.open(f"{path}/perubahan?di=bukan").status_code == 404


def test_words_that_are_gone_are_kept_and_said_to_be(desks: DeskOffice, proposal_id: ProposalId) -> None:
    ask(desks, proposal_id)
    take(desks.office, proposal_id, Action.RETURN, R.ORGANISATION_REVIEWER, reason="Lihat catatan.")
    drafter = desks.reader(R.DRAFTER)
    seen = page(desks.office, proposal_id).revision

    drafter.send(f"/usulan/{proposal_id}/ubah", considerations="Sama sekali lain.", seen_revision=seen)

    shown = drafter.read(f"/usulan/{proposal_id}/catatan")
    assert "Tempatnya sudah berubah" in shown
    assert "alasan kedua" in shown
    assert "Catatan (1)" not in drafter.read(f"/usulan/{proposal_id}")


def test_whoever_is_chosen_is_named_in_the_note_and_led_to_it(
    desks: DeskOffice, proposal_id: ProposalId
) -> None:
    reviewer, head = desks.reader(R.ORGANISATION_REVIEWER), desks.reader(R.BUREAU_HEAD)
    path = f"/usulan/{proposal_id}/catatan/{REASONS}"
    chosen = re.search(r'<option value="([^"]*bureau_head)">', main_of(reviewer.open(path)))
    assert chosen is not None

    ask(desks, proposal_id, named=chosen[1])
    refused = reviewer.send(path, kind="comment", text="@tidak.ada tolong", idempotency_key="another-key")

    assert f'<b class="of-named">@{chosen[1]}</b> {ASKED}' in main_of(
        head.open(f"/usulan/{proposal_id}/catatan")
    )
    told = main_of(head.open("/pemberitahuan"))
    assert "menyebut Anda dalam catatan pada usulan" in told
    assert refused.status_code == 422
    assert "@tidak.ada tidak dapat disebut" in words_of(refused)
