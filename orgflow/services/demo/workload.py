"""The one visit to the bureau that a source tells of, and invented work of a unit of Provinsi Contoh.

Source: [TOPSUMBAR-2022].
"""

from datetime import date
from decimal import Decimal
from typing import Final

from orgflow.domain.values import ProposalId
from orgflow.domain.workload.activities import Activity
from orgflow.domain.workload.reckoning import Rounding
from orgflow.services.context import Context
from orgflow.services.demo.contoh import SOURCE
from orgflow.services.workload import AddActivity, ChooseCalculation, add_activity, choose_calculation

VISIT: Final = Activity(
    "Keprotokolan",
    "Penerimaan rombongan Kota Padang Panjang pada 7 Desember 2022",
    "kunjungan",
    2022,
    Decimal(1),
    None,
    "topsumbar.co.id: kunjungan satu rombongan; jumlah kunjungan setahun tidak diketahui",
    date(2022, 12, 7),
)
_INVENTED: Final = (
    ("Kerumahtanggaan", "Penerimaan tamu pimpinan", "kegiatan", 240, (410, 455, 520)),
    ("Kerumahtanggaan", "Penyiapan rapat pimpinan", "kegiatan", 180, (260, 250, 300)),
    ("Tata usaha", "Pengurusan surat masuk", "surat", 6, (5_200, 5_750, 6_100)),
)
"""Function, activity, product, minutes each, and the volumes of the last three years."""


def enter_visit(ctx: Context, proposal_id: ProposalId) -> None:
    """Record the visit as what it is: one, not the visits of a year."""
    add_activity(ctx, AddActivity(proposal_id, VISIT))


def enter_invented_work(ctx: Context, proposal_id: ProposalId, today: date) -> None:
    """Record three activities over the last three years, and reckon the posts of the last."""
    for function, name, product, norm, volumes in _INVENTED:
        for year, volume in enumerate(volumes, start=today.year - len(volumes)):
            activity = Activity(function, name, product, year, Decimal(volume), Decimal(norm), SOURCE)
            add_activity(ctx, AddActivity(proposal_id, activity))
    last = today.year - 1
    command = ChooseCalculation(proposal_id, 0, last, "permenpanrb_1_2020", Rounding.NEAREST, None)
    choose_calculation(ctx, command)
