"""Invented duties of two units of Provinsi Contoh, so that their comparison can be seen whole."""

from collections.abc import Mapping
from typing import Final

from orgflow.domain.organisation.records import FunctionKind
from orgflow.domain.values import UnitId
from orgflow.services.context import Context
from orgflow.services.demo.contoh import BUREAU, SINCE, SOURCE
from orgflow.services.organisation.functions import AddFunction, add_function
from orgflow.services.organisation.unit_fields import GivenBasis

AGENCY: Final = "Dinas Komunikasi dan Informatika"
_D, _F = FunctionKind.DUTY, FunctionKind.FUNCTION
DUTIES: Final[Mapping[str, tuple[tuple[FunctionKind, str], ...]]] = {
    BUREAU: (
        (_D, "menyiapkan perumusan kebijakan di bidang hubungan masyarakat dan keprotokolan"),
        (_F, "pelaksanaan hubungan media dan kerja sama dengan media massa"),
        (_F, "peliputan dan pendokumentasian kegiatan pimpinan"),
        (_F, "penyebarluasan informasi kebijakan pimpinan kepada masyarakat"),
        (_F, "pengelolaan media sosial dan laman Sekretariat Daerah"),
        (_F, "pelaksanaan keprotokolan dan penerimaan tamu pimpinan"),
    ),
    AGENCY: (
        (_D, "melaksanakan urusan pemerintahan di bidang komunikasi dan informatika"),
        (_F, "pengelolaan informasi dan komunikasi publik"),
        (_F, "pengelolaan media sosial dan laman resmi pemerintah provinsi"),
        (_F, "pelaksanaan hubungan media dan kemitraan komunikasi publik"),
        (_F, "penyelenggaraan persandian untuk pengamanan informasi"),
    ),
}


def enter_duties(ctx: Context, units: Mapping[str, UnitId]) -> None:
    """Record the duties of both units since the beginning of the sample."""
    basis = GivenBasis(SOURCE)
    for name, points in DUTIES.items():
        for kind, text in points:
            add_function(ctx, AddFunction(units[name], kind, text, SINCE, basis))
