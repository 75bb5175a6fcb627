"""Notes on a study's sections as pages show them: linked, asked for, counted, and answered."""

import html
import re

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.study.outline import OUTLINES
from orgflow.domain.study.sections import StudyForm
from orgflow.domain.values import ProposalId
from tests.factories.roads import a_proposal_in, take
from tests.web.desk_office import DeskOffice, main_of, words_of

R = Role
PLACE = "kajian?di=permasalahan"
ASKED = "Sebutkan datanya."


def links_in(shown: str) -> list[str]:
    return [html.unescape(url) for url in re.findall(r'class="of-note-link[^"]*" href="([^"]+)"', shown)]


def asked(desks: DeskOffice) -> tuple[ProposalId, str]:
    proposal_id = a_proposal_in(desks.office, ProposalState.ORG_REVIEW)
    path = f"/usulan/{proposal_id}/catatan/{PLACE}"
    answer = desks.reader(R.ORGANISATION_REVIEWER).send(path, kind="question", text=ASKED, quote="")
    assert answer.status_code == 303, words_of(answer)
    return proposal_id, str(answer.location)


def test_every_section_has_a_link_to_its_notes_on_the_list_and_on_its_page(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, ProposalState.ORG_REVIEW)
    reviewer, study = desks.reader(R.ORGANISATION_REVIEWER), f"/usulan/{proposal_id}/kajian"

    listed = links_in(main_of(reviewer.open(study)))
    (own,) = links_in(main_of(reviewer.open(f"{study}/permasalahan")))

    assert len(listed) == len(OUTLINES[StudyForm.STUDY])
    assert own in listed
    assert own.endswith(f"/catatan/{PLACE}")
    assert links_in(main_of(desks.reader(R.AUDITOR).open(study))) == []


def test_the_form_names_the_section_and_leads_to_it_also_while_it_is_empty(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, ProposalState.ORG_REVIEW)
    reviewer, notes = desks.reader(R.ORGANISATION_REVIEWER), f"/usulan/{proposal_id}/catatan/kajian"

    for key, title in (("permasalahan", "E. Permasalahan"), ("latar_belakang", "A. Latar Belakang")):
        shown = main_of(reviewer.open(f"{notes}?di={key}"))
        assert f"Catatan: Kajian: {title}" in shown
        assert f'href="/usulan/{proposal_id}/kajian/{key}">Lihat di tempatnya' in shown
        assert 'id="catatan-baru"' in shown
    for key in ("bukan", "ts_analisis"):
        assert reviewer.open(f"{notes}?di={key}").status_code == 404


def test_a_note_on_a_section_is_counted_listed_and_answered_by_who_writes_the_study(
    desks: DeskOffice,
) -> None:
    proposal_id, place = asked(desks)
    drafter, study = desks.reader(R.DRAFTER), f"/usulan/{proposal_id}/kajian"
    take(desks.office, proposal_id, Action.RETURN, R.ORGANISATION_REVIEWER, reason="Lihat catatan.")
    for path in (study, f"{study}/permasalahan"):
        shown = main_of(drafter.open(path))
        assert shown.count("Catatan (1)") == shown.count("of-note-link is-waiting") == 1
    listed = main_of(drafter.open(f"/usulan/{proposal_id}/catatan"))
    assert f'href="/usulan/{proposal_id}/catatan/{PLACE}">Kajian: E. Permasalahan</a>' in listed
    assert f'href="{study}/permasalahan">Lihat di tempatnya' in listed
    assert ASKED in drafter.read(place)

    found = re.search(r'action="([^"]+/balas)"', listed)
    assert found is not None
    drafter.send(f"{study}/permasalahan", **{"bagian-permasalahan": "Tiga masalah.", "seen_revision": 0})
    answer = drafter.send(found[1], act="answer", text="Sudah.", seen_revision=1)

    assert answer.status_code == 303
    told = drafter.read(f"/usulan/{proposal_id}/catatan?keadaan=dijawab")
    assert "Bunyinya sudah berubah sejak catatan ditulis." in told
    assert "Sekarang: Tiga masalah." in told
    history = drafter.read(f"/usulan/{proposal_id}/riwayat")
    assert "Menulis catatan yang harus dijawab pada bagian kajian E. Permasalahan" in history
