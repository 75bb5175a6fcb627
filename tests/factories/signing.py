"""Provinsi Contoh as those see it who sign: its posts, who held them when, and its mandates."""

from dataclasses import replace
from datetime import date
from typing import Final

from orgflow.domain.letters.authority import Mandate, MandateForm, SigningKind, SigningPost, SigningRole
from orgflow.domain.letters.facts import Gap, SignatureBlock
from orgflow.domain.letters.signing import Authority, SignedAs
from orgflow.domain.organisation.tenure import AppointmentKind, Tenure
from orgflow.services.starting.signing_rules import signing_rules

DEFINITIVE, PLT, PLH = AppointmentKind.DEFINITIVE, AppointmentKind.ACTING, AppointmentKind.DAILY_ACTING
PJ, PJS = AppointmentKind.INTERIM, AppointmentKind.TEMPORARY
LETTER: Final = "CONTOH/SP/001"


def a_tenure(
    name: str,
    since: str,
    until: str | None = None,
    kind: AppointmentKind = DEFINITIVE,
    *,
    letter: str | None = LETTER,
    is_end_known: bool = True,
    nip: str | None = None,
    rank: str | None = "IV/d",
) -> Tenure:
    """Return a tenure from a day until the day before another."""
    return Tenure(
        name, "", kind, date.fromisoformat(since), _day(until), is_end_known, rank, nip, "CONTOH", letter
    )


def a_mandate(
    giver: str,
    receiver: str,
    since: str,
    until: str | None = None,
    *kinds: SigningKind,
    form: MandateForm = MandateForm.ON_BEHALF,
    letter: str | None = "CONTOH/M/001",
    is_verified: bool = True,
) -> Mandate:
    """Return a mandate from a day until the day before another."""
    return Mandate(
        form=form,
        giver=giver,
        receiver=receiver,
        kinds=kinds,
        valid_from=date.fromisoformat(since),
        valid_to=_day(until),
        letter=letter,
        source="CONTOH",
        is_verified=is_verified,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None


GOVERNOR: Final = SigningPost(
    key="gub",
    role=SigningRole.GOVERNOR,
    title="Gubernur Contoh",
    above=None,
    tenures=(
        a_tenure("Contoh Satu, S.Sos.", "2020-01-02", "2023-10-01"),
        a_tenure("Contoh Dua, M.Si.", "2023-10-01", "2024-10-01", PJ, nip="NIP-2"),
        a_tenure("Contoh Tiga, S.H.", "2024-10-01", "2024-11-24", PJS, letter=None),
        a_tenure("Contoh Satu, S.Sos.", "2025-02-20"),
        a_tenure("Contoh Empat, S.E.", "2025-06-02", "2025-06-09", PLH),
    ),
    plain_names={"Contoh Satu, S.Sos.": "Contoh Satu"},
)
DEPUTY: Final = SigningPost(
    key="wagub",
    role=SigningRole.DEPUTY_GOVERNOR,
    title="Wakil Gubernur Contoh",
    above="gub",
    tenures=(a_tenure("Contoh Empat, S.E.", "2025-02-20"),),
    short_title="Wakil Gubernur",
)
SECRETARY: Final = SigningPost(
    key="sekda",
    role=SigningRole.SECRETARY,
    title="Sekretaris Daerah Provinsi Contoh",
    above="gub",
    tenures=(
        a_tenure("Contoh Lima, S.H.", "2020-01-02", "2024-01-01", nip="NIP-5", rank="IV/e"),
        a_tenure("Contoh Enam, S.T.", "2024-01-01", "2025-03-01", PLT, nip="NIP-6", rank="IV/c"),
        a_tenure("Contoh Tujuh, M.M.", "2025-03-01", nip="NIP-7"),
        a_tenure("Contoh Enam, S.T.", "2025-07-01", "2025-07-15", PLH, nip="NIP-6", rank="IV/c", letter=None),
        a_tenure("Contoh Delapan, S.E.", "2025-08-01", "2025-12-01", PLH, nip="NIP-8"),
    ),
    short_title="Sekretaris Daerah",
    plain_names={"Contoh Tujuh, M.M.": "Contoh Tujuh"},
)
ASSISTANT: Final = SigningPost(
    key="asisten",
    role=SigningRole.ASSISTANT,
    title="Asisten Administrasi Umum",
    above="sekda",
    tenures=(
        a_tenure("Contoh Sembilan, S.E.", "2022-12-07", is_end_known=False, nip="NIP-9"),
        a_tenure("Contoh Sepuluh, S.IP.", "2025-03-01"),
    ),
)
BUREAU: Final = SigningPost(
    key="biro",
    role=SigningRole.BUREAU_HEAD,
    title="Kepala Biro Hubungan Masyarakat",
    above="asisten",
    tenures=(a_tenure("Contoh Sebelas, S.I.Kom.", "2026-01-05", nip="NIP-11", rank=None),),
)
AGENCY: Final = SigningPost(
    key="dinas", role=SigningRole.AGENCY_HEAD, title="Kepala Dinas Contoh", above="gub"
)
UNPLACED: Final = SigningPost(
    key="lepas",
    role=SigningRole.BUREAU_HEAD,
    title="Kepala Biro Umum",
    above=None,
    tenures=(a_tenure("Contoh Dua Belas", "2020-01-02", nip="NIP-12"),),
    is_placed=False,
)
UNSURE: Final = replace(UNPLACED, key="ragu", title="Kepala Biro Hukum", above="asisten")

PROVINCE: Final = Authority.of(
    (GOVERNOR, DEPUTY, SECRETARY, ASSISTANT, BUREAU, AGENCY, UNPLACED, UNSURE),
    (
        a_mandate(
            "gub",
            "sekda",
            "2024-01-02",
            "2026-01-01",
            SigningKind.LETTER,
            SigningKind.MINISTRY_ANSWER,
        ),
        a_mandate("gub", "sekda", "2025-04-01", None, SigningKind.PROPOSAL, letter=None, is_verified=False),
        a_mandate("gub", "asisten", "2025-05-01", "2025-10-01", form=MandateForm.BY_DELEGATION),
        a_mandate("gub", "wagub", "2025-03-01", form=MandateForm.BY_DELEGATION),
        a_mandate("sekda", "asisten", "2026-02-02", None, SigningKind.LETTER),
        a_mandate("sekda", "biro", "2026-01-05", form=MandateForm.BY_DELEGATION),
        a_mandate("asisten", "ragu", "2025-01-02"),
    ),
    signing_rules(),
)
"""With the rules that every government starts from."""


def printed(block: SignatureBlock) -> str:
    """Return a block's lines joined by `` / ``; a gap as its key in brackets."""
    lines = (*block.title_lines, block.name, block.rank, block.nip)
    return " / ".join(
        f"[{line.key}]" if isinstance(line, Gap) else line for line in lines if line is not None
    )


def found(signed: SignedAs) -> str:
    """Return the codes of the findings; one that needs a reason ends with an exclamation mark."""
    return " ".join(
        f"{finding.code}{'!' if finding.severity == 'needs_reason' else ''}" for finding in signed.findings
    )
