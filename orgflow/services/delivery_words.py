"""How a letter was brought to the ministry, as words: for pages, the buku ekspedisi and the audit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from orgflow.domain.ministry.delivery import DeliveryMethod
from orgflow.services.wording import say


@dataclass(frozen=True, slots=True)
class MethodWords:
    """One way: ``told`` within a sentence or a choice, ``listed`` alone in a narrow column."""

    told: str
    listed: str


METHOD_WORDS: Final[Mapping[DeliveryMethod, MethodWords]] = {
    DeliveryMethod.HAND: MethodWords(say("diantar langsung dengan tanda terima"), say("Diantar langsung")),
    DeliveryMethod.COURIER: MethodWords(say("lewat ekspedisi"), say("Ekspedisi")),
    DeliveryMethod.POST: MethodWords(say("lewat pos"), say("Pos")),
    DeliveryMethod.SRIKANDI: MethodWords(say("lewat SRIKANDI"), say("SRIKANDI")),
    DeliveryMethod.MAIL: MethodWords(say("lewat surel"), say("Surel")),
}
