"""The board as its page prints it."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext, ngettext

from orgflow.services.board import BoardCard, Column
from orgflow.web.home.desk import standing_words
from orgflow.web.proposals.expected import awaited_people
from orgflow.web.proposals.header import title_of_changes
from orgflow.web.proposals.words import PHASE_KEYS, PHASES, where_it_is


@dataclass(frozen=True, slots=True)
class CardView:
    """A proposal on the board; ``state`` and ``words`` say what blocks it, ``who`` whose turn it is."""

    url: str
    title: str
    is_sample: bool
    standing: str
    who: str
    days: str
    state: str
    state_symbol: str
    words: str


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A phase; ``rest`` leads to those that are not shown, "" where all are."""

    slug: str
    title: str
    total: str
    cards: tuple[CardView, ...]
    rest: str
    rest_url: str


def column_views(columns: tuple[Column, ...]) -> tuple[ColumnView, ...]:
    """Return the columns in the words of the page."""
    return tuple(map(_column, columns))


def _column(column: Column) -> ColumnView:
    more = column.total - len(column.cards)
    slug = PHASE_KEYS[column.phase]
    return ColumnView(
        slug,
        str(PHASES[column.phase]),
        ngettext("%(num)s usulan", "%(num)s usulan", column.total),
        tuple(map(_card, column.cards)),
        ngettext("Lihat %(num)s usulan lainnya", "Lihat %(num)s usulan lainnya", more) if more else "",
        url_for("proposals.index", keadaan=slug),
    )


def _card(held: BoardCard) -> CardView:
    card = held.card
    words = where_it_is(card.standing, card.last_step, card.unit)
    people = awaited_people(card.awaited, card.unit)
    state, symbol, lacks = standing_words(card)
    return CardView(
        url_for("proposals.show", proposal_id=card.id),
        title_of_changes(card.unit, card.changes).line,
        card.is_sample,
        f"{words[:1].upper()}{words[1:]}",
        "" if people.casefold() in words.casefold() else gettext("Giliran %(who)s", who=people),
        gettext("%(here)s hari kerja di tahap ini, %(age)s sejak disusun", here=held.days_here, age=held.age),
        state,
        symbol,
        "" if state == "ok" else lacks,
    )
