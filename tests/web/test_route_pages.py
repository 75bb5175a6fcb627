"""The pages on which a route is arranged, and a proposal is moved to another."""

import re

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.routes import HOUSE_STEPS, KindOfChange, StepKind
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.services.routes import SaveRoute, save_route, show_routes
from tests.factories.roads import ASSISTANT, a_proposal_in, page, revision, take
from tests.web.desk_office import DeskOffice, main_of, words_of

A, R, S = Action, Role, ProposalState
EDIT = "/pengaturan/jalur/nama"


HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
TYPED = re.compile(r'<input class="form-control" type="text"[^>]* name="([^"]+)"[^>]*value="([^"]*)"')
CHECKED = re.compile(r'type="checkbox"[^>]* name="([^"]+)"[^>]* checked')


def fields_of(shown: str) -> dict[str, object]:
    """Return what the form would send as it stands."""
    fields: dict[str, object] = {**dict(HIDDEN.findall(shown)), **dict(TYPED.findall(shown))}
    fields |= dict.fromkeys(CHECKED.findall(shown), "y")
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', shown, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        fields[name] = chosen.group(1) if chosen else re.findall(r'<option value="([^"]*)"', options)[0]
    return fields


def test_the_routes_are_told_step_by_step_with_who_decides_what(desks: DeskOffice) -> None:
    shown = desks.reader(R.SYSTEM_ADMINISTRATOR).read("/pengaturan/jalur")

    assert "Biro Hukum memberi persetujuan, oleh akun yang berperan Penelaah Biro Hukum." in shown
    assert "Gubernur menandatangani, oleh akun yang berperan Kantor Gubernur. TU dapat mencatatnya" in shown
    assert "Keduanya harus selesai sebelum Pergub ditetapkan." in shown


def test_a_step_is_added_and_moved_in_the_form_and_kept_when_saved(desks: DeskOffice) -> None:
    keeper = desks.reader(R.SYSTEM_ADMINISTRATOR)
    fields = fields_of(main_of(keeper.open(EDIT)))

    added = main_of(keeper.send(EDIT, **{**fields, "do": "add"}))
    typed = fields_of(added) | {"steps-6-title": "Kepala Biro Hukum", "steps-6-stage": "initialling"}
    moved = main_of(keeper.send(EDIT, **{**typed, "do": "up-6"}))
    beside = fields_of(moved) | {"steps-5-is_beside": "y", "steps-5-by": "role:review_as_legal", "do": "save"}
    assert len(show_routes(desks.office.as_system()).routes[0].steps) == len(HOUSE_STEPS)
    answer = keeper.send(EDIT, **beside)

    assert answer.status_code == 303
    steps = show_routes(desks.office.as_system()).routes[0].steps
    assert [(step.key, step.position) for step in steps[-3:]] == [
        ("kepala-biro-hukum", 5),
        ("secretary", 5),
        ("governor", 6),
    ]
    assert steps[-3].kind is StepKind.PARAF


def test_a_route_without_a_signature_is_refused_in_a_sentence_and_stays_as_typed(desks: DeskOffice) -> None:
    keeper = desks.reader(R.SYSTEM_ADMINISTRATOR)
    fields = fields_of(main_of(keeper.open(EDIT)))
    without = fields_of(main_of(keeper.send(EDIT, **{**fields, "do": "remove-5"})))

    answer = keeper.send(EDIT, **{**without, "do": "save"})

    assert answer.status_code == 422
    assert "Jalur harus memuat sedikitnya satu tanda tangan." in words_of(answer)
    assert "Langkah 5: Sekretaris Daerah" in words_of(answer)
    assert show_routes(desks.office.as_system()).routes[0].version == 1


def test_a_proposal_is_moved_with_a_reason_by_who_keeps_the_settings(desks: DeskOffice) -> None:
    office = desks.office
    proposal_id = a_proposal_in(office, S.INITIALLING)
    shorter = tuple(step for step in HOUSE_STEPS if step.key != "secretary")
    save_route(office.as_system(), SaveRoute(KindOfChange.RENAME, 1, shorter))
    take(office, proposal_id, ASSISTANT, R.ASSISTANT)
    keeper, path = desks.reader(R.LETTER_ADMINISTRATOR), f"/usulan/{proposal_id}/jalur"

    assert "versi 2: usulan akan menunggu tanda tangan Gubernur" in keeper.read(path)
    chosen = str(show_routes(office.as_system()).routes[0].id)
    seen = revision(office, proposal_id)
    silent = keeper.send(path, seen_revision=seen, route_id=chosen, reason="")
    moved = keeper.send(path, seen_revision=seen, route_id=chosen, reason="Sekda berhalangan.")

    assert (silent.status_code, moved.status_code) == (422, 303)
    assert page(office, proposal_id).state is S.SIGNING
    assert desks.reader(R.BUREAU_HEAD).open(path).status_code == 403


def test_the_present_stage_says_who_has_acted_and_who_is_awaited(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.INITIALLING)
    take(desks.office, proposal_id, ASSISTANT, R.LETTER_ADMINISTRATOR, person="Contoh Tiga, S.E.")

    shown = desks.reader(R.LETTER_ADMINISTRATOR).read(f"/usulan/{proposal_id}")

    assert "Tahap ini: Paraf pimpinan" in shown
    assert re.search(r"Asisten: paraf\W+diparaf oleh Contoh Tiga, S\.E\. pada 2 Maret 2026", shown)
    assert re.search(r"pada 2 Maret 2026\W+dicatat oleh TU", shown)
    assert re.search(r"Sekretaris Daerah: paraf\W+menunggu", shown)
    assert "Catat paraf Sekretaris Daerah" in shown


def test_a_day_before_the_step_before_it_is_asked_for_its_reason(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.SUBMITTED)
    keeper, path = desks.reader(R.LETTER_ADMINISTRATOR), f"/usulan/{proposal_id}/terima-kementerian"
    seen = revision(desks.office, proposal_id)

    asked = keeper.send(path, seen_revision=seen, acted_on="1 Maret 2026")
    told = keeper.send(
        path, seen_revision=seen, acted_on="1 Maret 2026", late_reason="Tanda terima baru datang."
    )

    assert asked.status_code == 422
    assert "mendahului langkah sebelumnya" in words_of(asked)
    assert "Mengapa dicatat tidak menurut urutan?" in words_of(asked)
    assert told.status_code == 303
    assert page(desks.office, proposal_id).steps[-1].late_reason == "Tanda terima baru datang."
