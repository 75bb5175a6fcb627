"""Units as linked data: the enduring unit as it is on a day, each version of it, and each change."""

from collections.abc import Iterable
from uuid import UUID

from rdflib import DCTERMS, ORG, PROV, RDF, SKOS, Graph, Literal, URIRef

from orgflow.domain.organisation.chronicle import Event
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.records import Basis, UnitRecord
from orgflow.exchange import linked_terms as terms
from orgflow.exchange.linked_terms import address, day, derived, first_moment, happened, version, words
from orgflow.exchange.registry_picture import Picture


def put_units(graph: Graph, picture: Picture) -> None:
    """Say what each unit is on the day, and as which it was known before."""
    holding = {record.unit_id: record for record in picture.history.units_on(picture.on)}
    for record in picture.versions:
        _put_version(graph, picture, record)
    for unit_id in dict.fromkeys(record.unit_id for record in picture.versions):
        unit, present = address(unit_id), holding.get(unit_id)
        timeline = [record for record in picture.versions if record.unit_id == unit_id]
        _put_facts(graph, picture, unit, present or timeline[-1])
        graph.add((unit, ORG.identifier, Literal(picture.history.unit_codes[unit_id])))
        if present is not None and present.parent_id is not None:
            graph.add((address(present.parent_id), ORG.hasUnit, unit))
        last = timeline[-1].valid_to
        if present is None and last is not None and picture.is_told(last):
            graph.add((unit, PROV.invalidatedAtTime, first_moment(last, picture.zone)))
    for kind in picture.history.kinds.values():
        _put_kind(graph, picture, kind)


def put_events(graph: Graph, picture: Picture) -> None:
    """Say what befell the units: each change with its original and resulting organisations."""
    for event in picture.events:
        change = happened(picture.government_id, event)
        graph.add((change, RDF.type, ORG.ChangeEvent))
        graph.add((change, RDF.type, PROV.Activity))
        graph.add((change, SKOS.prefLabel, words(_sentence(event))))
        graph.add((change, DCTERMS.date, day(event.on)))
        graph.add((change, PROV.startedAtTime, first_moment(event.on, picture.zone)))
        for act in event.acts:
            graph.add((change, DCTERMS.type, terms.term(act)))
        for record in event.before:
            graph.add((change, ORG.originalOrganization, version(record)))
            graph.add((version(record), ORG.changedBy, change))
        for record in event.after:
            graph.add((change, ORG.resultingOrganization, version(record)))
            graph.add((version(record), ORG.resultedFrom, change))
        put_bases(graph, change, event.bases)


def put_bases(graph: Graph, fact: URIRef, bases: Iterable[Basis]) -> None:
    """Say on which instrument a fact rests, and in words where it was read."""
    for basis in bases:
        graph.add((fact, SKOS.note, words(basis.source)))
        if basis.instrument_id is not None:
            graph.add((fact, DCTERMS.source, address(basis.instrument_id)))


def _put_version(graph: Graph, picture: Picture, record: UnitRecord) -> None:
    held, unit = version(record), address(record.unit_id)
    _put_facts(graph, picture, held, record)
    graph.add((held, DCTERMS.isVersionOf, unit))
    graph.add((unit, DCTERMS.hasVersion, held))
    put_bases(graph, held, (record.basis,))
    if record.is_start_known:
        graph.add((held, PROV.generatedAtTime, first_moment(record.valid_from, picture.zone)))
    if record.valid_to is not None and picture.is_told(record.valid_to):
        graph.add((held, PROV.invalidatedAtTime, first_moment(record.valid_to, picture.zone)))


def _put_facts(graph: Graph, picture: Picture, subject: URIRef, record: UnitRecord) -> None:
    """Say what a record says; a unit that no longer is stands under none."""
    is_root = record.parent_id is None
    graph.add((subject, RDF.type, ORG.Organization))
    graph.add((subject, RDF.type, ORG.FormalOrganization if is_root else ORG.OrganizationalUnit))
    graph.add((subject, SKOS.prefLabel, words(record.name)))
    graph.add((subject, ORG.classification, _kind(picture.government_id, record.kind_code)))
    is_version = subject == version(record)
    if record.parent_id is not None and (is_version or record.holds_on(picture.on)):
        graph.add((subject, ORG.unitOf, address(record.parent_id)))
    if record.short_name is not None:
        graph.add((subject, SKOS.altLabel, words(record.short_name)))
    if record.duty_field is not None:
        graph.add((subject, DCTERMS.description, words(record.duty_field)))


def _put_kind(graph: Graph, picture: Picture, kind: UnitKind) -> None:
    subject = _kind(picture.government_id, kind.code)
    if (None, ORG.classification, subject) in graph:
        graph.add((subject, RDF.type, SKOS.Concept))
        graph.add((subject, SKOS.prefLabel, words(kind.name)))
        graph.add((subject, SKOS.notation, Literal(kind.code)))


def _kind(government_id: UUID, code: str) -> URIRef:
    return derived(government_id, f"kind {code}")


def _sentence(event: Event) -> str:
    """Return the change in words: what it was, from which names, to which."""
    acts = ", ".join(terms.TERMS[act] for act in event.acts)
    sides = ("; ".join(record.name for record in side) for side in (event.before, event.after))
    return f"{acts}: {' → '.join(side for side in sides if side)}"
