"""A small invented government to test with, entered as the demo's are."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from orgflow.domain.changes.findings import GuidelineName
from orgflow.domain.organisation.profile import SettingKey
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.proposals.completeness import RequiredDocument
from orgflow.domain.values import GovernmentId
from orgflow.services.starting.entering import EnterGovernment, OfficialEntry, UnitEntry
from orgflow.services.starting.regulations import RegulationEntry
from orgflow.services.starting.rules import required_documents, unit_kinds
from orgflow.store.governments import Government
from tests.factories.access import GOVERNMENT_ID

SINCE: Final = date(2020, 1, 6)
BASE: Final = "UJI-001"
HUMAS, UMUM, HUKUM = "Biro Humas", "Biro Umum", "Biro Hukum"
SOURCE: Final = "Karangan untuk uji"


def a_government(
    code: str = "uji",
    *,
    government_id: GovernmentId = GOVERNMENT_ID,
    position: int = 1,
    documents: tuple[RequiredDocument, ...] | None = None,
    guideline: tuple[GuidelineName, ...] = (),
    officials: tuple[OfficialEntry, ...] | None = None,
    settings: Mapping[SettingKey, str] | None = None,
    letter_code: str | None = "UJI-HMS",
) -> EnterGovernment:
    """Return a government in which nothing is lacking: three bureaus, a division, a governor."""
    return EnterGovernment(
        government=Government(
            government_id,
            code,
            "Provinsi Uji",
            "Uji",
            "Gubernur",
            "Kota Uji",
            "Asia/Jakarta",
            is_sample=True,
            recorded_whole_from=SINCE,
        ),
        position=position,
        kinds=unit_kinds("Gubernur Uji"),
        units=(
            a_unit_entry("pemprov", "pemerintah", "Pemerintah Provinsi Uji", None),
            a_unit_entry("setda", "setda", "Sekretariat Daerah", "pemprov"),
            a_unit_entry("humas", "biro", HUMAS, "setda", letter_code=letter_code),
            a_unit_entry("media", "bagian", "Bagian Media", "humas"),
            a_unit_entry("umum", "biro", UMUM, "setda", letter_code="UJI-UMM"),
            a_unit_entry("hukum", "biro", HUKUM, "setda", letter_code="UJI-HKM"),
            a_unit_entry("kominfo", "dinas", "Dinas Kominfo", "pemprov"),
        ),
        officials=(a_governor(),) if officials is None else officials,
        guideline=guideline,
        documents=required_documents() if documents is None else documents,
        settings=settings or {},
        regulations=(a_regulation(),),
        base_regulation=BASE,
    )


def a_unit_entry(
    code: str, kind: str, name: str, parent: str | None, *, letter_code: str | None = None
) -> UnitEntry:
    """Return a unit known from the beginning."""
    return UnitEntry(
        code,
        kind,
        name,
        parent,
        SINCE,
        SOURCE,
        is_start_known=True,
        letter_code=letter_code,
        duty_field="hubungan masyarakat",
        regulation=BASE,
    )


def a_governor(
    name: str = "Contoh Satu, S.Sos.", since: date = SINCE, *, is_end_known: bool = True
) -> OfficialEntry:
    """Return a governor in office since a day."""
    return OfficialEntry(
        "pemprov", name, since, SOURCE, PostRole.GOVERNOR, "Gubernur Uji", is_end_known=is_end_known
    )


def a_regulation(number: str = BASE) -> RegulationEntry:
    """Return the regulation that forms the secretariat."""
    return RegulationEntry(
        number, number, 2020, "Susunan Organisasi", SINCE, SINCE, SINCE, number, SOURCE, ()
    )
