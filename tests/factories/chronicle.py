"""A small organisation to which everything happens that a registry can tell of."""

from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.organisation import keeping, keeping_posts, successions
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.organisation.papers import Papers
from orgflow.domain.organisation.records import (
    AppointmentRecord,
    Basis,
    Official,
    PostRecord,
    PostRole,
    Succession,
    SuccessionKind,
    UnitRecord,
)
from orgflow.domain.organisation.soundness import check
from orgflow.domain.values import AppointmentId, InstrumentId, OfficialId, PostId, UnitId
from tests.factories.organisation import BUREAU, DIVISION, GOVERNMENT

GOVERNMENT_ID: Final = UUID(int=99)
LAW: Final = InstrumentId(UUID(int=900))
SEEN: Final = Basis(source="Karangan untuk uji")
BY_LAW: Final = Basis(source="JDIH uji", instrument_id=LAW)
Y2020, Y2021, Y2022, Y2023, Y2024, Y2030 = (date(year, 1, 6) for year in (2020, 2021, 2022, 2023, 2024, 2030))
ROOT, UMUM, HUMAS, ARSIP, HUKUM, DATA, MEDIA = (UnitId(UUID(int=number)) for number in range(1, 8))
PAPERS: Final = Papers(
    (Instrument(LAW, "pergub", "12", 2021, "Susunan", Y2021, Y2021, Y2021, "12", None, "JDIH uji", True),)
)


def a_chronicle() -> History:
    """Return the organisation.

    2020: the government is first seen, with Biro Umum and Biro Humas, founded that day, and Biro Arsip.
    2021: by Pergub, Humas is renamed. 2022: Arsip goes under Umum. 2023: Arsip is merged into Hukum, which
    begins that day. 2024: Hukum is split, Data comes out of it. 2030, planned: Umum is renamed.
    """
    history = keeping.found_unit(History.empty(_KINDS), _unit(ROOT, "Pemerintah Uji", None), "u1")
    for unit, name in ((UMUM, "Biro Umum"), (HUMAS, "Biro Humas"), (ARSIP, "Biro Arsip")):
        history = keeping.found_unit(history, _unit(unit, name, ROOT), f"u{unit.int}")
    history = keeping.change_unit(
        history, HUMAS, Y2021, lambda record: replace(record, name="Biro Protokol"), BY_LAW
    )
    history = keeping.change_unit(history, ARSIP, Y2022, lambda record: replace(record, parent_id=UMUM), SEEN)
    history = keeping.end_unit(history, ARSIP, Y2023)
    history = keeping.found_unit(history, _unit(HUKUM, "Biro Hukum", ROOT, Y2023), "u5")
    history = keeping.found_unit(history, _unit(DATA, "Biro Data", ROOT, Y2024), "u6")
    history = _kin(history, ARSIP, HUKUM, SuccessionKind.MERGE, Y2023)
    history = _kin(history, HUKUM, DATA, SuccessionKind.SPLIT, Y2024)
    history = keeping.change_unit(
        history, UMUM, Y2030, lambda record: replace(record, name="Biro Rumah Tangga"), SEEN
    )
    history = _with_head(history)
    check(history)
    return history


_KINDS: Final = {kind.code: kind for kind in (GOVERNMENT, BUREAU, DIVISION)}


def _unit(unit: UnitId, name: str, parent: UnitId | None, since: date = Y2020) -> UnitRecord:
    return UnitRecord(
        valid_from=since,
        basis=BY_LAW if parent is not None else SEEN,
        unit_id=unit,
        kind_code=(GOVERNMENT if parent is None else BUREAU).code,
        name=name,
        parent_id=parent,
        position=unit.int,
        is_start_known=parent is not None,
    )


def _kin(history: History, old: UnitId, new: UnitId, kind: SuccessionKind, on: date) -> History:
    held = Succession(predecessor_id=old, successor_id=new, kind=kind, on=on, basis=BY_LAW)
    return successions.record_succession(history, held)


def _with_head(history: History) -> History:
    post = PostRecord(
        valid_from=Y2020,
        basis=SEEN,
        post_id=PostId(UUID(int=50)),
        unit_id=HUMAS,
        role=PostRole.HEAD,
        echelon="II.b",
    )
    person = Official(
        official_id=OfficialId(UUID(int=51)), name="Contoh Satu, S.Sos.", nip="197001011995031001"
    )
    held = AppointmentRecord(
        valid_from=Y2022,
        basis=SEEN,
        appointment_id=AppointmentId(UUID(int=52)),
        post_id=post.post_id,
        official_id=person.official_id,
        letter="SK 1/2022",
    )
    return keeping_posts.appoint(keeping_posts.found_post(history, post, "u3-k"), person, held)
