"""Ringkasan: what is proposed, who must act now, and what comes next."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Actor
from orgflow.domain.calendar import format_date, format_instant
from orgflow.domain.changes.findings import FindingCode
from orgflow.domain.proposals.routes import KindOfChange, kind_of_change
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.proposals.aftermath import Aftermath, aftermath
from orgflow.web.proposals.ahead import road_ahead
from orgflow.web.proposals.buttons import Buttons, asks_completion, buttons
from orgflow.web.proposals.expected import awaited_people, is_usually_recorded
from orgflow.web.proposals.header import last_step
from orgflow.web.proposals.lacks import Completeness, completeness
from orgflow.web.proposals.stage import StageView, stage_view
from orgflow.web.proposals.words import where_it_is


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of Inti usulan; ``value`` None is *belum diisi*; ``url`` makes the value a link."""

    label: str
    value: str | None
    url: str | None = None
    note: str = ""
    is_unsure: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """The first part of a proposal as its page prints it; ``is_rename_only``: only names change."""

    completeness: Completeness
    facts: tuple[Fact, ...]
    considerations: tuple[str, ...]
    background: str
    is_rename_only: bool
    changes: tuple[str, ...]
    now: str
    actor: str
    reason: str
    next_steps: tuple[str, ...]
    buttons: Buttons
    reason_label: str
    stage: StageView | None
    aftermath: Aftermath | None
    edit_url: str | None
    saved: str


def summary(page: ProposalPage, reader: Actor) -> Summary:
    """Return Ringkasan of a proposal for one reader."""
    offered = buttons(page, reader)
    last = last_step(page.steps)
    saved_at = format_instant(page.changed_at, page.government.zone)
    return Summary(
        completeness(page, reader),
        tuple(_facts(page)),
        page.considerations,
        page.background,
        _is_rename_only(page),
        (
            *(
                gettext("%(before)s menjadi %(after)s", before=change.before.name, after=change.after.name)
                for change in page.renames
            ),
            *page.others_said,
        ),
        _sentence(where_it_is(page.standing, last, page.unit)),
        _who_acts(page, is_reader=offered.main is not None),
        _reason(page),
        road_ahead(page),
        offered,
        _reason_label(page),
        stage_view(page),
        aftermath(page),
        url_for("proposals.edit_form", proposal_id=page.id) if page.is_editable else None,
        gettext("Tersimpan %(at)s", at=saved_at) if page.is_editable else "",
    )


def _is_rename_only(page: ProposalPage) -> bool:
    listed = [placed.operation for placed in page.operations]
    return bool(listed) and kind_of_change(listed) is KindOfChange.RENAME


def _reason(page: ProposalPage) -> str:
    last = last_step(page.steps)
    is_open = page.is_editable or asks_completion(page)
    return last.reason or "" if last is not None and is_open else ""


def _reason_label(page: ProposalPage) -> str:
    return gettext("Kelengkapan yang diminta:") if asks_completion(page) else gettext("Catatan:")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _who_acts(page: ProposalPage, *, is_reader: bool) -> str:
    who = awaited_people(page.awaited, page.unit)
    if not who:
        return ""
    if is_reader:
        return gettext("Sekarang giliran Anda.")
    if asks_completion(page):
        return gettext(
            "Sekarang %(unit)s melengkapi dokumennya, lalu %(who)s mengirimkannya.",
            unit=page.unit.name,
            who=who,
        )
    if is_usually_recorded(page.awaited):
        return gettext("Sekarang giliran %(who)s; langkahnya dapat dicatat oleh TU.", who=who)
    return gettext("Sekarang giliran %(who)s.", who=who)


def _facts(page: ProposalPage) -> Iterator[Fact]:
    unit_url = url_for("organisation.show_unit", unit_id=page.unit.id)
    yield Fact(gettext("Unit"), page.unit.name, unit_url)
    yield from _guideline(page)
    yield _base_regulation(page)
    if page.regulation is None:
        wished = format_date(page.effective_on) if page.effective_on else None
        yield Fact(gettext("Mulai berlaku"), wished, note=gettext("menurut usulan") if wished else "")
    else:
        yield from _regulation(page)
    if page.facts_on is not None:
        yield Fact(gettext("Keadaan data"), gettext("per %(day)s", day=format_date(page.facts_on)))
    if page.predecessor_id is not None:
        url = url_for("proposals.show", proposal_id=page.predecessor_id)
        yield Fact(gettext("Disusun dari"), gettext("Usulan sebelumnya"), url)


def _guideline(page: ProposalPage) -> Iterator[Fact]:
    codes = (FindingCode.DIFFERS_FROM_GUIDELINE, FindingCode.MATCHES_GUIDELINE)
    for finding in page.findings:
        if finding.code in codes and finding.detail is not None:
            yield Fact(
                gettext("Pedoman nama"),
                finding.detail,
                note=finding.citation or "",
                is_unsure=not finding.is_verified,
            )
            return


def _base_regulation(page: ProposalPage) -> Fact:
    label, held = gettext("Pergub yang diubah"), page.base_regulation
    if held is None or held.number is None:
        return Fact(label, None)
    citation = gettext(
        "Pergub Nomor %(number)s Tahun %(year)s tentang %(title)s",
        number=held.number,
        year=held.year or "",
        title=held.title,
    )
    return Fact(label, citation, is_unsure=not held.is_verified)


def _regulation(page: ProposalPage) -> Iterator[Fact]:
    held = page.regulation
    if held is None:
        return
    yield Fact(
        gettext("Pergub"),
        gettext(
            "Nomor %(number)s Tahun %(year)s tentang %(title)s",
            number=held.number or "",
            year=held.year or "",
            title=held.title,
        ),
        url_for("evidence.file", file_id=held.file_id) if held.file_id else None,
    )
    yield Fact(gettext("Ditetapkan"), format_date(held.enacted_on) if held.enacted_on else None)
    promulgated = format_date(held.promulgated_on) if held.promulgated_on else None
    yield Fact(gettext("Diundangkan"), promulgated, note=_gazette(held.gazette_number))
    yield Fact(gettext("Mulai berlaku"), format_date(held.effective_on) if held.effective_on else None)


def _gazette(number: str | None) -> str:
    return gettext("Berita Daerah nomor %(number)s", number=number) if number else ""
