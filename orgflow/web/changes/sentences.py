"""Operations as sentences, and what a reviewer will ask about them, in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask import url_for
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.calendar import format_date
from orgflow.domain.changes.findings import Finding, FindingCode, Weight
from orgflow.domain.changes.operations import Operation
from orgflow.domain.organisation.organisation import Organisation
from orgflow.services.proposal_pages import ProposalPage
from orgflow.services.statements import statement
from orgflow.services.wording import GONE, Clause, Named, New, Plain, Slot
from orgflow.web.organisation.rule_words import needs_perda
from orgflow.web.proposals.lacks import FindingView

F = FindingCode
_SLOT: Final = re.compile(r"%\((\w+)\)s")

_LEADS: Final[dict[FindingCode, LazyString]] = {
    F.DIFFERS_FROM_GUIDELINE: lazy_gettext("Perlu alasan."),
    F.MATCHES_GUIDELINE: lazy_gettext("Cocok."),
    F.NO_NAMESAKE: lazy_gettext("Cocok."),
    F.FACTS_AGED: lazy_gettext("Perlu dimutakhirkan."),
    F.DATE_WITHIN_BUDGET_YEAR: lazy_gettext("Perlu dipertimbangkan."),
    F.NEEDS_PERDA: lazy_gettext("Perlu Perda."),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an operation's sentence: text, a unit (a link), a new name, or a blank."""

    kind: str
    text: str
    url: str | None = None


def operation_pieces(operation: Operation, standing: Organisation, page: ProposalPage) -> tuple[Piece, ...]:
    """Return the sentence of one operation; its units are links, its new names stand out.

    Args:
        standing: the organisation that the operation meets, with the earlier ones applied.
    """
    said = (piece for clause in statement(operation, standing) for piece in _clause_pieces(clause))
    return (*said, *_when_and_why(page))


def _clause_pieces(clause: Clause) -> Iterator[Piece]:
    for place, text in enumerate(_SLOT.split(gettext(clause.template))):
        if place % 2 == 0:
            if text:
                yield Piece("text", text)
            continue
        slots = clause.slots.get(text, ())
        for number, slot in enumerate(slots):
            if number:
                yield Piece("text", gettext(" dan ") if number == len(slots) - 1 else ", ")
            yield _slot_piece(slot)


def _slot_piece(slot: Slot) -> Piece:
    match slot:
        case Named(unit_id=None):
            return Piece("blank", gettext(GONE))
        case Named(text=text, unit_id=unit_id):
            return Piece("unit", text, url_for("organisation.show_unit", unit_id=unit_id))
        case New(text=text):
            return Piece("new", text)
        case Plain(text=text):
            return Piece("text", text)


def _when_and_why(page: ProposalPage) -> Iterator[Piece]:
    held = page.regulation
    day = held.effective_on if held is not None and held.effective_on is not None else page.effective_on
    yield Piece("text", gettext(", mulai "))
    if day is not None:
        yield Piece("text", format_date(day))
    else:
        yield Piece("blank", gettext("tanggal belum diisi"))
    yield Piece("text", gettext(", berdasarkan "))
    if held is not None and held.number is not None:
        citation = gettext("Pergub Nomor %(number)s Tahun %(year)s", number=held.number, year=held.year or "")
        yield Piece("text", citation)
    else:
        yield Piece("blank", gettext("Pergub belum ditetapkan"))
    yield Piece("text", ".")


def finding_views(page: ProposalPage) -> tuple[FindingView, ...]:
    """Return what a reviewer will ask, each with its way to be answered; none of it blocks."""
    return tuple(_finding(page, finding) for finding in page.findings)


def _finding(page: ProposalPage, finding: Finding) -> FindingView:
    state = "ok" if finding.weight is Weight.PASSED else "yours"
    url, link = _answer(page, finding)
    return FindingView(state, str(_LEADS[finding.code]), _text(page, finding), url, link, _note(finding))


def _deviation(new_name: str, guideline_name: str | None) -> str:
    if guideline_name is None:
        return gettext("%(new)s tidak ada di antara nama dalam pedoman.", new=new_name)
    return gettext("%(new)s berbeda dari pedoman, yang menyebut %(name)s.", new=new_name, name=guideline_name)


def _text(page: ProposalPage, finding: Finding) -> str:
    new_name = _new_name(page, finding)
    match finding.code:
        case F.DIFFERS_FROM_GUIDELINE:
            return _deviation(new_name, finding.detail)
        case F.MATCHES_GUIDELINE:
            return gettext("%(new)s sama dengan nama dalam pedoman.", new=new_name)
        case F.NO_NAMESAKE:
            return gettext("Tidak ada unit setingkat yang bernama %(new)s.", new=new_name)
        case F.FACTS_AGED:
            return gettext(
                "Data usulan menunjukkan keadaan per %(day)s, lebih dari setahun yang lalu.",
                day=_day(finding.detail),
            )
        case F.DATE_WITHIN_BUDGET_YEAR:
            return gettext(
                "%(day)s jatuh di tengah tahun anggaran; DPA, aset, kop, dan cap ikut berubah.",
                day=_day(finding.detail),
            )
        case F.NEEDS_PERDA:
            return needs_perda(_present_name(page, finding), finding.detail or "")


def _new_name(page: ProposalPage, finding: Finding) -> str:
    if finding.unit_id is None or finding.unit_id not in page.after.units:
        return ""
    return page.after.unit(finding.unit_id).name


def _present_name(page: ProposalPage, finding: Finding) -> str:
    held = page.before.units.get(finding.unit_id) if finding.unit_id is not None else None
    return held.name if held is not None else _new_name(page, finding)


def _day(text: str | None) -> str:
    return format_date(date.fromisoformat(text)) if text else ""


def _answer(page: ProposalPage, finding: Finding) -> tuple[str | None, str]:
    """Return where the finding is answered, for a reader who may edit."""
    if not page.is_editable:
        return None, ""
    match finding.code:
        case F.DIFFERS_FROM_GUIDELINE:
            url = url_for("proposals.edit_form", proposal_id=page.id, _anchor="considerations")
            return url, gettext("Tulis alasannya")
        case F.FACTS_AGED:
            url = url_for("proposals.edit_form", proposal_id=page.id, _anchor="facts_on")
            return url, gettext("Perbarui tanggal datanya")
        case F.DATE_WITHIN_BUDGET_YEAR:
            first = next_first_of_january(date.fromisoformat(finding.detail or ""))
            url = url_for("proposals.edit_form", proposal_id=page.id, mulai=first.isoformat())
            return url, gettext("Pakai %(day)s", day=format_date(first))
        case F.MATCHES_GUIDELINE | F.NO_NAMESAKE | F.NEEDS_PERDA:
            return None, ""


def next_first_of_january(day: date) -> date:
    """Return the first 1 January on or after the day."""
    return day if (day.month, day.day) == (1, 1) else date(day.year + 1, 1, 1)


def _note(finding: Finding) -> str:
    notes = (
        [gettext("Sumber: %(citation)s.", citation=finding.citation.rstrip("."))] if finding.citation else []
    )
    if not finding.is_verified:
        notes.append(
            gettext("Aturan ini belum diverifikasi. OrgFlow memperingatkan, tetapi tidak menghalangi.")
        )
    return " ".join(notes)
