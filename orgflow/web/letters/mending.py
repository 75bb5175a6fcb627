"""Where each gap of a letter is completed, and by whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import LazyString, gettext, lazy_gettext

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.letters.details import DETAILS
from orgflow.domain.letters.kinds import Signatory, kind_of
from orgflow.services.letter_pages import LetterDesk
from orgflow.web.letters.kind_words import FIELD_OF_GAP


@dataclass(frozen=True, slots=True)
class Place:
    """Something that must be completed before the letter is signed.

    ``keys`` are the gaps it closes; ``at`` is where another finding is seen: the page from 1, and
    how far down it stands as a fraction of the page.
    """

    number: int
    keys: tuple[str, ...]
    text: str
    url: str | None
    note: str
    at: tuple[int, float] | None = None


@dataclass(frozen=True, slots=True)
class _Mend:
    """Where a gap is mended, and with which permission."""

    text: LazyString
    permission: Permission
    address: Callable[[LetterDesk], str]


def _settings(_desk: LetterDesk) -> str:
    return url_for("settings.show")


def _unit(desk: LetterDesk) -> str:
    return url_for("keeping_corrections.correct_form", unit_id=desk.unit_id)


def _signers(_desk: LetterDesk) -> str:
    return url_for("authority.index")


def _format(_desk: LetterDesk) -> str:
    return url_for("letter_format.show")


def _unit_page(desk: LetterDesk) -> str:
    return url_for("keeping_posts.index", unit_id=desk.unit_id)


def _reasons(desk: LetterDesk) -> str:
    return url_for("proposals.edit", proposal_id=desk.proposal_id)


_MENDS: Final[dict[str, _Mend]] = {
    "unit_letter_code": _Mend(lazy_gettext("Isi kode unit pengolah"), Permission.KEEP_REGISTRY, _unit),
    "unit_duty_field": _Mend(
        lazy_gettext("Isi bidang tugas dan fungsi menurut Pergub"), Permission.KEEP_REGISTRY, _unit
    ),
    "setda_regulation_number": _Mend(
        lazy_gettext("Isi nomor Pergub Sekretariat Daerah yang berlaku"),
        Permission.MANAGE_SETTINGS,
        _settings,
    ),
    "setda_regulation_year": _Mend(
        lazy_gettext("Isi tahun Pergub Sekretariat Daerah"), Permission.MANAGE_SETTINGS, _settings
    ),
    "setda_regulation_title": _Mend(
        lazy_gettext("Isi judul Pergub Sekretariat Daerah"), Permission.MANAGE_SETTINGS, _settings
    ),
    "letter_kind_code": _Mend(lazy_gettext("Isi kode jenis naskah"), Permission.MANAGE_SETTINGS, _format),
    "considerations": _Mend(lazy_gettext("Isi pertimbangan usulan"), Permission.EDIT_PROPOSAL, _reasons),
}
_REGULATION: Final = ("setda_regulation_number", "setda_regulation_year", "setda_regulation_title")
_WHOLE_REGULATION: Final = _Mend(
    lazy_gettext("Isi nomor, tahun, dan judul Pergub Sekretariat Daerah yang berlaku"),
    Permission.MANAGE_SETTINGS,
    _settings,
)
_OF_SIGNER: Final[dict[str, LazyString]] = {
    "signatory_name": lazy_gettext("Isi nama penanda tangan"),
    "signatory_rank": lazy_gettext("Isi pangkat/golongan penanda tangan"),
    "signatory_nip": lazy_gettext("Isi NIP penanda tangan"),
}


def mended_at_once(gaps: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return the gaps in their order; the regulation's three are one, where none of them is known."""
    if not set(_REGULATION) <= set(gaps):
        return tuple((key,) for key in gaps)
    first = next(key for key in gaps if key in _REGULATION)
    return tuple(
        _REGULATION if key == first else (key,) for key in gaps if key == first or key not in _REGULATION
    )


def place_of(number: int, keys: tuple[str, ...], label: str, desk: LetterDesk, reader: Actor) -> Place:
    """Return how a gap is completed: by a field of this page, elsewhere, or by somebody else."""
    if FIELD_OF_GAP.get(keys[0]) in {asked.key for asked in DETAILS[kind_of(desk.kind)]}:
        anchor = f"#{FIELD_OF_GAP[keys[0]]}" if desk.may_edit else None
        return Place(number, keys, gettext("Isi %(label)s", label=label), anchor, "")
    mend = _WHOLE_REGULATION if keys == _REGULATION else _MENDS.get(keys[0]) or _signer(keys[0], desk)
    if mend is None:
        return Place(number, keys, gettext("Isi %(label)s", label=label), None, "")
    if reader.may(mend.permission):
        return Place(number, keys, str(mend.text), mend.address(desk), "")
    who = (
        gettext("Diisi penyusun usulan.")
        if mend.permission is Permission.EDIT_PROPOSAL
        else gettext("Diisi TU atau administrator.")
    )
    return Place(number, keys, str(mend.text), None, who)


def _signer(key: str, desk: LetterDesk) -> _Mend | None:
    """Return where what is not known of the signer is told."""
    if key not in _OF_SIGNER:
        return None
    if desk.signatory is Signatory.GOVERNOR and key == "signatory_name":
        return _Mend(lazy_gettext("Isi nama Gubernur"), Permission.MANAGE_SETTINGS, _settings)
    if desk.signatory is Signatory.BUREAU_HEAD:
        return _Mend(_OF_SIGNER[key], Permission.KEEP_REGISTRY, _unit_page)
    return _Mend(_OF_SIGNER[key], Permission.MANAGE_SETTINGS, _signers)
