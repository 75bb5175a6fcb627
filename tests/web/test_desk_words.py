"""Sentences and words that readers met and could not use."""

from orgflow.domain.access.roles import Role
from orgflow.domain.calendar import YearOutOfRange
from orgflow.domain.proposals.completeness import ProposalIncomplete
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.web.messages import sentence
from orgflow.web.proposals.summary import Fact
from tests.factories.roads import a_draft, a_proposal_in, take
from tests.web.desk_office import SEAT, DeskOffice, words_of


def test_what_is_lacking_is_named_in_words() -> None:
    missing = ("Rancangan Peraturan Gubernur", "signer_name", "unit_letter_code")

    told = sentence(ProposalIncomplete(missing=missing))

    assert told.endswith("Rancangan Peraturan Gubernur, nama Gubernur, kode unit pengolah.")


def test_a_year_far_away_is_told_with_its_bounds() -> None:
    refused = YearOutOfRange(field="effective_on", text="31 Desember 9999", earliest=1945, latest=2199)

    assert sentence(refused) == "31 Desember 9999 di luar jangkauan. Tulis tahun antara 1945 dan 2199."


def test_two_texts_do_not_blame_somebody_else(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)
    head = desks.reader(Role.BUREAU_HEAD)

    answer = head.send(f"/usulan/{proposal_id}/ubah", seen_revision=1, considerations="alasan lain")

    assert answer.status_code == 409
    assert "Diubah setelah halaman ini Anda buka" in words_of(answer)
    assert "orang lain" not in words_of(answer).lower()


def test_an_account_without_a_unit_is_called_the_same_everywhere(desks: DeskOffice) -> None:
    shown = desks.reader(Role.SYSTEM_ADMINISTRATOR).read("/pengguna")

    assert "Tidak terikat unit" in shown
    assert "Semua unit" not in shown


def test_the_second_voice_of_a_fact_stands_on_its_own_line(desks: DeskOffice) -> None:
    facts = [Fact("Kepala", None, note="terakhir tercatat Contoh Satu")]
    with desks.app.test_request_context(headers={SEAT: str(Role.AUDITOR)}):
        page = desks.app.jinja_env.from_string(
            "{% from '_macros/facts.html' import fact_list %}{{ fact_list(facts) }}"
        )
        shown = page.render(facts=facts)

    assert '<p class="of-soft">terakhir tercatat Contoh Satu</p>' in shown


def test_how_a_road_ended_has_one_full_stop(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, ProposalState.INITIALLING)
    take(
        desks.office,
        proposal_id,
        Action.REJECT,
        Role.LETTER_ADMINISTRATOR,
        reason="Tidak sesuai pedoman",
        person="Uji Coba, S.E., M.M.",
    )

    shown = desks.reader(Role.BUREAU_HEAD).read(f"/usulan/{proposal_id}")

    assert "oleh Uji Coba, S.E., M.M. Alasan" in shown
