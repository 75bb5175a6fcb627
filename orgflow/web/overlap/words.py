"""The office's words for what two duties are to each other."""

from typing import Final

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.changes.overlap import Verdict
from orgflow.services.overlap_files import VERDICTS

VERDICT_WORDS: Final[dict[Verdict, LazyString]] = {
    verdict: lazy_gettext(words) for verdict, words in VERDICTS.items()
}
HINTS: Final[dict[Verdict, LazyString]] = {
    Verdict.OVERLAPPING: lazy_gettext("Keduanya melakukan hal yang sama untuk lingkup yang sama."),
    Verdict.INTERSECTING: lazy_gettext("Sebagian sama, sebagian berbeda."),
    Verdict.COMPLEMENTARY: lazy_gettext("Yang satu meneruskan atau mendukung yang lain."),
    Verdict.DISTINCT: lazy_gettext("Kata-katanya mirip, tetapi lingkupnya berbeda."),
}
