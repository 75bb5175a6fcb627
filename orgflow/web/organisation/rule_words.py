"""Rules of structure and what they find, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from flask import url_for
from flask_babel import gettext, ngettext

from orgflow.domain.changes.findings import GuidelineName
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.rules import (
    EchelonOf,
    MaximumBelow,
    NeedsPerda,
    RuleFindingCode,
    StructureFinding,
    StructureRule,
    UnitAct,
)
from orgflow.domain.organisation.structure import Structure
from orgflow.web.proposals.lacks import FindingView


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings of one sort that rest on one source: the count in words, then each with its unit."""

    title: str
    items: tuple[FindingView, ...]
    citation: str
    is_verified: bool


def finding_groups(structure: Structure, found: Iterable[StructureFinding]) -> tuple[FindingGroup, ...]:
    """Return the findings on a structure, gathered by sort and source."""
    kinds = {unit.kind.code: unit.kind.name for unit in structure.units.values()}
    gathered: dict[tuple[RuleFindingCode, str, bool], list[StructureFinding]] = {}
    for finding in found:
        gathered.setdefault((finding.code, finding.citation, finding.is_verified), []).append(finding)
    return tuple(
        FindingGroup(
            _title(code, len(findings)),
            tuple(_item(structure, finding, kinds) for finding in findings),
            citation.rstrip("."),
            is_verified,
        )
        for (code, citation, is_verified), findings in gathered.items()
    )


def rule_sentence(rule: StructureRule, kinds: dict[str, UnitKind]) -> str:
    """Return a rule as one sentence."""
    kind = kinds[rule.kind_code]
    match rule:
        case MaximumBelow(below_kind_code=below, amount=amount):
            return gettext(
                "Satu %(kind)s membawahi paling banyak %(amount)s %(below)s.",
                kind=kind.name,
                amount=amount,
                below=kinds[below].name,
            )
        case EchelonOf(echelon=echelon):
            head = kind.head_of(kind.name)
            return gettext("%(head)s bereselon %(echelon)s.", head=head, echelon=echelon)
        case NeedsPerda():
            return gettext("%(kind)s dibentuk, diubah, atau dihapus dengan Perda.", kind=kind.name)
        case _:
            assert_never(rule)


def needs_perda(unit: str, act: str) -> str:
    """Return why a governor's regulation does not do for what happens to the unit."""
    said = {
        UnitAct.FOUNDED: gettext("Pembentukan %(unit)s ditetapkan dengan Perda, bukan Pergub.", unit=unit),
        UnitAct.ENDED: gettext("Penghapusan %(unit)s ditetapkan dengan Perda, bukan Pergub.", unit=unit),
        UnitAct.RENAMED: gettext("Perubahan nama %(unit)s ditetapkan dengan Perda, bukan Pergub.", unit=unit),
        UnitAct.RETYPED: gettext(
            "Perubahan jenis %(unit)s ditetapkan dengan Perda, bukan Pergub.", unit=unit
        ),
    }
    return said[UnitAct(act)]


def _title(code: RuleFindingCode, count: int) -> str:
    match code:
        case RuleFindingCode.NAME_OUTSIDE_GUIDELINE:
            return ngettext("%(num)s nama berbeda dari pedoman", "%(num)s nama berbeda dari pedoman", count)
        case RuleFindingCode.TOO_MANY_BELOW:
            return ngettext("%(num)s unit melebihi batas jumlah", "%(num)s unit melebihi batas jumlah", count)
        case RuleFindingCode.ECHELON_DIFFERS:
            return ngettext("%(num)s eselon berbeda dari aturan", "%(num)s eselon berbeda dari aturan", count)
        case RuleFindingCode.NEEDS_PERDA:
            return ngettext("%(num)s perubahan perlu Perda", "%(num)s perubahan perlu Perda", count)


def _item(structure: Structure, finding: StructureFinding, kinds: dict[str, str]) -> FindingView:
    url = url_for("organisation.show_unit", unit_id=finding.unit.id, pada=structure.on.isoformat())
    return FindingView("yours", "", _text(finding, kinds), url, "", "")


def _text(finding: StructureFinding, kinds: dict[str, str]) -> str:
    unit, rule, detail = finding.unit, finding.rule, finding.detail
    match rule:
        case GuidelineName():
            if detail is None:
                return gettext("%(unit)s: nama ini tidak ada dalam pedoman.", unit=unit.name)
            return gettext("%(unit)s: pedoman menyebut %(name)s.", unit=unit.name, name=detail)
        case MaximumBelow(below_kind_code=below, amount=amount):
            return gettext(
                "%(unit)s membawahi %(count)s %(below)s; batasnya %(amount)s.",
                unit=unit.name,
                count=detail or "",
                below=kinds.get(below, below),
                amount=amount,
            )
        case EchelonOf(echelon=echelon):
            return gettext(
                "%(head)s tercatat bereselon %(held)s; menurut aturan %(wanted)s.",
                head=unit.head_title,
                held=detail or "",
                wanted=echelon,
            )
        case NeedsPerda():
            return needs_perda(unit.name, detail or "")
        case _:
            assert_never(rule)
