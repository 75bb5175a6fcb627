"""The words of the round trip with the ministry."""

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.ministry.delivery import DeliveryMethod
from orgflow.domain.ministry.grants import GrantVerdict
from orgflow.domain.ministry.items import ItemKind, ItemStanding
from orgflow.services.delivery_words import METHOD_WORDS

METHODS: Final[Mapping[DeliveryMethod, LazyString]] = {
    method: lazy_gettext(words.told) for method, words in METHOD_WORDS.items()
}
KINDS: Final[Mapping[ItemKind, LazyString]] = {
    ItemKind.QUESTION: lazy_gettext("Pertanyaan"),
    ItemKind.COMPLETION: lazy_gettext("Kelengkapan"),
    ItemKind.CORRECTION: lazy_gettext("Perbaikan"),
}
STANDINGS: Final[Mapping[ItemStanding, tuple[str, LazyString]]] = {
    ItemStanding.OPEN: ("yours", lazy_gettext("Belum dijawab")),
    ItemStanding.OVERDUE: ("bad", lazy_gettext("Lewat batas waktu")),
    ItemStanding.ANSWERED: ("ok", lazy_gettext("Sudah dijawab")),
}
"""How each stands: the look, and the words."""
UNANSWERED: Final = ("rest", lazy_gettext("Tidak dijawab"))
"""How what was asked stands once nobody waits for an answer any more."""
VERDICTS: Final[Mapping[GrantVerdict, tuple[str, LazyString]]] = {
    GrantVerdict.GRANTED: ("ok", lazy_gettext("Disetujui")),
    GrantVerdict.CHANGED: ("yours", lazy_gettext("Disetujui dengan perubahan")),
    GrantVerdict.REFUSED: ("bad", lazy_gettext("Tidak disetujui")),
}
