"""What stands in a mail: of one notice, or the digest of a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from orgflow.domain.calendar import format_date
from orgflow.services.wording import say

_GREETING: Final = say("Yth. %(name)s,")
_DIGEST_SUBJECT: Final = say("Rangkuman %(day)s: %(count)s pemberitahuan")
_DIGEST_HEAD: Final = say("Pemberitahuan untuk Anda sejak rangkuman sebelumnya:")
_LINK: Final = say("Buka: %(address)s")
_NO_LINK: Final = say("Buka OrgFlow untuk menindaklanjutinya.")
_FOOT: Final = say(
    "Surel ini dikirim otomatis oleh OrgFlow %(government)s dan tidak perlu dibalas. Cara menerimanya dapat"
    " diubah di halaman Akun saya."
)


@dataclass(frozen=True, slots=True)
class MailText:
    """A mail's subject and text."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class MailFrame:
    """What stands around the sentences; ``address`` of the page is '' where it is not known."""

    reader: str
    government: str
    address: str


def single_mail(sentence: str, frame: MailFrame) -> MailText:
    """Return the mail of one notice."""
    return MailText(sentence.rstrip("."), _framed((sentence,), frame))


def digest_mail(day: date, sentences: Sequence[str], frame: MailFrame) -> MailText:
    """Return the mail of a day's notices."""
    subject = _DIGEST_SUBJECT % {"day": format_date(day), "count": len(sentences)}
    listed = "\n".join(f"- {sentence}" for sentence in sentences)
    return MailText(subject, _framed((_DIGEST_HEAD, listed), frame))


def _framed(parts: Sequence[str], frame: MailFrame) -> str:
    link = _LINK % {"address": frame.address} if frame.address else _NO_LINK
    greeting = _GREETING % {"name": frame.reader}
    foot = f"--\n{_FOOT % {'government': frame.government}}"
    return "\n\n".join((greeting, *parts, link, foot)) + "\n"
