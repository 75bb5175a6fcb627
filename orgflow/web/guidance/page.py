"""The guide's steps as its page prints them."""

from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.access.roles import Actor
from orgflow.domain.guidance.guide import GuideKey, GuideState, GuideStep, guide_steps, next_step
from orgflow.services.guide import Guide
from orgflow.services.overview import ProposalCard
from orgflow.web.proposals.header import title_of_changes
from orgflow.web.proposals.lacks import lack_words
from orgflow.web.proposals.words import where_it_is

K = GuideKey
_TITLES: Final[dict[GuideKey, LazyString]] = {
    K.STRUCTURE: lazy_gettext("Catat susunan organisasi"),
    K.FORMAT: lazy_gettext("Isi format naskah dan pejabat penanda tangan"),
    K.RULES: lazy_gettext("Periksa aturan susunan"),
    K.PROPOSAL: lazy_gettext("Buat usulan"),
    K.STUDY: lazy_gettext("Tulis kajian atau telaahan staf"),
    K.COMPLETENESS: lazy_gettext("Penuhi Kelengkapan"),
    K.SUBMISSION: lazy_gettext("Ajukan usulan"),
}
_SENTENCES: Final[dict[GuideKey, LazyString]] = {
    K.STRUCTURE: lazy_gettext("Unit kerja yang ada sekarang, dengan nama, atasan, dan kepalanya."),
    K.FORMAT: lazy_gettext(
        "Alamat pada kop, nama Gubernur, dan Pergub Sekretariat Daerah yang berlaku; tercetak pada surat."
    ),
    K.RULES: lazy_gettext("Batas jumlah unit, eselon, dan nama menurut pedoman Kementerian sudah terisi."),
    K.PROPOSAL: lazy_gettext(
        "Jawab lima pertanyaan: unit mana, nama barunya, mengapa, sejak kapan, data per kapan."
    ),
    K.STUDY: lazy_gettext("Bagian yang dapat disusun dari data sudah terisi; tulis alasan dan analisisnya."),
    K.COMPLETENESS: lazy_gettext(
        "Matriks, bagan, dan surat disusun sendiri dari usulan; lengkapi selebihnya."
    ),
    K.SUBMISSION: lazy_gettext(
        "Sesudah diajukan, usulan ditelaah, diparaf, dan ditandatangani sebelum dikirim."
    ),
}
_BUTTONS: Final[dict[GuideKey, LazyString]] = {
    K.STRUCTURE: lazy_gettext("Buka Struktur"),
    K.FORMAT: lazy_gettext("Buka pengaturan naskah"),
    K.RULES: lazy_gettext("Buka aturan"),
    K.PROPOSAL: lazy_gettext("Mulai usulan baru"),
    K.STUDY: lazy_gettext("Buka kajian"),
    K.COMPLETENESS: lazy_gettext("Buka Kelengkapan"),
    K.SUBMISSION: lazy_gettext("Buka usulan"),
}
_DONE: Final[dict[GuideKey, LazyString]] = {
    K.STRUCTURE: lazy_gettext("Susunan sudah dicatat"),
    K.FORMAT: lazy_gettext("Sudah diisi"),
    K.PROPOSAL: lazy_gettext("Sudah dibuat"),
    K.STUDY: lazy_gettext("Sudah lengkap"),
    K.COMPLETENESS: lazy_gettext("Tidak ada yang kurang"),
    K.SUBMISSION: lazy_gettext("Sudah diajukan"),
}
_OPEN: Final[dict[GuideKey, LazyString]] = {
    K.STRUCTURE: lazy_gettext("Belum ada unit yang dicatat"),
    K.PROPOSAL: lazy_gettext("Belum ada usulan"),
    K.STUDY: lazy_gettext("Belum lengkap"),
    K.SUBMISSION: lazy_gettext("Siap diajukan"),
}
_KEEPERS: Final = lazy_gettext("Dikerjakan Tata Usaha atau administrator.")
_DRAFTERS: Final = lazy_gettext("Dikerjakan penyusun atau kepala biro.")
_OFFICE: Final = frozenset({K.STRUCTURE, K.FORMAT, K.RULES})
_SEEN_BY_ALL: Final = frozenset({K.STRUCTURE, K.COMPLETENESS, K.SUBMISSION, K.STUDY})
"""Steps whose page opens also for whoever does not take them."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step in words; ``url`` None leads nowhere for this reader, ``by`` says who takes it."""

    title: str
    sentence: str
    state: str
    symbol: str
    words: str
    by: str
    url: str | None
    label: str
    is_next: bool


@dataclass(frozen=True, slots=True)
class GuideView:
    """The guide; ``proposal`` is the one that its later steps are about, ``waiting`` why none is next."""

    steps: tuple[StepLine, ...]
    done: int
    proposal: str
    proposal_url: str | None
    waiting: str


def guide_view(guide: Guide, reader: Actor) -> GuideView:
    """Return the guide as it stands today for its reader."""
    steps = guide_steps(guide.done, reader.permissions)
    following = next_step(steps)
    card = guide.card
    return GuideView(
        tuple(_line(step, guide, is_next=step is following) for step in steps),
        sum(1 for step in steps if step.state is GuideState.DONE),
        title_of_changes(card.unit, card.changes).line if card is not None else "",
        url_for("proposals.show", proposal_id=card.id) if card is not None else None,
        _waiting(steps, guide) if following is None else "",
    )


def _line(step: GuideStep, guide: Guide, *, is_next: bool) -> StepLine:
    state, symbol = _state(step, guide, is_next=is_next)
    is_open = step.state is not GuideState.LATER and (step.is_own or step.key in _SEEN_BY_ALL)
    by = _KEEPERS if step.key in _OFFICE else _DRAFTERS
    return StepLine(
        str(_TITLES[step.key]),
        str(_SENTENCES[step.key]),
        state,
        symbol,
        _words(step, guide),
        "" if step.is_own or step.state is GuideState.DONE else str(by),
        _url(step, guide) if is_open else None,
        gettext("Buka usulan") if _is_begun(step) else str(_BUTTONS[step.key]),
        is_next,
    )


def _is_begun(step: GuideStep) -> bool:
    return step.key is K.PROPOSAL and step.state is GuideState.DONE


def _state(step: GuideStep, guide: Guide, *, is_next: bool) -> tuple[str, str]:
    if step.key is K.RULES and guide.unverified_rules:
        return "yours", "warn"
    if step.state is GuideState.DONE:
        return "ok", ""
    return ("yours", "") if is_next else ("rest", "")


def _words(step: GuideStep, guide: Guide) -> str:
    """Return how a step stands today, in words."""
    if step.state is GuideState.LATER:
        return gettext("Menyusul sesudah langkah sebelumnya")
    if step.key is K.RULES:
        return _ruled(guide)
    if step.state is GuideState.DONE:
        return str(_DONE[step.key])
    if step.key is K.FORMAT:
        return gettext("Belum diisi: %(what)s", what=_unset(guide))
    if step.key is K.COMPLETENESS:
        return lack_words(guide.missing)
    return str(_OPEN[step.key])


def _unset(guide: Guide) -> str:
    told = (
        (guide.has_contact, gettext("alamat pada kop")),
        (guide.has_governor, gettext("nama Gubernur")),
        (guide.has_regulation, gettext("Pergub Sekretariat Daerah")),
    )
    return ", ".join(words for is_set, words in told if not is_set)


def _ruled(guide: Guide) -> str:
    if not guide.rules:
        return gettext("Belum ada aturan")
    if not guide.unverified_rules:
        return gettext("%(count)s aturan, semua sudah diverifikasi", count=guide.rules)
    return gettext(
        "%(count)s aturan, %(unsure)s belum diverifikasi", count=guide.rules, unsure=guide.unverified_rules
    )


def _url(step: GuideStep, guide: Guide) -> str:
    if step.key is K.STRUCTURE:
        return url_for("organisation.show")
    if step.key is K.FORMAT:
        return url_for("settings.show" if guide.has_contact else "letter_format.show")
    if step.key is K.RULES:
        return url_for("rules.index")
    if guide.card is None:
        return url_for("proposals.new_form")
    endpoint = "study.index" if step.key is K.STUDY else "proposals.show"
    return url_for(endpoint, proposal_id=guide.card.id)


def _waiting(steps: tuple[GuideStep, ...], guide: Guide) -> str:
    """Return a sentence on why nothing is left for the reader: somebody else's turn, or it is handed in."""
    card = guide.card
    if card is not None and GuideKey.SUBMISSION in guide.done:
        return gettext("Usulan sudah diajukan: %(where)s.", where=_where(card))
    first = next((step for step in steps if step.state is GuideState.READY), None)
    if first is None:
        return ""
    by = _KEEPERS if first.key in _OFFICE else _DRAFTERS
    return gettext("Langkah berikutnya: %(step)s. %(by)s", step=_TITLES[first.key], by=by)


def _where(card: ProposalCard) -> str:
    return where_it_is(card.standing, card.last_step, card.unit)
