"""The mandates of Provinsi Contoh: invented, and marked so."""

from typing import Final
from uuid import UUID

from orgflow.domain.calendar import format_date
from orgflow.domain.letters.authority import SigningKind, SigningRole
from orgflow.services.context import Context
from orgflow.services.demo.contoh import SINCE, SOURCE
from orgflow.services.mandates import GrantMandate, MandateTerms, grant_mandate
from orgflow.services.signing_pages import mandate_choices

_ON_BEHALF: Final = (SigningKind.MINISTRY_ANSWER, SigningKind.LETTER, SigningKind.ASSIGNMENT)
_BY_DELEGATION: Final = (SigningKind.LETTER,)


def enter_mandates(ctx: Context) -> None:
    """Let the secretary sign a.n. the governor, and the assistant whose post is held u.b."""
    posts = {post.role: UUID(post.key) for post in mandate_choices(ctx).posts}
    governor = posts[SigningRole.GOVERNOR]
    for number, receiver, kinds in (
        ("CONTOH-MANDAT-001", posts[SigningRole.SECRETARY], _ON_BEHALF),
        ("CONTOH-MANDAT-002", posts[SigningRole.ASSISTANT], _BY_DELEGATION),
    ):
        terms = MandateTerms(
            giver=governor,
            receiver=receiver,
            kinds=kinds,
            valid_from=SINCE,
            last_day=None,
            letter=f"{number} tanggal {format_date(SINCE)}",
            source=SOURCE,
            is_verified=True,
        )
        grant_mandate(ctx, GrantMandate(terms))
