"""Posts, who holds them, and legal instruments as linked data."""

from datetime import date

from rdflib import DCTERMS, FOAF, ORG, RDF, SKOS, TIME, Graph, Literal, URIRef

from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.organisation.papers import regulation_keys
from orgflow.domain.organisation.records import AppointmentRecord, Official, PostRecord
from orgflow.domain.organisation.soundness import title_of
from orgflow.exchange.linked_terms import ELI, address, day, derived, term, words
from orgflow.exchange.linked_units import put_bases
from orgflow.exchange.registry_picture import Picture


def put_posts(graph: Graph, picture: Picture) -> None:
    """Say which posts there are on the day and who holds them; in a whole picture, who ever did."""
    for timeline in picture.history.posts.values():
        present = [record for record in timeline if record.holds_on(picture.on)]
        told = present or (timeline[-1:] if picture.is_whole else ())
        for record in told:
            _put_post(graph, picture, record)
    for held in picture.history.appointments.values():
        if picture.is_whole or held.holds_on(picture.on):
            _put_membership(graph, picture, held)


def put_instruments(graph: Graph, picture: Picture) -> None:
    """Say what each legal instrument is, by the terms of the legislation identifier."""
    keys = regulation_keys(picture.papers.instruments)
    for held in picture.papers.instruments:
        law = address(held.id)
        graph.add((law, RDF.type, ELI.LegalResource))
        graph.add((law, DCTERMS.title, words(held.title)))
        graph.add((law, DCTERMS.identifier, Literal(keys[held.id])))
        for name, on in _days(held):
            graph.add((law, ELI[name], day(on)))
    for amending, amended in picture.papers.amendments:
        graph.add((address(amending), ELI.amends, address(amended)))


def _days(held: Instrument) -> list[tuple[str, date]]:
    named = (
        ("date_document", held.enacted_on),
        ("date_publication", held.promulgated_on),
        ("first_date_entry_in_force", held.effective_on),
    )
    return [(name, on) for name, on in named if on is not None]


def _put_post(graph: Graph, picture: Picture, record: PostRecord) -> None:
    post, unit = address(record.post_id), address(record.unit_id)
    on = picture.on if record.holds_on(picture.on) else record.valid_from
    graph.add((post, RDF.type, ORG.Post))
    graph.add((post, SKOS.prefLabel, words(title_of(picture.history, record.post_id, on))))
    graph.add((post, ORG.role, term(record.role)))
    graph.add((term(record.role), RDF.type, ORG.Role))
    graph.add((post, ORG.postIn, unit))
    graph.add((unit, ORG.hasPost, post))
    for rank in (record.echelon, record.functional_rank):
        if rank is not None:
            graph.add((post, SKOS.note, words(rank)))


def _put_membership(graph: Graph, picture: Picture, held: AppointmentRecord) -> None:
    timeline = picture.history.posts[held.post_id]
    post = next((record for record in timeline if record.holds_on(held.valid_from)), timeline[-1])
    member, person = address(held.appointment_id), address(held.official_id)
    graph.add((member, RDF.type, ORG.Membership))
    graph.add((member, ORG.member, person))
    graph.add((member, ORG.organization, address(post.unit_id)))
    graph.add((member, ORG.role, term(post.role)))
    graph.add((member, DCTERMS.type, term(held.kind)))
    graph.add((member, ORG.memberDuring, _interval(graph, picture, held)))
    put_bases(graph, member, (held.basis,))
    if held.letter is not None:
        graph.add((member, SKOS.note, words(held.letter)))
    if held.holds_on(picture.on):
        graph.add((address(post.post_id), ORG.heldBy, person))
        graph.add((person, ORG.holds, address(post.post_id)))
    _put_person(graph, picture.history.officials[held.official_id], has_nip=picture.has_nip)


def _put_person(graph: Graph, official: Official, *, has_nip: bool) -> None:
    person = address(official.official_id)
    graph.add((person, RDF.type, FOAF.Person))
    graph.add((person, FOAF.name, words(official.name)))
    if official.title is not None:
        graph.add((person, FOAF.title, words(official.title)))
    if has_nip and official.nip is not None:
        graph.add((person, DCTERMS.identifier, Literal(official.nip)))


def _interval(graph: Graph, picture: Picture, held: AppointmentRecord) -> URIRef:
    """Return the time of a membership: its first day and the first without it, or the one day it was seen."""
    interval = derived(held.appointment_id, "interval")
    graph.add((interval, RDF.type, TIME.Interval))
    first = TIME.hasBeginning if held.is_end_known else TIME.inside
    ends = [(first, "beginning", held.valid_from)]
    if held.valid_to is not None and picture.is_told(held.valid_to):
        ends.append((TIME.hasEnd, "end", held.valid_to))
    for property_of, name, on in ends:
        instant = derived(held.appointment_id, name)
        graph.add((interval, property_of, instant))
        graph.add((instant, RDF.type, TIME.Instant))
        graph.add((instant, TIME.inXSDDate, day(on)))
    return interval
