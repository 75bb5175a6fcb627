"""Rancangan Peraturan Gubernur: written from the operations and from the articles that are recorded."""

from collections.abc import Iterator

from orgflow.domain.calendar import format_date
from orgflow.domain.changes.lineage import heirs
from orgflow.domain.papers.amending import amendment
from orgflow.domain.papers.article_changes import Amendment
from orgflow.domain.papers.case import Case
from orgflow.domain.papers.document import (
    Block,
    Document,
    EmblemPlace,
    Face,
    Line,
    Row,
    Style,
    Table,
    plain,
    words_of,
)
from orgflow.domain.papers.drafting import Drafting, runs_of, upper
from orgflow.domain.papers.lists import LETTERS, in_sentence
from orgflow.domain.papers.replacing import NewArticle, replacing_articles
from orgflow.services.papers.citing import cited
from orgflow.services.papers.marks import concept_marks
from orgflow.services.papers.names import bare_name
from orgflow.services.papers.provisions import article_lines, provisions
from orgflow.services.papers.recitals import (
    base_with_gazette,
    considering,
    considering_basis,
    title_of,
)

WIDTHS = (17, 3, 80)


def amendment_of(case: Case) -> Amendment:
    """Return what a case's operations change in the recorded articles."""
    return amendment(case.before, case.after, case.operations, case.articles)


def amending_document(case: Case, drafting: Drafting) -> Document:
    """Return the draft of an amending regulation."""
    changes = amendment_of(case).changes
    base = base_with_gazette(case, drafting)
    blocks = (
        *head_blocks(case, drafting, is_amending=True),
        Line(Style.HEADING, plain(drafting.say("part_one")), keeps_next=True),
        *(_intro(case, drafting, base) if len(changes) != 1 else ()),
        *provisions(changes, base, drafting),
        Line(Style.HEADING, plain(drafting.say("part_two")), keeps_next=True),
        *closing_articles(case, drafting),
        *closing_blocks(case, drafting),
    )
    title = title_of(case, drafting, is_amending=True)
    return draft_document(case, f"Rancangan Peraturan Gubernur tentang {title}", blocks)


def replacing_document(case: Case, drafting: Drafting) -> Document:
    """Return the draft of a regulation that replaces the one in force."""
    articles = replacing_articles(case.articles, amendment_of(case))
    blocks = (
        *head_blocks(case, drafting, is_amending=False),
        *_articles(articles),
        *_closing_of_replacing(case, drafting, len([one for one in articles if not one.is_heading])),
        *closing_blocks(case, drafting),
    )
    title = title_of(case, drafting, is_amending=False)
    return draft_document(case, f"Rancangan Peraturan Gubernur tentang {title}", blocks)


def _articles(articles: tuple[NewArticle, ...]) -> Iterator[Block]:
    for article in articles:
        yield Line(Style.HEADING, plain(article.number), keeps_next=True)
        if article.is_heading:
            yield from (Line(Style.CENTRED, runs_of(line)) for line in article.text.split("\n") if line)
        else:
            yield from article_lines(article.text, 0)


def _closing_of_replacing(case: Case, drafting: Drafting, count: int) -> Iterator[Block]:
    """Yield the articles that end the regulation: transition with the revocation, and the day of effect."""
    yield Line(Style.HEADING, plain(f"Pasal {count + 1}"), keeps_next=True)
    yield Line(Style.BODY, plain(drafting.say("transition")), keeps_next=True)
    revoked = drafting.say("revoked", base=base_with_gazette(case, drafting))
    said = transitions(case, drafting, revoked)
    for place, (letter, text) in enumerate(zip(LETTERS, said, strict=False)):
        end = "." if place == len(said) - 1 else "; dan" if place == len(said) - 2 else ";"
        yield Line(Style.ITEM, runs_of(f"{text}{end}"), f"{letter}.", 1)
    day = format_date(case.effective_on) if case.effective_on is not None else drafting.say("no_date")
    yield Line(Style.HEADING, plain(f"Pasal {count + 2}"), keeps_next=True)
    yield Line(Style.BODY, runs_of(drafting.say("effective", date=day)))


def draft_document(case: Case, title: str, blocks: tuple[Block, ...]) -> Document:
    """Return the blocks as a regulation's document."""
    return Document(
        title, case.sheet, is_landscape=False, face=Face.REGULATION, marks=concept_marks(case), blocks=blocks
    )


def annex_lines(case: Case, drafting: Drafting, *, is_amending: bool) -> tuple[str, ...]:
    """Return what stands at the upper right of the annexed chart."""
    return (
        drafting.say("annex_head"),
        drafting.say("title", head=case.head.upper()),
        drafting.say("number"),
        drafting.say("about"),
        upper(title_of(case, drafting, is_amending=is_amending)),
    )


def head_blocks(case: Case, drafting: Drafting, *, is_amending: bool) -> Iterator[Block]:
    """Yield all that stands before the first article."""
    title = upper(title_of(case, drafting, is_amending=is_amending))
    governor = case.head.upper()
    yield EmblemPlace()
    yield Line(Style.TITLE, plain(governor))
    yield Line(Style.TITLE, plain(""))
    yield Line(Style.TITLE, plain(drafting.say("title", head=governor)))
    yield Line(Style.TITLE, plain(drafting.say("number")))
    yield Line(Style.TITLE, plain(drafting.say("about")))
    yield Line(Style.TITLE, runs_of(title))
    yield Line(Style.HEADING, plain(drafting.say("opening")))
    yield Line(Style.HEADING, plain(f"{governor},"))
    yield considering(case, drafting, is_amending=is_amending)
    yield considering_basis(case, drafting)
    yield Line(Style.HEADING, plain(drafting.say("decided")), keeps_next=True)
    enacting = runs_of(drafting.say("enacting", title=title))
    yield Table((), WIDTHS, (Row((plain("Menetapkan"), plain(":"), enacting)),))


def _intro(case: Case, drafting: Drafting, base: str) -> Iterator[Block]:
    if len(case.amendments) < 2:
        last = words_of(cited(case.amendments[0])) if case.amendments else ""
        rule = "intro_amended_once" if case.amendments else "intro"
        yield Line(Style.BODY, runs_of(drafting.say(rule, base=base, last=last)), keeps_next=True)
        return
    yield Line(Style.BODY, runs_of(drafting.say("intro_amended_often", base=base)), keeps_next=True)
    for letter, earlier in zip(LETTERS, case.amendments, strict=False):
        yield Line(Style.ITEM, (*cited(earlier), *plain(";")), f"{letter}.", 1, keeps_next=True)
    yield Line(Style.BODY, plain(drafting.say("intro_goes_on")), keeps_next=True)


def transitions(case: Case, drafting: Drafting, *extra: str) -> tuple[str, ...]:
    """Return what holds when the regulation begins: officials who stay, names that are read as others."""
    handed_on = heirs(case.operations)
    touched: list[str] = []
    pairs: list[tuple[str, str]] = []
    for unit in case.before.units.values():
        then = case.after.units.get(unit.id)
        heir = case.after.units.get(handed_on[unit.id]) if then is None and unit.id in handed_on else None
        if then is None or then.name != unit.name:
            touched.append(unit.name)
            after = then or heir
            pairs.append((unit.name, after.name if after else f"[belum diisi: penerus {unit.name}]"))
    said = [drafting.say("officials", units=in_sentence(touched))] if touched else []
    said += [drafting.say("mentions", before=before, after=after) for before, after in pairs]
    return (*said, *extra)


def closing_articles(case: Case, drafting: Drafting) -> Iterator[Block]:
    """Yield the transition and the day of effect, numbered where there is more than one of them."""
    day = format_date(case.effective_on) if case.effective_on is not None else drafting.say("no_date")
    effective = runs_of(drafting.say("effective", date=day))
    said = transitions(case, drafting)
    if not said:
        yield Line(Style.BODY, effective)
        return
    yield Line(Style.ITEM, plain(drafting.say("transition")), "1.", 1, keeps_next=True)
    for place, (letter, text) in enumerate(zip(LETTERS, said, strict=False)):
        end = "." if place == len(said) - 1 else "; dan" if place == len(said) - 2 else ";"
        yield Line(Style.ITEM, runs_of(f"{text}{end}"), f"{letter}.", 2)
    yield Line(Style.ITEM, effective, "2.", 1)


def closing_blocks(case: Case, drafting: Drafting) -> Iterator[Block]:
    """Yield the order to promulgate, both signing blocks, and the line of the gazette."""
    government, governor = case.government_name, f"{case.governor_prefix}{case.head.upper()},"
    yield Line(Style.BODY, plain(drafting.say("promulgating", government=government)), keeps_next=True)
    yield Line(Style.SIGN, plain(drafting.say("enacted_at", capital=case.capital)), keeps_next=True)
    yield Line(Style.SIGN, plain(drafting.say("on_day")), keeps_next=True)
    yield Line(Style.SIGN, plain(governor), keeps_next=True)
    yield Line(Style.NAME, runs_of(_signer(case.governor, drafting)))
    yield Line(Style.LEFT, plain(drafting.say("promulgated_at", capital=case.capital)), keeps_next=True)
    yield Line(Style.LEFT, plain(drafting.say("on_day")), keeps_next=True)
    yield Line(Style.LEFT, plain(drafting.say("secretary", government=government.upper())), keeps_next=True)
    yield Line(Style.LEFT_NAME, runs_of(_signer(case.secretary, drafting)))
    yield Line(Style.BODY, plain(drafting.say("gazette_line", government=government.upper())))


def _signer(name: str | None, drafting: Drafting) -> str:
    return bare_name(name).upper() if name is not None else drafting.say("no_name")
