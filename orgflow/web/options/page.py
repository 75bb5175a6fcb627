"""Options side by side as their page prints them."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from orgflow.domain.calendar import format_instant
from orgflow.services.option_pages import MeasuredOption, OptionsPage
from orgflow.services.option_table import MeasureRow, measure_rows


@dataclass(frozen=True, slots=True)
class OptionCard:
    """One option with what may be done with it; an address is empty where it may not be done."""

    heading: str
    sentence: str
    is_in_hand: bool
    is_chosen: bool
    chosen: str
    reason: str
    take_url: str
    describe_url: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class OptionsView:
    """All options with the table of their measures."""

    cards: tuple[OptionCard, ...]
    heads: tuple[str, ...]
    rows: tuple[MeasureRow, ...]
    warning: str
    add_url: str
    choose_url: str


def options_view(page: OptionsPage, zone: str) -> OptionsView:
    """Return the options for their page."""
    heads = tuple(gettext("Pilihan %(letter)s", letter=one.name.letter) for one in page.options)
    may_choose = page.is_editable and len(page.options) > 1
    return OptionsView(
        tuple(_card(page, one, zone) for one in page.options) if page.is_begun else (),
        heads,
        measure_rows(page.options),
        _warning(page),
        url_for("options.add_form", proposal_id=page.proposal_id) if page.may_add else "",
        url_for("options.choose_form", proposal_id=page.proposal_id) if may_choose else "",
    )


def _card(page: OptionsPage, one: MeasuredOption, zone: str) -> OptionCard:
    name, choice = one.name, one.name.choice
    is_aside = page.is_editable and not name.is_in_hand
    chosen = ""
    if choice is not None:
        chosen = gettext("Oleh %(who)s pada %(when)s.", who=choice.by, when=format_instant(choice.at, zone))
    return OptionCard(
        gettext("Pilihan %(letter)s: %(title)s", letter=name.letter, title=name.title),
        name.sentence,
        name.is_in_hand,
        choice is not None,
        chosen,
        choice.reason if choice is not None else "",
        _way(page, one, "take") if is_aside else "",
        _way(page, one, "describe_form") if page.is_editable else "",
        _way(page, one, "remove") if is_aside else "",
    )


def _way(page: OptionsPage, one: MeasuredOption, act: str) -> str:
    return url_for(f"options.{act}", proposal_id=page.proposal_id, letter=str(one.name.letter))


def _warning(page: OptionsPage) -> str:
    if not page.is_undecided:
        return ""
    if all(one.name.choice is None for one in page.options):
        return gettext("Belum ada pilihan yang ditetapkan. Yang diajukan ialah yang sedang dikerjakan.")
    return gettext("Yang sedang dikerjakan, dan yang akan diajukan, bukan pilihan yang ditetapkan.")
