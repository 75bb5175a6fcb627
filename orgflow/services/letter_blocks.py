"""The signature blocks of a document, computed from posts, mandates and rules; only outsiders are typed."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from orgflow.domain.letters.authority import Capitals, SigningRole, SigningWish
from orgflow.domain.letters.details import PLAIN_NAME, Details
from orgflow.domain.letters.facts import Gap, SignatureBlock
from orgflow.domain.letters.kinds import KIND_RULES, LetterKind, Signatory, kind_of, signatory_of
from orgflow.domain.letters.signing import sketch_of
from orgflow.domain.values import UnitId, comparable
from orgflow.services.context import Context
from orgflow.services.signing import AuthorityOnDay, SignerWish, authority_on, sketch_for
from orgflow.store import letters
from orgflow.store.letters import LetterRow

DOTS = "." * 40
RECEIVER = "Yang menerima"
MINUTES_TAKER = "Notulis"


def details_of(row: LetterRow) -> Details:
    """Return what people told of a letter."""
    return Details(json.loads(row.details))


def wish_of(ctx: Context, row: LetterRow, day: date) -> SignerWish | None:
    """Return who is to sign a document on a day; None where no post of the office signs it.

    Raises:
        UnknownLetterKind, SignatoryNotOfKind.
    """
    kind = kind_of(row.kind)
    rule = KIND_RULES[kind]
    about_structure = rule.is_main
    match signatory_of(kind, row.signatory):
        case None:
            return None
        case Signatory.GOVERNOR:
            return SignerWish(
                kind=rule.signing, signer=SigningRole.GOVERNOR, on=day, is_about_structure=about_structure
            )
        case Signatory.SECRETARY:
            return SignerWish(kind=rule.signing, signer=SigningRole.SECRETARY, on=day)
        case Signatory.SECRETARY_FOR_GOVERNOR:
            return SignerWish(
                kind=rule.signing,
                signer=SigningRole.SECRETARY,
                on=day,
                on_behalf_of=SigningRole.GOVERNOR,
            )
        case Signatory.BUREAU_HEAD:
            proposal = letters.proposals_of_letter(ctx.session, row.id)[0]
            return SignerWish(kind=rule.signing, signer=UnitId(proposal.unit_id), on=day)


def blocks_of(ctx: Context, row: LetterRow, day: date, capitals: Capitals) -> tuple[SignatureBlock, ...]:
    """Return the blocks in the order they are read; gaps stand for what is not known of a signer.

    Raises:
        UnknownSigningPost, SigningPostNotSingle: as ``sketch_for``.
    """
    wish = wish_of(ctx, row, day)
    if wish is None:
        return ()
    wish = replace(wish, capitals=capitals)
    own, details = sketch_for(ctx, wish), details_of(row)
    match kind_of(row.kind):
        case LetterKind.COVER_LETTER:
            return (SignatureBlock((RECEIVER,), DOTS, None, None), own)
        case LetterKind.NOTES:
            taker = details.line("minutes_taker")
            return (own, SignatureBlock((MINUTES_TAKER,), taker or Gap("signatory_name"), None, None))
        case LetterKind.MINUTES:
            parties = details.rows("parties", 4)
            held = authority_on(ctx, day) if parties else None
            return (own, *(_party(held, wish, cells) for cells in parties if held is not None))
        case LetterKind.DECREE:
            plain = details.line(PLAIN_NAME.key)
            return (replace(own, name=plain.upper()) if plain is not None else own,)
        case _:
            return (own,)


def _party(held: AuthorityOnDay, wish: SignerWish, cells: tuple[str, ...]) -> SignatureBlock:
    """Return the block of somebody else who signs: computed for a post of ours, as typed for an outsider."""
    title, name, rank, nip = cells
    for key in _keys_of(held, title):
        return sketch_of(
            SigningWish(kind=wish.kind, signer=key, on=wish.on, capitals=wish.capitals), held.authority
        )
    return SignatureBlock((title,), name or Gap("signatory_name"), rank or None, nip or None)


def _keys_of(held: AuthorityOnDay, title: str) -> Iterator[str]:
    sought = comparable(title)
    for post in held.authority.posts.values():
        if sought in (comparable(post.title), comparable(post.title_below)):
            yield post.key
