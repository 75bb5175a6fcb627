"""What other registers add to the sections of a study: a section's key, and what it is given there.

A register that has something to show in a section adds one function here. It returns no blocks while it
holds nothing; the study then prints what somebody writes.
"""

from collections.abc import Callable, Mapping
from typing import Final

from orgflow.domain.papers.document import Block
from orgflow.services.study_registers import compared_options, counts_blocks, precedents_blocks
from orgflow.services.study_source import StudySource
from orgflow.services.workload_study import reckoning_study_blocks, volume_study_blocks

StudyHook = Callable[[StudySource], tuple[Block, ...]]

HOOKS: Final[Mapping[str, tuple[StudyHook, ...]]] = {
    "kinerja": (volume_study_blocks, counts_blocks),
    "pembanding": (precedents_blocks,),
    "anjab_abk": (reckoning_study_blocks,),
    "pilihan": (compared_options,),
}
"""By the keys of ``domain/study/outline.py``."""
