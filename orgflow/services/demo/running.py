"""Roads of Provinsi Contoh that are under way: one sent back, one at Biro Organisasi, one at the ministry."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from orgflow.domain.proposals.states import Action
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.demo.contoh import ASSISTANT, GOVERNOR
from orgflow.services.demo.papers import paper
from orgflow.services.demo.stage import Scene, workday_before
from orgflow.services.demo.workload import enter_invented_work
from orgflow.services.proposals import CreateProposal

WELFARE, ECONOMY, GENERAL = "Biro Kesejahteraan Rakyat", "Biro Perekonomian", "Biro Umum"
_CONSIDERATIONS: Final = (
    "nomenklatur unit kerja perlu mencerminkan tugas dan fungsi yang dilaksanakan\n"
    "perubahan tidak menambah unit kerja, jabatan, maupun anggaran"
)
_BACKGROUND: Final = "CONTOH: latar belakang karangan untuk peragaan."


def walk_running_roads(scene: Scene, today: date, units: Mapping[str, UnitId]) -> None:
    """Bring three proposals as far as each stands, on working days of the weeks before today.

    Args:
        units: the ids of the bureaus by name.
    """
    _wait_at_ministry(scene, today, units[WELFARE])
    _send_back(scene, today, units[GENERAL])
    _wait_for_review(scene, today, units[ECONOMY])


def _wait_at_ministry(scene: Scene, today: date, unit_id: UnitId) -> None:
    head, office = "contoh.kepala.kesra", "contoh.tu"
    proposal_id = _forward(
        scene.on(workday_before(today, 62)), head, unit_id, "Biro Kesejahteraan Rakyat dan Kebudayaan"
    )
    scene.on(workday_before(today, 55)).step(
        "contoh.organisasi", proposal_id, Action.APPROVE, at="organisation"
    )
    scene.on(workday_before(today, 48)).step("contoh.hukum", proposal_id, Action.APPROVE, at="legal")
    scene.on(workday_before(today, 44)).step(
        office,
        proposal_id,
        Action.PARAF,
        at="assistant",
        person=ASSISTANT,
        scan=paper("paraf-asisten-contoh", "Lembar paraf Asisten"),
    )
    scene.on(workday_before(today, 41)).step("contoh.sekda", proposal_id, Action.PARAF, at="secretary")
    scene.on(workday_before(today, 40)).issue(office, proposal_id)
    scene.on(workday_before(today, 38)).step(
        office,
        proposal_id,
        Action.SIGN,
        at="governor",
        person=GOVERNOR,
        scan=paper("surat-ditandatangani-contoh", "Surat yang sudah ditandatangani"),
    )
    scene.on(workday_before(today, 34)).step(office, proposal_id, Action.SEND)
    scene.on(workday_before(today, 30)).step(office, proposal_id, Action.RECEIVE)


def _send_back(scene: Scene, today: date, unit_id: UnitId) -> None:
    proposal_id = _forward(
        scene.on(workday_before(today, 16)), "contoh.kepala.umum", unit_id, "Biro Umum dan Rumah Tangga"
    )
    scene.on(workday_before(today, 9)).step(
        "contoh.organisasi",
        proposal_id,
        Action.RETURN,
        reason="Kajian belum memuat persandingan tugas dengan unit kerja lain; mohon dilengkapi.",
    )
    mending = scene.on(workday_before(today, 8))
    enter_invented_work(mending.context("contoh.kepala.umum"), proposal_id, mending.day)


def _wait_for_review(scene: Scene, today: date, unit_id: UnitId) -> None:
    _forward(
        scene.on(workday_before(today, 4)),
        "contoh.kepala.ekonomi",
        unit_id,
        "Biro Perekonomian dan Investasi",
    )


def _forward(scene: Scene, head: str, unit_id: UnitId, new_name: str) -> ProposalId:
    """Draft a rename with its documents and hand it to Biro Organisasi, all on the scene's day."""
    proposal_id = scene.create(head, CreateProposal(unit_id, new_name, _CONSIDERATIONS, _BACKGROUND))
    scene.attach(head, proposal_id, "KAJIAN", paper("kajian-contoh", "Kajian perubahan nomenklatur"))
    scene.attach(head, proposal_id, "RANPERGUB", paper("rancangan-contoh", "Rancangan Peraturan Gubernur"))
    scene.step(head, proposal_id, Action.FORWARD)
    return proposal_id
