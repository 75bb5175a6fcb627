"""Whether a governor's regulation amends the one in force or replaces it."""

from enum import StrEnum


class RegulationForm(StrEnum):
    """The form that a person decides; amending until somebody does.

    Source: [AMEND-OR-REPLACE] in docs/sources.md.
    """

    AMENDING = "amending"
    REPLACING = "replacing"
