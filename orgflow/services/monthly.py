"""The monthly report of the proposals in a reader's reach, for its page and as files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import local_date
from orgflow.domain.changes.diff import UnitChange
from orgflow.domain.papers.document import Document
from orgflow.domain.proposals.monthly import Month, MonthlyReport, Reported, report_of
from orgflow.domain.proposals.monthly_paper import monthly_document
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.proposals.stays import Course
from orgflow.domain.values import ProposalId
from orgflow.exchange.document_writing import write_document_xlsx
from orgflow.services.context import Context
from orgflow.services.dossier import open_dossiers
from orgflow.services.papers.files import UnknownPaper
from orgflow.services.papers.formats import PaperFile, PaperFormat
from orgflow.services.papers.printing import printed_document
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.services.working_days import workdays_of
from orgflow.store import governments, notices, proposal_sets
from orgflow.store.proposal_steps import dated
from orgflow.store.proposals import ProposalRow

FORMATS: Final = (PaperFormat.PDF, PaperFormat.DOCX, PaperFormat.XLSX)


@dataclass(frozen=True, slots=True)
class MonthlyPage:
    """A month's report with the document it makes; ``present`` is the month it is now."""

    report: MonthlyReport
    document: Document
    present: Month


@read(requires=Permission.VIEW_PROPOSALS)
def monthly_page(ctx: Context, month: Month | None) -> MonthlyPage:
    """Return the report of a month, of the present one where none is asked for."""
    held = governments.government(ctx.session, ctx.government_id)
    today = ctx.today(held.zone)
    rows = proposal_sets.proposals_page(ctx.session, scope_of(ctx), frozenset(ProposalState))
    report = report_of(
        reported(ctx, rows, held.zone),
        month or Month.of(today),
        today,
        workdays_of(ctx).between,
    )
    told = {one.id for one in report.running} | {one.id for one in report.ended}
    titles = titles_of(ctx, [row for row in rows if row.id in told])
    document = monthly_document(report, held.name, titles, is_sample=held.is_sample)
    return MonthlyPage(report, document, Month.of(today))


def monthly_file(ctx: Context, month: Month, file_format: PaperFormat) -> PaperFile:
    """Return the report as a file, drawn with no transaction open.

    Raises:
        UnknownPaper: it is not handed out in this form.
        DomainError: what the writer says.
    """
    if file_format not in FORMATS:
        raise UnknownPaper(kind=str(file_format))
    document = monthly_page(ctx, month).document
    name = f"laporan-usulan-{month.code}.{file_format}"
    if file_format is PaperFormat.XLSX:
        return PaperFile(name, file_format.media_type, write_document_xlsx(document))
    return PaperFile(name, file_format.media_type, printed_document(ctx, document, file_format))


def reported(ctx: Context, rows: Sequence[ProposalRow], zone: str) -> tuple[Reported, ...]:
    """Return proposals with their way so far, in the present session."""
    ids = [row.id for row in rows]
    steps = proposal_sets.steps_of_each(ctx.session, ids)
    names = notices.unit_names_of(ctx.session, ctx.government_id, ids, ctx.today(zone))
    found = []
    for row in rows:
        course = Course(local_date(row.created_at, zone), tuple(map(dated, steps.get(row.id, ()))))
        found.append(Reported(ProposalId(row.id), names[row.id], course))
    return tuple(found)


def titles_of(ctx: Context, rows: Sequence[ProposalRow]) -> Mapping[ProposalId, str]:
    """Return in words what each proposal proposes, or what was granted of it."""
    return {
        dossier.proposal.id: _title(dossier.unit.name, dossier.told.changes)
        for dossier in open_dossiers(ctx, rows)
    }


def _title(unit: str, changes: Sequence[UnitChange]) -> str:
    renames = [change for change in changes if change.before.name != change.after.name]
    if len(changes) == 1 and renames:
        return f"Nomenklatur {renames[0].before.name} diubah menjadi {renames[0].after.name}"
    return f"Penataan susunan {unit}"
