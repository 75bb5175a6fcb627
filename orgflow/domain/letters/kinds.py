"""The kinds of official document that the procedure needs: who signs each, and which book numbers it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.letters.authority import SigningKind


class LetterKind(StrEnum):
    """A kind of document; its value is the folder of its wording."""

    GOVERNOR_LETTER = "surat_gubernur"
    SECRETARY_LETTER = "surat_sekda"
    BUREAU_LETTER = "surat_biro"
    MEMO = "nota_dinas"
    SUBMISSION_MEMO = "nota_pengajuan"
    STAFF_STUDY = "telaahan_staf"
    COVER_LETTER = "surat_pengantar"
    INVITATION = "undangan_rapat"
    ATTENDANCE = "daftar_hadir"
    MINUTES = "berita_acara"
    NOTES = "notula"
    DISPOSITION = "lembar_disposisi"
    COMPLETION = "surat_penyampaian"
    FOLLOW_UP = "surat_tindak_lanjut"
    ASSIGNMENT = "surat_tugas"
    DECREE = "keputusan_gubernur"


class Signatory(StrEnum):
    """By whose hand and in whose name a document is signed."""

    GOVERNOR = "governor"
    SECRETARY_FOR_GOVERNOR = "secretary_for_governor"
    SECRETARY = "secretary"
    BUREAU_HEAD = "bureau_head"


class UnknownLetterKind(NotFound):
    """No document of this kind is written here."""

    code = "unknown_letter_kind"


class SignatoryNotOfKind(RuleBroken):
    """Nobody signs this kind of document so."""

    code = "signatory_not_of_kind"


@dataclass(frozen=True, slots=True)
class KindRule:
    """How a kind is signed and numbered.

    Attributes:
        signatories: who may be chosen, the usual one first; empty where no post of the office signs.
        register: the number book it is numbered from; None where it bears no number.
        is_main: it carries the proposal to the ministry: it is begun with the proposal, and issued when all
            documents are there and the initials given.
    """

    signing: SigningKind
    signatories: tuple[Signatory, ...]
    register: str | None
    is_main: bool = False


_S = Signatory
_LETTERS: Final = "surat-keluar"
_MEMOS: Final = "nota-dinas"

KIND_RULES: Final[Mapping[LetterKind, KindRule]] = {
    LetterKind.GOVERNOR_LETTER: KindRule(SigningKind.PROPOSAL, (_S.GOVERNOR,), _LETTERS, is_main=True),
    LetterKind.SECRETARY_LETTER: KindRule(SigningKind.LETTER, (_S.SECRETARY_FOR_GOVERNOR,), _LETTERS),
    LetterKind.BUREAU_LETTER: KindRule(SigningKind.LETTER, (_S.BUREAU_HEAD, _S.SECRETARY), _LETTERS),
    LetterKind.MEMO: KindRule(SigningKind.INTERNAL, (_S.BUREAU_HEAD,), _MEMOS),
    LetterKind.SUBMISSION_MEMO: KindRule(SigningKind.INTERNAL, (_S.BUREAU_HEAD,), _MEMOS),
    LetterKind.STAFF_STUDY: KindRule(SigningKind.INTERNAL, (_S.BUREAU_HEAD,), None),
    LetterKind.COVER_LETTER: KindRule(SigningKind.LETTER, (_S.BUREAU_HEAD, _S.SECRETARY), _LETTERS),
    LetterKind.INVITATION: KindRule(
        SigningKind.LETTER, (_S.BUREAU_HEAD, _S.SECRETARY, _S.SECRETARY_FOR_GOVERNOR), "undangan"
    ),
    LetterKind.ATTENDANCE: KindRule(SigningKind.INTERNAL, (_S.BUREAU_HEAD,), None),
    LetterKind.MINUTES: KindRule(SigningKind.INTERNAL, (_S.BUREAU_HEAD, _S.SECRETARY), "berita-acara"),
    LetterKind.NOTES: KindRule(SigningKind.INTERNAL, (_S.BUREAU_HEAD, _S.SECRETARY), None),
    LetterKind.DISPOSITION: KindRule(SigningKind.INTERNAL, (), None),
    LetterKind.COMPLETION: KindRule(
        SigningKind.MINISTRY_ANSWER, (_S.GOVERNOR, _S.SECRETARY_FOR_GOVERNOR), _LETTERS
    ),
    LetterKind.FOLLOW_UP: KindRule(SigningKind.LETTER, (_S.GOVERNOR, _S.SECRETARY_FOR_GOVERNOR), _LETTERS),
    LetterKind.ASSIGNMENT: KindRule(SigningKind.ASSIGNMENT, (_S.SECRETARY, _S.BUREAU_HEAD), "surat-tugas"),
    LetterKind.DECREE: KindRule(SigningKind.DECREE, (_S.GOVERNOR,), "keputusan"),
}
"""Source: [PERMENDAGRI-1-2023] for the kinds, [SIGNING-ON-BEHALF] for the signers."""

MAIN_KIND: Final = LetterKind.GOVERNOR_LETTER


def kind_of(word: str) -> LetterKind:
    """Return the kind of this name.

    Raises:
        UnknownLetterKind: there is none.
    """
    if word not in tuple(LetterKind):
        raise UnknownLetterKind(kind=word[:60])
    return LetterKind(word)


def signatory_of(kind: LetterKind, chosen: str | None) -> Signatory | None:
    """Return who signs a document of the kind: who was chosen, else the usual one; None where nobody does.

    Raises:
        SignatoryNotOfKind: nobody signs it so.
    """
    allowed = KIND_RULES[kind].signatories
    if not chosen:
        return allowed[0] if allowed else None
    if chosen not in allowed:
        raise SignatoryNotOfKind(field="signatory", kind=str(kind))
    return Signatory(chosen)
