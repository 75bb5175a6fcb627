"""What needs a Perda and not a Pergub, in words: before a change is recorded, and once it is."""

from datetime import date
from uuid import UUID

from flask_babel import gettext

from orgflow.domain.changes.findings import GuidelineName
from orgflow.domain.organisation.rules import NeedsPerda, StructureFinding, StructureRule, UnitAct
from orgflow.domain.values import InstrumentId
from orgflow.services.organisation.needing_perda import kinds_by_perda, lacking_perda
from orgflow.web.current import current_context
from orgflow.web.organisation.rule_words import needs_perda


def perda_of_kind(kind_code: str) -> tuple[str, ...]:
    """Return what a form says of a unit whose name and kind only a Perda changes."""
    return tuple(
        _with_source(
            gettext("Nama dan jenis %(kind)s ditetapkan dengan Perda, bukan Pergub.", kind=kind.name), rule
        )
        for kind, rule in kinds_by_perda(current_context())
        if kind.code == kind_code
    )


def perda_of_end(kind_code: str, name: str) -> tuple[str, ...]:
    """Return what is said before a unit is ended that only a Perda ends."""
    return tuple(
        _with_source(needs_perda(name, UnitAct.ENDED), rule)
        for kind, rule in kinds_by_perda(current_context())
        if kind.code == kind_code
    )


def perda_of_foundings() -> tuple[str, ...]:
    """Return which kinds of unit only a Perda founds, a sentence for each source."""
    found: dict[tuple[str, bool], list[tuple[str, NeedsPerda]]] = {}
    for kind, rule in kinds_by_perda(current_context()):
        found.setdefault((rule.citation, rule.is_verified), []).append((kind.name, rule))
    return tuple(
        _with_source(
            gettext(
                "Yang dibentuk dengan Perda, bukan Pergub: %(kinds)s.",
                kinds=", ".join(name for name, _ in kinds),
            ),
            kinds[0][1],
        )
        for kinds in found.values()
    )


def perda_lacking(unit_id: UUID, on: date, instrument_id: InstrumentId | None) -> tuple[str, ...]:
    """Return what is said of a change that is recorded and rests on no Perda although it needs one."""
    return tuple(map(lacking_words, lacking_perda(current_context(), unit_id, on, instrument_id)))


def lacking_words(found: StructureFinding) -> str:
    """Return a finding with its source, and what to do."""
    sentence = _with_source(needs_perda(found.unit.name, found.detail or ""), found.rule)
    return gettext("%(sentence)s Periksa dasar hukumnya.", sentence=sentence)


def _with_source(sentence: str, rule: StructureRule | GuidelineName) -> str:
    words = gettext(
        "%(sentence)s Sumber: %(citation)s.", sentence=sentence, citation=rule.citation.rstrip(".")
    )
    return words if rule.is_verified else gettext("%(words)s Aturan ini belum diverifikasi.", words=words)
