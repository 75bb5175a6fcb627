"""One finished road of Provinsi Contoh: from the first draft to the registry that follows the Pergub."""

from datetime import date
from typing import Final

from orgflow.domain.organisation.instruments import Article
from orgflow.domain.proposals.states import Action
from orgflow.domain.proposals.steps import ReviewOutcome
from orgflow.domain.values import ProposalId, UnitId
from orgflow.files.uploads import CheckedUpload
from orgflow.services.context import Context
from orgflow.services.demo.contoh import ARTICLES as BASE_ARTICLES
from orgflow.services.demo.contoh import ASSISTANT, BASE, BASE_TITLE, BUREAU, GOVERNOR, SECRETARY
from orgflow.services.demo.papers import paper
from orgflow.services.demo.stage import Scene
from orgflow.services.enactment import Commence, Enact, Promulgate, commence, enact, promulgate
from orgflow.services.organisation.instruments import PutArticle, list_instruments, put_article
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.proposals import CreateProposal
from orgflow.services.starting.regulations import EnterArticles, enter_articles

NEW_NAME: Final = "Biro Administrasi Pimpinan"
PERGUB: Final = "CONTOH-002"
PERGUB_TITLE: Final = f"Perubahan atas Peraturan Gubernur Nomor {BASE} Tahun 2022 tentang {BASE_TITLE}"
EFFECTIVE_ON: Final = date(2025, 1, 1)
SECRETARIAT_OFFICE: Final = "contoh.tu"

ARTICLES: Final = (
    Article(
        "Pasal I",
        f"Beberapa ketentuan dalam Peraturan Gubernur Nomor {BASE} Tahun 2022 tentang {BASE_TITLE} diubah"
        " sebagai berikut:\n"
        "1. Ketentuan Pasal 5 diubah sehingga berbunyi: Asisten Administrasi Umum membawahkan Biro"
        f" Organisasi, Biro Umum, dan {NEW_NAME}.\n"
        f"2. Ketentuan Pasal 11 diubah sehingga berbunyi: (1) {NEW_NAME} mempunyai tugas menyiapkan"
        " perumusan kebijakan di bidang hubungan masyarakat dan keprotokolan."
        f" (2) {NEW_NAME} membawahkan Bagian Media dan Bagian Protokol.\n"
        "3. Ketentuan Lampiran diubah sehingga menjadi sebagaimana tercantum dalam Lampiran.",
    ),
    Article("Pasal II", "Peraturan Gubernur ini mulai berlaku pada tanggal 1 Januari 2025."),
)


def walk_finished_road(scene: Scene, unit_id: UnitId) -> ProposalId:
    """Walk the whole road of the bureau's rename, the leaders' steps recorded by TU."""
    proposal_id = _draft(scene, unit_id)
    _review(scene, proposal_id)
    _sign(scene, proposal_id)
    _answer(scene, proposal_id)
    _enact(scene, proposal_id)
    return proposal_id


def _draft(scene: Scene, unit_id: UnitId) -> ProposalId:
    at_work = scene.on(date(2024, 3, 4))
    drafter = "contoh.penyusun.humas"
    proposal_id = at_work.create(
        drafter,
        CreateProposal(
            unit_id,
            NEW_NAME,
            "nomenklatur unit kerja perlu disesuaikan dengan pedoman yang berlaku\n"
            "fungsi hubungan masyarakat dan keprotokolan perlu tetap dilaksanakan secara terpadu",
            "CONTOH: latar belakang karangan untuk peragaan.",
            EFFECTIVE_ON,
            date(2024, 3, 1),
        ),
    )
    at_work.attach(drafter, proposal_id, "KAJIAN", paper("kajian-contoh", "Kajian perubahan nomenklatur"))
    at_work.attach(
        drafter, proposal_id, "RANPERGUB", paper("rancangan-contoh", "Rancangan Peraturan Gubernur")
    )
    scene.on(date(2024, 3, 6)).step(drafter, proposal_id, Action.SUBMIT)
    return proposal_id


def _review(scene: Scene, proposal_id: ProposalId) -> None:
    scene.on(date(2024, 3, 7)).step("contoh.kepala.humas", proposal_id, Action.APPROVE, at="unit")
    comparing = scene.on(date(2024, 3, 14))
    comparing.attach(
        "contoh.organisasi",
        proposal_id,
        "MATRIKS_TUMPANG_TINDIH",
        paper("persandingan-contoh", "Persandingan tugas dan fungsi"),
    )
    comparing.step("contoh.organisasi", proposal_id, Action.APPROVE, at="organisation")
    scene.on(date(2024, 3, 21)).step("contoh.hukum", proposal_id, Action.APPROVE, at="legal")


def _sign(scene: Scene, proposal_id: ProposalId) -> None:
    recorded_by = SECRETARIAT_OFFICE
    scene.on(date(2024, 3, 25)).step(
        recorded_by,
        proposal_id,
        Action.PARAF,
        at="assistant",
        person=ASSISTANT,
        scan=_scan("paraf-asisten", "Lembar paraf Asisten"),
    )
    scene.on(date(2024, 3, 26)).step(
        recorded_by,
        proposal_id,
        Action.PARAF,
        at="secretary",
        person=SECRETARY,
        scan=_scan("paraf-sekda", "Lembar paraf Sekretaris Daerah"),
    )
    scene.on(date(2024, 3, 27)).issue(recorded_by, proposal_id)
    scene.on(date(2024, 3, 28)).step(
        recorded_by,
        proposal_id,
        Action.SIGN,
        at="governor",
        person=GOVERNOR,
        scan=_scan("surat-ditandatangani", "Surat yang sudah ditandatangani"),
    )
    scene.on(date(2024, 4, 1)).step(recorded_by, proposal_id, Action.SEND)


def _answer(scene: Scene, proposal_id: ProposalId) -> None:
    recorded_by = SECRETARIAT_OFFICE
    scene.on(date(2024, 4, 3)).step(recorded_by, proposal_id, Action.RECEIVE)
    scene.on(date(2024, 5, 6)).step(
        recorded_by,
        proposal_id,
        Action.ANSWER_APPROVED,
        document_number="CONTOH-KEMENDAGRI-001",
        scan=_scan("jawaban-kementerian", "Jawaban kementerian: disetujui"),
    )
    scene.on(date(2024, 5, 20)).step(
        "contoh.hukum",
        proposal_id,
        Action.RECORD_HARMONIZATION,
        document_number="CONTOH-HARMONISASI-001",
        outcome=ReviewOutcome.FINISHED,
        scan=_scan("hasil-harmonisasi", "Hasil harmonisasi rancangan Peraturan Gubernur"),
    )
    scene.on(date(2024, 6, 10)).step(
        "contoh.hukum",
        proposal_id,
        Action.RECORD_FACILITATION,
        outcome=ReviewOutcome.FINISHED,
        document_number="CONTOH-FASILITASI-001",
        scan=_scan("hasil-fasilitasi", "Hasil fasilitasi rancangan Peraturan Gubernur"),
    )


def _enact(scene: Scene, proposal_id: ProposalId) -> None:
    signed = scene.on(date(2024, 12, 2))
    clerk = signed.context("contoh.hukum")
    enact(
        clerk,
        Enact(
            proposal_id,
            signed.revision(clerk, proposal_id),
            PERGUB,
            2024,
            PERGUB_TITLE,
            signed.day,
            _scan("pergub-contoh-002", "Peraturan Gubernur Nomor CONTOH-002 Tahun 2024"),
        ),
    )
    regulation = show_proposal(clerk, proposal_id).regulation
    if regulation is not None:
        enter_articles(clerk, EnterArticles(regulation.id, ARTICLES))
    gazetted = scene.on(date(2024, 12, 4))
    clerk = gazetted.context("contoh.hukum")
    promulgate(
        clerk,
        Promulgate(proposal_id, gazetted.revision(clerk, proposal_id), PERGUB, gazetted.day, EFFECTIVE_ON),
    )
    opened = scene.on(date(2025, 1, 2))
    clerk = opened.context(SECRETARIAT_OFFICE)
    commence(clerk, Commence(proposal_id, opened.revision(clerk, proposal_id)))
    _write_present_text(clerk)


def _write_present_text(clerk: Context) -> None:
    """Let the amended regulation's articles read as they do since its amendment."""
    base = next(held for held in list_instruments(clerk).held if held.number == BASE)
    for article in BASE_ARTICLES:
        present = article.text.replace(BUREAU, NEW_NAME)
        if present != article.text:
            put_article(clerk, PutArticle(base.id, article.number, present))


def _scan(name: str, line: str) -> CheckedUpload:
    return paper(f"{name}-contoh", line, f"Menggantikan hasil pindai pada peragaan {BUREAU}")
