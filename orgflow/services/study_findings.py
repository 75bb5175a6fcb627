"""What a study says of the guideline and of overlapping duties, in whole sentences."""

from collections.abc import Iterator
from typing import Final

from orgflow.domain.changes.findings import Finding, FindingCode
from orgflow.domain.changes.overlap import Verdict
from orgflow.services.study_source import StudySource

UNVERIFIED: Final = " (belum diverifikasi)"
_C = FindingCode


def guideline_points(source: StudySource) -> tuple[str, ...]:
    """Return what the guideline and the rules say to a proposal, a sentence each."""
    return tuple(words for found in source.findings for words in _said(source, found))


def guideline_verdict(source: StudySource) -> str:
    """Return whether the proposal keeps to the guideline, as the end of a sentence."""
    codes = {found.code for found in source.findings}
    if _C.DIFFERS_FROM_GUIDELINE in codes:
        return "nomenklatur yang diusulkan menyimpang dari pedoman, jadi memerlukan persetujuan Menteri"
    if _C.MATCHES_GUIDELINE in codes:
        return "nomenklatur yang diusulkan sama dengan pedoman"
    return "pedoman yang tercatat tidak memuat nama untuk perubahan ini"


def overlap_verdict(source: StudySource) -> str:
    """Return what was judged of all pairs of duties as they read now, as the end of a sentence."""
    count = sum(one.held.count for one in source.comparisons)
    if not source.comparisons:
        return "[belum diisi: hasil persandingan dengan perangkat daerah lain]"
    settled = [pair.judgement for one in source.comparisons for pair in one.held.settled]
    overlapping = sum(held is not None and held.verdict is Verdict.OVERLAPPING for held in settled)
    return (
        f"dari {count} pasangan yang mirip, {len(settled)} sudah dinilai dan {overlapping} dinilai"
        " tumpang tindih"
    )


def _said(source: StudySource, found: Finding) -> Iterator[str]:
    case = source.case
    held = case.after.units.get(found.unit_id) if found.unit_id is not None else None
    was = case.before.units.get(found.unit_id) if found.unit_id is not None else None
    name = held.name if held is not None else was.name if was is not None else source.unit_name
    told = f" menurut {found.citation}" if found.citation else ""
    unsure = "" if found.is_verified else UNVERIFIED
    match found.code:
        case _C.DIFFERS_FROM_GUIDELINE if found.detail is not None:
            yield f"{name} menyimpang: pedoman menyebut {found.detail}{told}{unsure}."
        case _C.DIFFERS_FROM_GUIDELINE:
            yield f"{name} tidak terdapat dalam pedoman{told}{unsure}."
        case _C.MATCHES_GUIDELINE:
            yield f"{name} sesuai dengan pedoman{told}{unsure}."
        case _C.NO_NAMESAKE:
            yield f"Tidak ada unit lain bernama {name}."
        case _C.NEEDS_PERDA:
            yield f"Perubahan {name} memerlukan Peraturan Daerah{told}{unsure}."
        case _:
            pass
