"""Events of what a proposal is argued with, as sentences: one table a concept."""

from collections.abc import Callable
from typing import Final

from orgflow.web.audit.option_sentences import OPTIONS_TOLD
from orgflow.web.audit.snapshot_sentences import SNAPSHOTS_TOLD
from orgflow.web.audit.telling import Payload, Told

CASE_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {**OPTIONS_TOLD, **SNAPSHOTS_TOLD}
