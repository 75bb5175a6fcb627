"""What linked data calls things: addresses made of the registry's own ids, and our few terms."""

from datetime import date, datetime
from typing import Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from rdflib import DCTERMS, FOAF, ORG, PROV, SKOS, TIME, XSD, Graph, Literal, Namespace, URIRef

from orgflow.domain.organisation.chronicle import Event, Happening
from orgflow.domain.organisation.records import PostRole, UnitRecord
from orgflow.domain.organisation.tenure import AppointmentKind

ELI: Final = Namespace("http://data.europa.eu/eli/ontology#")
PREFIXES: Final = {
    "org": str(ORG),
    "skos": str(SKOS),
    "dct": str(DCTERMS),
    "prov": str(PROV),
    "foaf": str(FOAF),
    "time": str(TIME),
    "eli": str(ELI),
    "xsd": str(XSD),
}
LANGUAGE: Final = "id"
_OURS: Final = UUID("b06d7fd9-7c2e-4f0e-9c5b-3f0d8f4b6a51")
"""Under which the terms that every installation shares have their addresses; drawn once, means nothing."""

Term = Happening | PostRole | AppointmentKind
TERMS: Final[dict[Term, str]] = {
    Happening.FOUNDING: "Pembentukan",
    Happening.ENDING: "Penghapusan",
    Happening.RENAME: "Perubahan nama",
    Happening.MOVE: "Perpindahan",
    Happening.KIND: "Perubahan jenis",
    Happening.DETAIL: "Perubahan keterangan",
    Happening.MERGE: "Penggabungan",
    Happening.SPLIT: "Pemecahan",
    Happening.REPLACEMENT: "Penggantian",
    PostRole.HEAD: "Kepala",
    PostRole.GOVERNOR: "Kepala daerah",
    PostRole.MEMBER: "Anggota",
    AppointmentKind.DEFINITIVE: "Definitif",
    AppointmentKind.ACTING: "Pelaksana tugas",
    AppointmentKind.DAILY_ACTING: "Pelaksana harian",
    AppointmentKind.INTERIM: "Penjabat",
    AppointmentKind.TEMPORARY: "Penjabat sementara",
}


def address(identity: UUID) -> URIRef:
    """Return the address of what the registry knows by an id."""
    return URIRef(identity.urn)


def derived(identity: UUID, words: str) -> URIRef:
    """Return the address of what belongs to a thing and has no id of its own; the same at every export."""
    return address(uuid5(identity, words))


def version(record: UnitRecord) -> URIRef:
    """Return the address of a unit as it was from a day on."""
    return derived(record.unit_id, f"version {record.valid_from.isoformat()}")


def happened(government_id: UUID, event: Event) -> URIRef:
    """Return the address of a change: its day, what it was, and whom it befell."""
    parts = (
        event.on.isoformat(),
        *event.acts,
        *(f"before {record.unit_id}" for record in event.before),
        *(f"after {record.unit_id}" for record in event.after),
    )
    return derived(government_id, " ".join(parts))


def term(meant: Term) -> URIRef:
    """Return the address of a term that every installation shares."""
    return derived(_OURS, f"{type(meant).__name__} {meant}")


def put_terms(graph: Graph) -> None:
    """Say what those of our terms mean that the graph uses."""
    used = set(graph.objects())
    for meant in TERMS:
        if term(meant) not in used:
            continue
        graph.add((term(meant), SKOS.prefLabel, words(TERMS[meant])))
        graph.add((term(meant), SKOS.notation, Literal(str(meant))))


def words(text: str) -> Literal:
    """Return a text of the office, letter for letter."""
    return Literal(text, lang=LANGUAGE)


def day(on: date) -> Literal:
    """Return a day."""
    return Literal(on.isoformat(), datatype=XSD.date)


def first_moment(on: date, zone: str) -> Literal:
    """Return the instant at which a day begins where the government sits."""
    at = datetime(on.year, on.month, on.day, tzinfo=ZoneInfo(zone))
    return Literal(at.isoformat(), datatype=XSD.dateTime)
