"""The effective working times that every government starts from; neither was verified.

Source: [PERMENPANRB-1-2020], [PERKA-BKN-19-2011].
"""

from typing import Final

from orgflow.domain.audit.events import SettingsChanged
from orgflow.domain.workload.reckoning import WorkingTime
from orgflow.services.context import Context
from orgflow.store.governments import Government
from orgflow.store.workload import WorkingTimeRow

WORKING_TIMES: Final = (
    WorkingTime(
        "permenpanrb_1_2020",
        75_000,
        "PermenPANRB 1/2020 (1.250 jam), menurut sumber ketiga; belum dibaca",
        is_verified=False,
    ),
    WorkingTime(
        "perka_bkn_19_2011",
        72_000,
        "Perka BKN 19/2011 (1.200 jam), menurut salinan umum; belum dibaca",
        is_verified=False,
    ),
)


def enter_working_times(ctx: Context, held: Government) -> None:
    """Enter both norms in use, in the gate's session."""
    for position, time in enumerate(WORKING_TIMES, start=1):
        ctx.session.add(
            WorkingTimeRow(
                id=ctx.new_id(),
                government_id=held.id,
                code=time.code,
                minutes=time.minutes,
                citation=time.citation,
                is_verified=time.is_verified,
                position=position,
                revision=1,
            )
        )
    told = "; ".join(f"{time.code}: {time.minutes}" for time in WORKING_TIMES)
    ctx.record(SettingsChanged(str(held.id), "working_times", None, told))
