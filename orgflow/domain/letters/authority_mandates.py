"""The chain of posts between two, and the mandate by which one signs in the other's name.

Source: [SIGNING-ON-BEHALF].
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from orgflow.domain.letters.authority import Mandate, MandateForm, SigningKind, SigningPost, SigningWish
from orgflow.domain.letters.authority_errors import (
    MandateDoesNotCover,
    MandateExpired,
    MandateFormUnfit,
    MandateKindUnfit,
    MandateMissing,
    MandateNotBegun,
    MandateOfOtherForm,
    MandatePeriodUnfit,
    MandateToItself,
    SignerNotBelow,
    SignerTooFarBelow,
    SigningChainUnknown,
    UnknownSigningPost,
)
from orgflow.domain.letters.authority_rules import SigningRule, kinds_kept_from_behalf
from orgflow.domain.values import clean_line, clean_words_if_any

Posts = Mapping[str, SigningPost]


def post_of(posts: Posts, key: str) -> SigningPost:
    """Return a post.

    Raises:
        UnknownSigningPost.
    """
    if key not in posts:
        raise UnknownSigningPost(post=key)
    return posts[key]


def chain_between(posts: Posts, giver: SigningPost, receiver: SigningPost) -> tuple[SigningPost, ...]:
    """Return the posts from the giver down to the receiver, both included.

    Raises:
        SigningChainUnknown: the way up from the receiver is not recorded.
        SignerNotBelow: it does not lead to the giver.
    """
    way = [receiver]
    while way[-1].key != giver.key:
        above = way[-1].above
        if above is None and not way[-1].is_placed:
            raise SigningChainUnknown(post=way[-1].title, signer=receiver.title, giver=giver.title)
        if above is None or len(way) > len(posts):
            raise SignerNotBelow(signer=receiver.title, giver=giver.title)
        way.append(post_of(posts, above))
    return tuple(reversed(way))


def form_between(chain: Sequence[SigningPost]) -> MandateForm:
    """Return in which form the last of a chain signs for the first.

    Raises:
        SignerTooFarBelow: more than two levels apart.
    """
    levels = len(chain) - 1
    for form in MandateForm:
        if form.levels == levels:
            return form
    raise SignerTooFarBelow(signer=chain[-1].title, giver=chain[0].title, levels=levels)


def mandate_for(wish: SigningWish, chain: Sequence[SigningPost], mandates: Iterable[Mandate]) -> Mandate:
    """Return the mandate by which the last of a chain signs for the first on the wished day.

    Raises:
        SignerTooFarBelow, MandateMissing, MandateOfOtherForm, MandateDoesNotCover.
        MandateExpired, MandateNotBegun: it does not hold on the day.
    """
    giver, receiver, form = chain[0], chain[-1], form_between(chain)
    facts = {"giver": giver.title, "signer": receiver.title, "on": wish.on.isoformat()}
    between = [held for held in mandates if (held.giver, held.receiver) == (giver.key, receiver.key)]
    fitting = [held for held in between if held.form is form]
    if not between:
        raise MandateMissing(mandate_form=str(form), **facts)
    if not fitting:
        raise MandateOfOtherForm(mandate_form=str(form), recorded_form=str(between[0].form), **facts)
    covering = [held for held in fitting if held.covers(wish.kind)]
    if not covering:
        raise MandateDoesNotCover(signing_kind=str(wish.kind), mandate_form=str(form), **facts)
    holding = [held for held in covering if held.holds_on(wish.on)]
    if holding:
        return max(holding, key=lambda held: held.valid_from)
    _refuse_day(form, covering, wish.on, facts)
    raise MandateMissing(mandate_form=str(form), **facts)


def _refuse_day(form: MandateForm, covering: Iterable[Mandate], on: date, facts: Mapping[str, str]) -> None:
    """Say which mandate just missed the day.

    Raises:
        MandateExpired, MandateNotBegun.
    """
    ends = [held.valid_to for held in covering if held.valid_to is not None and held.valid_to <= on]
    if ends:
        last_day = max(ends) - timedelta(days=1)
        raise MandateExpired(mandate_form=str(form), last_day=last_day.isoformat(), **facts)
    begins_on = min(held.valid_from for held in covering)
    raise MandateNotBegun(mandate_form=str(form), begins_on=begins_on.isoformat(), **facts)


def checked_mandate(mandate: Mandate, posts: Posts, rules: Iterable[SigningRule]) -> Mandate:
    """Return the mandate as it may be kept, its texts cleaned.

    Args:
        posts: as they are on its first day.

    Raises:
        UnknownSigningPost, MandateToItself, MandateFormUnfit, MandatePeriodUnfit, MandateKindUnfit.
        SigningChainUnknown, SignerNotBelow.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable: a text cannot be kept.
    """
    giver, receiver = post_of(posts, mandate.giver), post_of(posts, mandate.receiver)
    if giver.key == receiver.key:
        raise MandateToItself(field="receiver", post=giver.title)
    levels = len(chain_between(posts, giver, receiver)) - 1
    if levels != mandate.form.levels:
        raise MandateFormUnfit(
            field="form",
            mandate_form=str(mandate.form),
            giver=giver.title,
            signer=receiver.title,
            levels=levels,
        )
    if mandate.valid_to is not None and mandate.valid_to <= mandate.valid_from:
        raise MandatePeriodUnfit(field="last_day", begins_on=mandate.valid_from.isoformat())
    kept = [kind for kind in mandate.kinds if kind in kinds_kept_from_behalf(rules)]
    if kept:
        raise MandateKindUnfit(field="kinds", signing_kind=str(kept[0]))
    return replace(
        mandate,
        kinds=_in_order(mandate.kinds),
        letter=clean_words_if_any(mandate.letter or "", field="letter") or None,
        source=clean_line(mandate.source, field="source"),
    )


def _in_order(kinds: Iterable[SigningKind]) -> tuple[SigningKind, ...]:
    named = frozenset(kinds)
    return tuple(kind for kind in SigningKind if kind in named)
