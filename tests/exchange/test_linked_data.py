"""The registry as W3C ORG: valid against our shapes, the same in both notations, names letter for letter."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyshacl import validate
from rdflib import DCTERMS, FOAF, ORG, RDF, SKOS, Graph, URIRef
from rdflib.compare import isomorphic

from orgflow.domain.organisation import keeping
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.papers import Papers
from orgflow.exchange.linked_data import write_json_ld, write_turtle
from orgflow.exchange.linked_terms import ELI, words
from orgflow.exchange.registry_picture import Picture
from tests.factories.chronicle import (
    ARSIP,
    GOVERNMENT_ID,
    HUKUM,
    HUMAS,
    LAW,
    PAPERS,
    SEEN,
    UMUM,
    Y2020,
    Y2021,
    Y2022,
    Y2024,
    a_chronicle,
)
from tests.factories.furnished import LONG, ODD
from tests.factories.histories import Act, acts, every_day, history_of

# The library reads JSON-LD by a class that it has itself given up.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SHAPES: Final = Graph().parse(Path(__file__).with_name("shapes.ttl"))


def a_picture(on: date = Y2024, history: History | None = None, *, is_whole: bool = False) -> Picture:
    held = history or a_chronicle()
    papers = PAPERS if history is None else Papers()
    return Picture(GOVERNMENT_ID, held, papers, on, "Asia/Jakarta", is_whole=is_whole, has_nip=True)


def turtle(picture: Picture) -> Graph:
    return Graph().parse(data=write_turtle(picture), format="turtle")


def json_ld(picture: Picture) -> Graph:
    return Graph().parse(data=write_json_ld(picture), format="json-ld")


def is_valid(graph: Graph) -> bool:
    return bool(validate(graph, shacl_graph=SHAPES)[0])


def label(graph: Graph, subject: object) -> str:
    return str(graph.value(URIRef(str(subject)), SKOS.prefLabel))


def unit_of(graph: Graph, event: object, side: URIRef) -> UUID:
    """Return the enduring unit on one side of a change."""
    version = graph.value(URIRef(str(event)), side)
    return UUID(str(graph.value(version, DCTERMS.isVersionOf)))


def changes(graph: Graph, words: str) -> list[URIRef]:
    return [
        URIRef(str(one)) for one in graph.subjects(RDF.type, ORG.ChangeEvent) if words in label(graph, one)
    ]


@pytest.mark.parametrize("is_whole", [False, True])
@pytest.mark.parametrize("on", [date(2019, 1, 1), Y2020, Y2021, Y2024])
def test_every_day_is_valid_and_the_same_in_both_notations(on: date, is_whole: bool) -> None:
    picture = a_picture(on, is_whole=is_whole)
    graph = turtle(picture)

    assert is_valid(graph)
    assert isomorphic(graph, json_ld(picture))


@settings(max_examples=15, deadline=None)
@given(tried=st.lists(acts, min_size=5, max_size=30), pick=st.integers(0, 1000))
def test_any_day_of_any_history_is_valid(tried: list[Act], pick: int) -> None:
    history = history_of(tried)
    held_days = every_day(history)

    assert is_valid(turtle(a_picture(held_days[pick % len(held_days)], history)))


HUMAS_IRI: Final = URIRef(HUMAS.urn)
BREAKS: Final = {
    "a unit without a name": lambda graph: graph.remove((HUMAS_IRI, SKOS.prefLabel, None)),
    "a unit of two names": lambda graph: graph.add((HUMAS_IRI, SKOS.prefLabel, words("Biro X"))),
    "a unit of no kind": lambda graph: graph.remove((HUMAS_IRI, ORG.classification, None)),
    "a unit under two": lambda graph: graph.add((HUMAS_IRI, ORG.unitOf, URIRef(UMUM.urn))),
    "a unit under what is none": lambda graph: graph.set((HUMAS_IRI, ORG.unitOf, URIRef(LAW.urn))),
    "a change without a day": lambda graph: graph.remove((None, DCTERMS.date, None)),
    "a change of nobody": lambda graph: graph.remove((None, ORG.resultingOrganization, None)),
    "a change of the enduring unit": lambda graph: graph.add(
        (next(graph.subjects(RDF.type, ORG.ChangeEvent)), ORG.originalOrganization, HUMAS_IRI)
    ),
    "a basis that is no law": lambda graph: graph.remove((URIRef(LAW.urn), RDF.type, ELI.LegalResource)),
    "a member who is nobody": lambda graph: graph.remove((None, RDF.type, FOAF.Person)),
}


@pytest.mark.parametrize("broken", BREAKS)
def test_the_shapes_refuse_a_broken_graph(broken: str) -> None:
    graph = turtle(a_picture())

    BREAKS[broken](graph)

    assert not is_valid(graph)


def test_a_rename_makes_one_version_of_another_by_a_regulation() -> None:
    graph = turtle(a_picture())

    (event,) = changes(graph, "Perubahan nama")

    old, new = graph.value(event, ORG.originalOrganization), graph.value(event, ORG.resultingOrganization)
    assert (label(graph, old), label(graph, new)) == ("Biro Humas", "Biro Protokol")
    assert {graph.value(old, DCTERMS.isVersionOf), graph.value(new, DCTERMS.isVersionOf)} == {HUMAS_IRI}
    assert str(graph.value(event, DCTERMS.date)) == "2021-01-06"
    assert graph.value(event, DCTERMS.source) == URIRef(LAW.urn)
    assert str(graph.value(URIRef(LAW.urn), DCTERMS.identifier)) == "pergub 12/2021"


def test_the_enduring_unit_bears_the_name_of_the_day() -> None:
    assert label(turtle(a_picture(Y2020)), HUMAS.urn) == "Biro Humas"
    assert label(turtle(a_picture(Y2024)), HUMAS.urn) == "Biro Protokol"


def test_a_version_has_the_same_address_at_every_export() -> None:
    early, late = (set(turtle(a_picture(on)).objects(HUMAS_IRI, DCTERMS.hasVersion)) for on in (Y2020, Y2024))

    assert len(early) == 1
    assert early < late
    assert all(str(one).startswith("urn:uuid:") for one in late)


def test_a_merge_is_one_event_and_what_ended_stands_nowhere() -> None:
    graph = turtle(a_picture())

    (merge,) = changes(graph, "Penggabungan")

    assert unit_of(graph, merge, ORG.originalOrganization) == ARSIP
    assert unit_of(graph, merge, ORG.resultingOrganization) == HUKUM
    assert changes(graph, "Penghapusan") == []
    assert graph.value(URIRef(ARSIP.urn), ORG.unitOf) is None
    assert URIRef(ARSIP.urn) not in set(graph.objects(None, ORG.hasUnit))


def test_a_post_is_held_on_the_day_and_nobody_is_named_before() -> None:
    held, before = turtle(a_picture(Y2022)), turtle(a_picture(Y2021))

    (post,) = held.subjects(RDF.type, ORG.Post)
    assert label(held, post) == "Kepala Biro Protokol"
    assert [str(held.value(one, FOAF.name)) for one in held.objects(post, ORG.heldBy)] == [
        "Contoh Satu, S.Sos."
    ]
    assert list(before.subjects(RDF.type, ORG.Membership)) == []


def test_personal_numbers_are_told_only_where_they_may_be() -> None:
    assert b"197001011995031001" in write_turtle(a_picture())
    for written in (write_turtle, write_json_ld):
        assert b"197001011995031001" not in written(replace(a_picture(), has_nip=False))


@pytest.mark.parametrize("name", [*ODD, LONG])
def test_a_name_is_told_letter_for_letter(name: str) -> None:
    history = keeping.change_unit(a_chronicle(), UMUM, Y2022, lambda record: replace(record, name=name), SEEN)
    picture = a_picture(Y2024, history)

    for graph in (turtle(picture), json_ld(picture)):
        assert label(graph, UMUM.urn) == name


def test_the_context_of_json_ld_stands_in_the_file() -> None:
    content = write_json_ld(a_picture()).decode()

    assert '"@context": {' in content
    assert '"@context": "' not in content
