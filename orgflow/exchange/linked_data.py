"""The registry as W3C ORG, in Turtle and in JSON-LD; both say the same, and nothing is fetched for either."""

from rdflib import Graph

from orgflow.exchange.linked_posts import put_instruments, put_posts
from orgflow.exchange.linked_terms import PREFIXES, put_terms
from orgflow.exchange.linked_units import put_events, put_units
from orgflow.exchange.registry_picture import Picture


def write_turtle(picture: Picture) -> bytes:
    """Return the picture as Turtle in UTF-8."""
    return _graph(picture).serialize(format="turtle", encoding="utf-8")


def write_json_ld(picture: Picture) -> bytes:
    """Return the picture as JSON-LD in UTF-8; its context stands in the file."""
    return _graph(picture).serialize(format="json-ld", encoding="utf-8", context=PREFIXES, indent=1)


def _graph(picture: Picture) -> Graph:
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    put_units(graph, picture)
    put_events(graph, picture)
    put_posts(graph, picture)
    put_instruments(graph, picture)
    put_terms(graph)
    return graph
