"""The documents that the office asks for of a proposal, each with what is there, as pages read them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from orgflow.domain.proposals.completeness import RequiredDocument
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier
from orgflow.services.held_documents import Result
from orgflow.store import files


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document the office asks for, with the one that is there; ``result`` also when it was sent back.

    ``is_written`` when it was written here and is whole, or OrgFlow makes it: then somebody took it, and
    ``file_name`` is what it is handed out under.
    """

    asked: RequiredDocument
    file_id: UUID | None
    file_name: str | None
    uploaded_by: str | None
    uploaded_at: datetime | None
    result: Result | None = None
    is_written: bool = False

    @property
    def is_there(self) -> bool:
        """Whether it was brought, written here, or produced by OrgFlow."""
        return self.asked.is_derived or self.is_written or self.file_id is not None

    @property
    def is_taken(self) -> bool:
        """Whether it is made by OrgFlow, because somebody took that."""
        return self.is_written and self.file_name is not None


def documents_of(ctx: Context, dossier: Dossier) -> tuple[DocumentView, ...]:
    """Return the documents asked for, each with what is there, in the present session."""
    views: list[DocumentView] = []
    for asked in dossier.required:
        held, result = dossier.documents.get(asked.code), dossier.results.get(asked.code)
        if held is None:
            views.append(_made_view(dossier, asked))
            continue
        stored = files.stored_file(ctx.session, ctx.government_id, held.file_id)
        views.append(DocumentView(asked, stored.id, stored.name, held.brought_by, held.brought_at, result))
    return tuple(views)


def _made_view(dossier: Dossier, asked: RequiredDocument) -> DocumentView:
    result, taken = dossier.results.get(asked.code), dossier.taken.get(asked.code)
    if taken is None:
        is_written = asked.code in dossier.produced
        return DocumentView(asked, None, None, None, None, result, is_written)
    name = f"{asked.title}.pdf"
    return DocumentView(asked, None, name, taken.taken_by, taken.taken_at, result, is_written=True)
