"""Lampiran: what goes with a letter, and each derived one as a file with the letter's block at its head."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import Blueprint, Response, url_for
from flask_babel import LazyString, gettext, lazy_gettext
from werkzeug.exceptions import NotFound

from orgflow.domain.access.roles import Permission
from orgflow.domain.papers.kinds import PaperKind
from orgflow.domain.values import LetterId
from orgflow.services.letter_enclosures import FORMATS, HeldEnclosure, enclosure_file
from orgflow.services.papers.formats import PaperFormat
from orgflow.web.current import current_context
from orgflow.web.handing_out import handed_out
from orgflow.web.permissions import needs

bp = Blueprint("letter_enclosures", __name__, url_prefix="/surat/<uuid:letter_id>/lampiran")
KINDS: Final = frozenset(PaperKind)
LABELS: Final[dict[PaperFormat, LazyString]] = {
    PaperFormat.PDF: lazy_gettext("PDF"),
    PaperFormat.DOCX: lazy_gettext("DOCX"),
}


@dataclass(frozen=True, slots=True)
class EnclosureLink:
    """One file of an enclosure."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class EnclosureLine:
    """One enclosure; ``numeral`` is empty when it is the only one, ``links`` when its file is not here."""

    numeral: str
    title: str
    note: str
    links: tuple[EnclosureLink, ...]


def enclosure_lines(letter_id: LetterId, held: tuple[HeldEnclosure, ...]) -> tuple[EnclosureLine, ...]:
    """Return what goes with a letter as its page lists it."""
    return tuple(
        EnclosureLine(one.enclosure.numeral, one.enclosure.title, _note(one), _links(letter_id, one))
        for one in held
    )


@bp.get("/unduh/<kind>.<form>")
@needs(Permission.VIEW_LETTERS, scope="unit")
def download(letter_id: UUID, kind: str, form: str) -> Response:
    """Hand out a derived document as it goes with the letter."""
    if kind not in KINDS or form not in set(FORMATS):
        raise NotFound
    file = enclosure_file(current_context(), letter_id, PaperKind(kind), PaperFormat(form))
    return handed_out(file.name, file.media_type, file.content)


def _note(held: HeldEnclosure) -> str:
    if held.enclosure.is_within:
        return gettext("Termuat di dalam berkas surat ini.")
    if held.file_id is not None:
        return gettext("Berkas seperti yang diunggah.")
    if held.made_for is not None:
        return gettext("Disusun OrgFlow dari data usulan.")
    if held.enclosure.paper is not None:
        return gettext("Bernomor dan bertanggal sama dengan suratnya.")
    return gettext("Berkasnya dilampirkan tersendiri.")


def _links(letter_id: LetterId, held: HeldEnclosure) -> tuple[EnclosureLink, ...]:
    if held.file_id is not None:
        return (EnclosureLink(gettext("Unduh"), url_for("evidence.file", file_id=held.file_id)),)
    if held.made_for is not None:
        url = url_for("evidence.made", proposal_id=held.made_for, document_code=held.enclosure.document)
        return (EnclosureLink(str(LABELS[PaperFormat.PDF]), url),)
    if held.enclosure.paper is None:
        return ()
    return tuple(
        EnclosureLink(
            str(LABELS[form]),
            url_for(
                "letter_enclosures.download",
                letter_id=letter_id,
                kind=str(held.enclosure.paper),
                form=str(form),
            ),
        )
        for form in FORMATS
    )
