"""What stands around the body of each kind: its subject, to whom it goes, who sends it, what is enclosed."""

from collections.abc import Mapping
from typing import Final

from orgflow.domain.letters.details import ADDRESSEE_PLACE, ADDRESSEES, ENCLOSED, SUBJECT, THROUGH
from orgflow.domain.letters.kinds import LetterKind
from orgflow.domain.letters.letter_inputs import LetterInputs

K = LetterKind
MINISTER: Final = ("Menteri Dalam Negeri", "c.q. Direktur Jenderal Otonomi Daerah")
DIRECTOR_GENERAL: Final = ("Direktur Jenderal Otonomi Daerah", "Kementerian Dalam Negeri")
MINISTRY_PLACE: Final = "Jakarta"
MEETING_PLACE: Final = "Tempat"
FOLLOW_UP_MATRIX: Final = "matriks tindak lanjut"
"""What the letter with completions holds in its own file."""
SECRETARY: Final = "Sekretaris Daerah"
ORGANISATION_BUREAU: Final = "Kepala Biro Organisasi"
_TO_MINISTRY: Final = frozenset({K.GOVERNOR_LETTER, K.SECRETARY_LETTER, K.COMPLETION, K.FOLLOW_UP})
_FROM_BUREAU: Final = frozenset({K.MEMO, K.SUBMISSION_MEMO})

_SUBJECTS: Final[Mapping[LetterKind, str]] = {
    K.GOVERNOR_LETTER: "Permohonan Persetujuan Perubahan Nomenklatur {unit} {secretariat}",
    K.SECRETARY_LETTER: "Permohonan Konsultasi Perubahan Nomenklatur {unit}",
    K.BUREAU_LETTER: "Permintaan Tanggapan atas Persandingan Tugas dan Fungsi",
    K.MEMO: "Usulan Perubahan Nomenklatur {unit}",
    K.SUBMISSION_MEMO: "Pengajuan Konsep Surat {governor} tentang Perubahan Nomenklatur {unit}",
    K.STAFF_STUDY: "Usulan Perubahan Nomenklatur {unit} {secretariat}",
    K.COVER_LETTER: "Surat Pengantar Dokumen Usulan Perubahan Nomenklatur {unit}",
    K.INVITATION: "Undangan Rapat Pembahasan Usulan Perubahan Nomenklatur {unit}",
    K.ATTENDANCE: "Rapat Pembahasan Usulan Perubahan Nomenklatur {unit}",
    K.MINUTES: "Hasil Rapat Pembahasan Usulan Perubahan Nomenklatur {unit}",
    K.NOTES: "Rapat Pembahasan Usulan Perubahan Nomenklatur {unit}",
    K.DISPOSITION: "Lembar Disposisi",
    K.COMPLETION: "Penyampaian Kelengkapan/Perbaikan Dokumen Usulan Perubahan Nomenklatur {unit}",
    K.FOLLOW_UP: "Permohonan Tindak Lanjut Persetujuan Perubahan Nomenklatur {unit}",
    K.ASSIGNMENT: "Surat Tugas",
    K.DECREE: "Pembentukan Tim Penyusun Usulan Perubahan Nomenklatur {unit}",
}


def subject_of_kind(inputs: LetterInputs) -> str:
    """Return what stands at *Hal*: what was written, else what the kind says of the proposal."""
    return inputs.details.line(SUBJECT.key) or usual_subject(
        inputs.kind, inputs.proposal.unit_name, inputs.office.secretariat, inputs.office.head
    )


def usual_subject(kind: LetterKind, unit_name: str, secretariat: str, governor: str) -> str:
    """Return what a kind says at *Hal* of a proposal for this unit."""
    return _SUBJECTS[kind].format(unit=unit_name, secretariat=secretariat, governor=governor)


def addressees_of(inputs: LetterInputs) -> tuple[tuple[str, ...], ...]:
    """Return to whom it goes, each as its lines; nothing where the kind has no addressee or none is known."""
    return inputs.details.groups(ADDRESSEES.key) or _usual_addressees(inputs)


def _usual_addressees(inputs: LetterInputs) -> tuple[tuple[str, ...], ...]:
    office, agency = inputs.office, inputs.proposal.other_agency
    match inputs.kind:
        case K.SECRETARY_LETTER:
            return (DIRECTOR_GENERAL,)
        case K.GOVERNOR_LETTER | K.COMPLETION | K.FOLLOW_UP:
            return (MINISTER,)
        case K.BUREAU_LETTER if agency is not None:
            return ((f"Kepala {agency} {office.government_name}",),)
        case K.MEMO | K.SUBMISSION_MEMO:
            return ((f"{SECRETARY} {office.government_name}",),)
        case K.COVER_LETTER:
            return ((f"{ORGANISATION_BUREAU} {office.secretariat}",),)
        case _:
            return ()


def addressee_place_of(inputs: LetterInputs) -> str:
    """Return where the addressees are; empty where the form prints no place."""
    given = inputs.details.line(ADDRESSEE_PLACE.key)
    if given is not None:
        return given
    if inputs.kind in _TO_MINISTRY:
        return MINISTRY_PLACE
    if inputs.kind is K.INVITATION:
        return MEETING_PLACE
    return inputs.office.capital if inputs.kind in (K.BUREAU_LETTER, K.COVER_LETTER) else ""


def sender_of(inputs: LetterInputs) -> tuple[str, ...]:
    """Return who writes an office memo."""
    return (f"Kepala {inputs.proposal.unit_name}",) if inputs.kind in _FROM_BUREAU else ()


def through_of(inputs: LetterInputs) -> tuple[str, ...]:
    """Return by whose hands an office memo goes up: who was named, else the assistant above the bureau."""
    given = inputs.details.lines(THROUGH.key)
    if given or inputs.kind not in _FROM_BUREAU:
        return given
    return (inputs.proposal.assistant,) if inputs.proposal.assistant is not None else ()


def enclosed_titles(inputs: LetterInputs) -> tuple[str, ...]:
    """Return what goes with the document: what was named, else what the kind always brings."""
    given = inputs.details.lines(ENCLOSED.key)
    if given:
        return given
    match inputs.kind:
        case K.GOVERNOR_LETTER:
            return inputs.proposal.enclosure_titles
        case K.SUBMISSION_MEMO:
            return (f"konsep surat {inputs.office.head}", *inputs.proposal.enclosure_titles)
        case K.MEMO:
            return ("daftar dampak", *(("telaahan staf",) if inputs.details.lines("options") else ()))
        case K.COMPLETION:
            return (FOLLOW_UP_MATRIX,)
        case _:
            return ()
