"""When a name of the ministry's guideline may be kept among the rules, and when a kind of unit may."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from orgflow.domain.changes.findings import GuidelineName
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.keeping import UnknownKind
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.rules import RuleTwice
from orgflow.domain.values import clean_line, clean_name, clean_text, comparable

DEEPEST_LEVEL: Final = 20
CITATION_LENGTH: Final = 500
_CODE: Final = re.compile(r"^[a-z][a-z0-9_-]{1,39}$")


class KindCodeUnfit(RuleBroken):
    """The code of a kind is not 2 to 40 small letters, digits, dashes and underscores."""

    code = "kind_code_unfit"


class KindLevelUnfit(RuleBroken):
    """A level is not between 0 and 20."""

    code = "kind_level_unfit"


class KindTwice(RuleBroken):
    """Another kind has the code or the name."""

    code = "kind_twice"


def checked_name(
    name: GuidelineName, kinds: Mapping[str, UnitKind], beside: Iterable[GuidelineName] = ()
) -> GuidelineName:
    """Return the guideline's name as it may be kept, its texts cleaned.

    Args:
        beside: the names that are kept beside it.

    Raises:
        UnknownKind, RuleTwice, TextEmpty, TextTooLong, TextUnprintable.
    """
    if name.kind_code not in kinds:
        raise UnknownKind(field="kind_code", kind=name.kind_code)
    counterpart_of = clean_text(name.counterpart_of or "", field="counterpart_of", limit=200)
    cleaned = replace(
        name,
        name=clean_name(name.name),
        counterpart_of=clean_name(counterpart_of, field="counterpart_of") if counterpart_of else None,
        citation=clean_line(name.citation, field="citation", limit=CITATION_LENGTH),
    )
    wanted = cleaned.kind_code, comparable(cleaned.name)
    if any((other.kind_code, comparable(other.name)) == wanted for other in beside):
        raise RuleTwice(field="name")
    return cleaned


def checked_kind(kind: UnitKind, beside: Iterable[UnitKind]) -> UnitKind:
    """Return the kind of unit as it may be kept, its texts cleaned.

    Raises:
        KindCodeUnfit, KindLevelUnfit, KindTwice, TextEmpty, TextTooLong, TextUnprintable.
    """
    code = kind.code.strip()
    if not _CODE.match(code):
        raise KindCodeUnfit(field="code", kind_code=code[:60])
    if not 0 <= kind.level <= DEEPEST_LEVEL:
        raise KindLevelUnfit(field="level", deepest=DEEPEST_LEVEL)
    cleaned = replace(
        kind,
        code=code,
        name=clean_name(kind.name),
        head_title=clean_name(kind.head_title, field="head_title"),
    )
    for other in beside:
        if other.code == code:
            raise KindTwice(field="code", kind=other.name)
        if comparable(other.name) == comparable(cleaned.name):
            raise KindTwice(field="name", kind=other.name)
    return cleaned
