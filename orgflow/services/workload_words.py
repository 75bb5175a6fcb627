"""Activities and calculations as lines of the history and of printed sheets."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from orgflow.domain.calendar import format_date
from orgflow.domain.workload.activities import Activity
from orgflow.domain.workload.figures import format_figure
from orgflow.domain.workload.reckoning import Rounding, RoundingRule
from orgflow.services.trust_words import TRUST
from orgflow.services.wording import say

ROUNDINGS: Final[Mapping[Rounding, str]] = {
    Rounding.UP: say("Selalu ke atas"),
    Rounding.NEAREST: say("Ke bilangan terdekat"),
    Rounding.FROM_SHARE: say("Ke bawah, tetapi ke atas mulai bagian tertentu"),
}
"""In the office's words, for pages and papers alike."""


def activity_name(activity: Activity) -> str:
    """Return what an activity of a year is called."""
    return f"{activity.name} ({activity.function}), {activity.year}"


def activity_words(activity: Activity) -> str:
    """Return an activity as one line."""
    norm = f"{format_figure(activity.norm)} menit" if activity.norm is not None else "belum diisi"
    dated = f" tanggal {format_date(activity.dated_on)}" if activity.dated_on is not None else ""
    return "; ".join(
        (
            f"{format_figure(activity.volume)} {activity.product}",
            f"norma waktu: {norm}",
            f"sumber: {activity.source}{dated} ({TRUST[activity.is_verified]})",
        )
    )


def rule_words(rule: RoundingRule) -> str:
    """Return how is rounded, with the share where one is asked for."""
    if rule.rounding is Rounding.FROM_SHARE and rule.share is not None:
        return f"ke bawah, tetapi ke atas mulai {format_figure(rule.share)} jabatan"
    return ROUNDINGS[rule.rounding].lower()


def choice_words(year: int, minutes: int, rounding: Rounding, share: Decimal | None) -> str:
    """Return a chosen calculation as one line."""
    rule = rule_words(RoundingRule(rounding, share))
    return f"tahun {year}; waktu kerja efektif {format_figure(minutes)} menit; pembulatan {rule}"
