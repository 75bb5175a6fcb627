"""What can go wrong between a letter's facts and its two files."""

from collections.abc import Mapping
from types import MappingProxyType

from orgflow.domain.errors import DomainError, RuleBroken, Unavailable


class TemplateRefused(RuleBroken):
    """A template asks for more than wording may; ``construct`` and ``line`` say what and where."""

    code = "template_refused"


class TemplateUnreadable(RuleBroken):
    """A template's description or wording cannot be read; ``at`` names the place."""

    code = "template_unreadable"


class MarkupRefused(RuleBroken):
    """The wording uses markup that a letter cannot carry; ``markup`` and ``line`` say what and where."""

    code = "letter_markup_refused"


class FactsUnfit(RuleBroken):
    """The facts do not fit what the template needs; ``places`` names all of them at once."""

    code = "letter_facts_unfit"


class UnknownGap(RuleBroken):
    """A gap has no label in the template; ``key`` is the gap's."""

    code = "unknown_letter_gap"


class UnprintableText(RuleBroken):
    """A text holds characters that no letter can print; ``places`` names all of them at once."""

    code = "unprintable_letter_text"


class LetterTooLong(RuleBroken):
    """A text or a list passes its limit; ``places`` names all of them at once."""

    code = "letter_too_long"


class EmblemMismatch(RuleBroken):
    """The picture given is not the one that the facts name."""

    code = "emblem_mismatch"


class PictureUnreadable(RuleBroken):
    """The emblem is not a PNG or JPEG picture that can be drawn."""

    code = "emblem_unreadable"


class GlyphMissing(RuleBroken):
    """No font of this machine can print some of the letter's characters; ``characters`` names them."""

    code = "letter_glyph_missing"


class RenderFailed(Unavailable):
    """The letter could not be written; ``reason`` is a short code, ``detail`` what the library said."""

    code = "letter_render_failed"


_KNOWN: Mapping[str, type[DomainError]] = MappingProxyType(
    {
        kind.code: kind
        for kind in (
            TemplateRefused,
            TemplateUnreadable,
            MarkupRefused,
            FactsUnfit,
            UnknownGap,
            UnprintableText,
            LetterTooLong,
            EmblemMismatch,
            PictureUnreadable,
            GlyphMissing,
            RenderFailed,
        )
    }
)


def error_named(code: str) -> type[DomainError]:
    """Return the error class with this code; an unknown code is a failed rendering."""
    return _KNOWN.get(code, RenderFailed)
