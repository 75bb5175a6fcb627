"""The page of the round trip: its rounds with their proofs and items, and what comes next."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.calendar import format_date
from orgflow.domain.letters.kinds import LetterKind
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.ministry.delivery import DeliveryMethod
from orgflow.domain.ministry.items import ItemPlace, PlaceKind
from orgflow.domain.proposals.states import RUNNING
from orgflow.services.ministry_items import ANSWERERS
from orgflow.services.ministry_pages import ItemView, MinistryPage, ProofView
from orgflow.services.proposal_pages import ProposalPage
from orgflow.services.proposal_time import ProposalTime
from orgflow.web.ministry.thread import Post, is_at_ministry, numbers_of, posts_of, waiting_words
from orgflow.web.ministry.words import KINDS, METHODS, STANDINGS, UNANSWERED
from orgflow.web.proposals.buttons import Button, answer_buttons
from orgflow.web.proposals.due_words import DueView, due_view
from orgflow.web.proposals.header import Link


@dataclass(frozen=True, slots=True)
class ItemLine:
    """What was asked, in words."""

    number: int
    kind: str
    text: str
    place: str
    due: str
    state: str
    words: str
    answer: str
    done: str
    found_at: str
    answered_by: str
    url: str


@dataclass(frozen=True, slots=True)
class ProofLine:
    """How a sending arrived, in words."""

    sentence: str
    file_url: str | None


@dataclass(frozen=True, slots=True)
class RoundView:
    """One round; ``prove_url`` where its proof may be recorded."""

    title: str
    posts: tuple[Post, ...]
    proofs: tuple[ProofLine, ...]
    items: tuple[ItemLine, ...]
    prove_url: str


@dataclass(frozen=True, slots=True)
class NextLetter:
    """A letter to be begun, or the one that was; ``kind`` is empty where it is only opened."""

    label: str
    note: str
    url: str
    kind: str


@dataclass(frozen=True, slots=True)
class Thread:
    """The exchange with the ministry, the oldest round first, and what may be recorded now.

    Attributes:
        desks: the ways to look at it: everybody's, and each desk's own.
        waiting: tells the working days that have passed without an answer.
        due: by when the office wants the answer; None where no deadline is set.
    """

    rounds: tuple[RoundView, ...]
    desks: tuple[Link, ...]
    answers: tuple[Button, ...]
    letters: tuple[NextLetter, ...]
    register_url: str
    register_note: str
    waiting: str
    due: DueView | None


def thread(
    page: ProposalPage, held: MinistryPage, time: ProposalTime, reader: Actor, desk_id: UUID | None = None
) -> Thread:
    """Return the exchange of a proposal with the ministry, its days counted by the calendar."""
    posts = posts_of(page, held, time.days, reader, desk_id)
    waiting = waiting_words(page, time.days)
    may_record = reader.may(Permission.RECORD_MINISTRY)
    is_open = may_record and bool(held.rounds) and page.state in RUNNING
    return Thread(
        tuple(_round(page, held, posts, number, reader) for number in numbers_of(posts)),
        _desks(page, held, desk_id),
        answer_buttons(page),
        tuple(_letters(page, held, reader, waiting)),
        url_for("agenda.register_form", usulan=page.id) if is_open else "",
        gettext("Catat di agenda surat masuk, lalu catat butir yang diminta atau jawabannya.")
        if is_at_ministry(page)
        else gettext("Catat di agenda surat masuk."),
        waiting,
        due_view(time.due) if waiting else None,
    )


def place_words(page: ProposalPage, place: ItemPlace) -> str:
    """Return what an item is about, in words."""
    match place.kind:
        case PlaceKind.OPERATION:
            ids = [str(placed.id) for placed in page.asked]
            known = place.named in ids
            return gettext("Perubahan %(number)s", number=ids.index(place.named) + 1) if known else ""
        case PlaceKind.DOCUMENT:
            titles = {view.asked.code: view.asked.title for view in page.documents}
            return titles.get(place.named, place.named)
        case PlaceKind.SECTION:
            return place.named
        case PlaceKind.WHOLE:
            return gettext("Seluruh usulan")


def item_line(page: ProposalPage, view: ItemView, reader: Actor) -> ItemLine:
    """Return what was asked and answered, in words."""
    item, is_asked = view.item, is_at_ministry(page)
    state, words = STANDINGS[item.standing_on(page.today)] if is_asked or item.answer else UNANSWERED
    may_answer = is_asked and not view.is_sent and any(reader.may(one) for one in ANSWERERS)
    return ItemLine(
        item.number,
        str(KINDS[item.kind]),
        item.text,
        place_words(page, item.place),
        format_date(item.due_on) if item.due_on is not None else "",
        state,
        str(words),
        item.answer.text if item.answer is not None else "",
        item.answer.done if item.answer is not None else "",
        item.answer.found_at if item.answer is not None else "",
        view.answered_by or "",
        url_for("ministry_items.answer_form", proposal_id=page.id, item_id=item.id) if may_answer else "",
    )


def _round(
    page: ProposalPage, held: MinistryPage, posts: tuple[Post, ...], number: int, reader: Actor
) -> RoundView:
    sent = next((one.sent_on for one in held.rounds if one.number == number), None)
    may_record = reader.may(Permission.RECORD_MINISTRY) and sent is not None
    return RoundView(
        gettext("Putaran %(number)s, dikirim %(day)s", number=number, day=format_date(sent))
        if sent is not None
        else gettext("Sebelum dikirim"),
        tuple(post for post in posts if post.round == number),
        tuple(_proof(proof) for proof in held.proofs if proof.round == number),
        tuple(item_line(page, view, reader) for view in held.items if view.item.round == number),
        url_for("ministry.prove_form", proposal_id=page.id, number=number) if may_record else "",
    )


def _proof(view: ProofView) -> ProofLine:
    known = view.method in set(DeliveryMethod)
    words = [
        gettext(
            "Sampai %(day)s %(how)s",
            day=format_date(view.delivered_on),
            how=str(METHODS[DeliveryMethod(view.method)]) if known else view.method,
        ),
        gettext("diterima %(who)s", who=view.received_by) if view.received_by else "",
        gettext("nomor %(number)s", number=view.reference) if view.reference else "",
    ]
    url = url_for("evidence.file", file_id=view.file_id) if view.file_id is not None else None
    return ProofLine(", ".join(word for word in words if word) + ".", url)


def _desks(page: ProposalPage, held: MinistryPage, desk_id: UUID | None) -> tuple[Link, ...]:
    """Return the ways to look at the exchange; none while letters of one desk at most have come."""
    came = {letter.desk_id for letter in held.letters}
    found = [desk for desk in held.desks if desk.id in came]
    if not found or len(came) == 1:
        return ()
    here = url_for("proposals.ministry", proposal_id=page.id)
    return (
        Link(gettext("Semua surat"), here, is_current=desk_id is None),
        *(
            Link(
                desk.name,
                url_for("proposals.ministry", proposal_id=page.id, meja=desk.id),
                is_current=desk.id == desk_id,
            )
            for desk in found
        ),
    )


def _letters(page: ProposalPage, held: MinistryPage, reader: Actor, waiting: str) -> Iterator[NextLetter]:
    if not reader.may(Permission.EDIT_LETTER) or not is_at_ministry(page):
        return
    unsent = [view for view in held.items if not view.is_sent]
    if unsent:
        left = sum(view.item.answer is None for view in unsent)
        note = (
            gettext("%(count)s butir belum dijawab; suratnya dikirim sesudah semua dijawab.", count=left)
            if left
            else gettext("Semua butir sudah dijawab; matriksnya terisi dari jawaban itu.")
        )
        yield _letter(page, LetterKind.COMPLETION, gettext("Surat penyampaian kelengkapan"), note)
    if waiting:
        yield _letter(
            page,
            LetterKind.FOLLOW_UP,
            gettext("Surat permohonan tindak lanjut"),
            gettext("Bila jawaban lama tidak datang."),
        )


def _letter(page: ProposalPage, kind: LetterKind, name: str, note: str) -> NextLetter:
    """Return a letter of a kind: the one that is under way, else one to begin."""
    done = (LetterState.VOID, LetterState.SENT)
    under_way = [one for one in page.other_letters if one.kind == kind and one.state not in done]
    if under_way:
        url = url_for("letters.show", letter_id=under_way[0].id)
        return NextLetter(gettext("Buka: %(name)s", name=name), note, url, "")
    url = url_for("letter_kinds.begin", proposal_id=page.id)
    return NextLetter(gettext("Siapkan: %(name)s", name=name), note, url, str(kind))
