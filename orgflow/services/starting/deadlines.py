"""Deadlines that every government starts from; none of them was verified.

Source: [PP-18-2016 Pasal 3], [PERMENDAGRI-57-2007].
"""

from orgflow.domain.proposals.deadlines import Deadline
from orgflow.domain.proposals.states import ProposalState

MINISTRY_BASIS = (
    "15 hari kerja sejak diterima Kementerian, menurut bacaan umum atas PP 18/2016 Pasal 3 (tentang Perda) "
    "dan Permendagri 57/2007 yang lama; naskahnya belum diperiksa"
)


def deadlines_to_begin() -> dict[str, Deadline]:
    """Return the deadlines by the code of their desk; a desk that is left out has none."""
    ministry = Deadline(15, MINISTRY_BASIS, is_verified=False, remind_before=3, escalate_after=3)
    return {str(ProposalState.MINISTRY_REVIEW): ministry}
