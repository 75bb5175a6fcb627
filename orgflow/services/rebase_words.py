"""Conflicts and crossings as sentences of the office, one wording for the pages, the desk and the audit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from orgflow.domain.changes.crossing import Crossing, CrossingCode
from orgflow.domain.changes.rebase_conflicts import Conflict, ConflictCode
from orgflow.services.wording import say

C, K = ConflictCode, CrossingCode
_NOTHING: Final = say("kosong")


@dataclass(frozen=True, slots=True)
class ToldSentence:
    """A sentence with named places and what stands in them."""

    template: str
    facts: Mapping[str, str]

    def said(self) -> str:
        """Return the sentence in Indonesian."""
        return self.template % self.facts


_CONFLICTS: Final[Mapping[ConflictCode, str]] = {
    C.UNIT_RENAMED: say(
        "%(name)s sekarang sudah bernama %(now)s. Menurut usulan ini namanya menjadi %(wanted)s."
    ),
    C.UNIT_MOVED: say(
        "%(name)s sekarang sudah berada di bawah %(now)s, semula di bawah %(then)s. Menurut usulan ini unit"
        " itu pindah ke bawah %(wanted)s."
    ),
    C.UNIT_ENDED: say("%(name)s sudah berakhir, padahal perubahan ini menyangkut unit itu."),
    C.PARENT_ENDED: say("%(name)s sudah berakhir, padahal unit itulah yang menjadi atasannya."),
    C.KIND_CHANGED: say(
        "Jenis %(name)s sekarang sudah %(now)s, semula %(then)s. Menurut usulan ini jenisnya menjadi"
        " %(wanted)s."
    ),
    C.UNIT_RECODED: say(
        "Nama singkat dan kode surat %(name)s sekarang “%(now)s”, semula “%(then)s”. Menurut usulan ini"
        " menjadi “%(wanted)s”."
    ),
    C.DUTY_FIELD_CHANGED: say(
        "Bidang tugas %(name)s sekarang “%(now)s”, semula “%(then)s”. Menurut usulan ini menjadi"
        " “%(wanted)s”."
    ),
    C.UNITS_REORDERED: say("Urutan unit di bawah %(name)s sudah berubah, sekarang: %(now)s."),
    C.UNIT_FILLED: say(
        "%(name)s, yang menurut usulan ini berakhir, sekarang juga membawahkan atau memuat: %(now)s."
    ),
    C.FUNCTION_REWORDED: say(
        "Tugas atau fungsi “%(then)s” sekarang berbunyi “%(now)s”. Menurut usulan ini berbunyi “%(wanted)s”."
    ),
    C.FUNCTION_MOVED: say("Tugas atau fungsi “%(name)s” sekarang sudah pada %(now)s, semula pada %(then)s."),
    C.FUNCTION_ENDED: say("Tugas atau fungsi “%(name)s” sudah tidak ada lagi."),
    C.POST_CHANGED: say("Jabatan %(name)s sekarang %(now)s, semula %(then)s."),
    C.POST_MOVED: say("Jabatan %(name)s sekarang sudah pada %(now)s, semula pada %(then)s."),
    C.POST_ENDED: say("Jabatan %(name)s sudah tidak ada lagi."),
    C.NAME_TAKEN: say("Nama %(wanted)s sekarang sudah dipakai unit lain."),
    C.REFUSED: say("Perubahan ini tidak dapat diterapkan lagi pada susunan sekarang."),
}
_ABOLISHED: Final = say(
    "Tugas atau fungsi “%(then)s”, yang menurut usulan ini dihapus, sekarang berbunyi “%(now)s”."
)
_TAKEN_BY_RENAMED: Final = say(
    "Nama %(wanted)s sekarang sudah dipakai unit lain, yang semula bernama %(then)s."
)
_CROSSINGS: Final[Mapping[CrossingCode, str]] = {
    K.SAME_THING: say("Usulan %(unit)s juga mengubah %(name)s: %(theirs)s."),
    K.SAME_NAME: say("Usulan %(unit)s juga memakai nama %(name)s: %(theirs)s."),
    K.THEY_END_IT: say("Menurut usulan %(unit)s, %(name)s berakhir: %(theirs)s."),
    K.WE_END_IT: say("Usulan %(unit)s mengubah %(name)s, yang menurut usulan ini berakhir: %(theirs)s."),
}


def conflict_told(conflict: Conflict) -> ToldSentence:
    """Return what a conflict is, as a sentence."""
    held = conflict.difference
    template = _CONFLICTS[held.code]
    if held.code is C.FUNCTION_REWORDED and not held.wanted:
        template = _ABOLISHED
    if held.code is C.NAME_TAKEN and held.former:
        template = _TAKEN_BY_RENAMED
    facts = {"name": held.name, "then": held.former, "now": held.present, "wanted": held.wanted}
    return ToldSentence(template, {place: text or _NOTHING for place, text in facts.items()})


def crossing_told(crossing: Crossing, unit_name: str, theirs: str) -> ToldSentence:
    """Return how two proposals touch each other, as a sentence.

    Args:
        unit_name: the other proposal's unit.
        theirs: the other proposal's operation as a sentence without a full stop.
    """
    facts = {"unit": unit_name, "name": crossing.name, "theirs": theirs}
    return ToldSentence(_CROSSINGS[crossing.code], facts)
