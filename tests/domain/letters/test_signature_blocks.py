"""Forty cases of who signs what on which day: the block as printed with its findings, or why not."""

from datetime import date

import pytest

from orgflow.domain.errors import DomainError
from orgflow.domain.letters.authority import Capitals, SigningKind, SigningWish
from orgflow.domain.letters.signing import signed_as
from tests.factories.signing import PROVINCE, found, printed

GOV = "GUBERNUR CONTOH"
SEK, SEKDA = "SEKRETARIS DAERAH", "SEKRETARIS DAERAH PROVINSI CONTOH"
ASS, HUMAS = "ASISTEN ADMINISTRASI UMUM", "KEPALA BIRO HUBUNGAN MASYARAKAT"
SEVEN, TEN = "Contoh Tujuh, M.M. / IV/d / NIP-7", "Contoh Sepuluh, S.IP. / IV/d / [signatory_nip]"
SIX, EIGHT = "Contoh Enam, S.T. / IV/c / NIP-6", "Contoh Delapan, S.E. / IV/d / NIP-8"

# kind, who signs, in whose name, on which day -> the block, and after a bar its findings; or the refusal.
BLOCKS = [
    # Definitif, Pj., Pjs., Plh.: the governor's own name, without rank and NIP.
    ("proposal", "gub", "", "2021-05-03", f"{GOV}, / Contoh Satu, S.Sos."),
    ("proposal", "gub", "", "2023-09-30", f"{GOV}, / Contoh Satu, S.Sos."),
    ("proposal", "gub", "", "2023-10-01", f"Pj. {GOV}, / Contoh Dua, M.Si."),
    (
        "letter",
        "gub",
        "",
        "2024-11-01",
        f"Pjs. {GOV}, / Contoh Tiga, S.H. | appointment_letter_missing",
    ),
    ("proposal", "gub", "", "2025-06-03", f"Plh. {GOV}, / Contoh Empat, S.E. | strategic_decision!"),
    ("letter", "gub", "", "2025-06-03", f"Plh. {GOV}, / Contoh Empat, S.E."),
    ("proposal", "gub", "", "2025-06-09", f"{GOV}, / Contoh Satu, S.Sos."),
    ("letter", "wagub", "", "2025-05-05", "WAKIL GUBERNUR CONTOH, / Contoh Empat, S.E."),
    # Regulations and decrees: a name without degrees; none is made up.
    ("regulation", "gub", "", "2025-05-05", f"{GOV}, / CONTOH SATU"),
    ("decree", "gub", "", "2024-03-04", f"Pj. {GOV}, / [signatory_plain_name]"),
    ("promulgation", "sekda", "", "2025-05-05", f"{SEKDA}, / CONTOH TUJUH"),
    # The secretary in the post's own name: with rank and NIP, those of the person.
    ("letter", "sekda", "", "2021-05-03", f"{SEKDA}, / Contoh Lima, S.H. / IV/e / NIP-5"),
    ("letter", "sekda", "", "2024-06-03", f"Plt. {SEKDA}, / {SIX}"),
    ("letter", "sekda", "", "2024-12-31", f"Plt. {SEKDA}, / {SIX}"),
    ("letter", "sekda", "", "2025-01-01", f"Plt. {SEKDA}, / {SIX} | term_too_long"),
    (
        "ministry_answer",
        "sekda",
        "",
        "2025-07-02",
        f"Plh. {SEKDA}, / {SIX} | strategic_decision! appointment_letter_missing",
    ),
    ("letter", "sekda", "", "2025-10-31", f"Plh. {SEKDA}, / {EIGHT}"),
    ("letter", "sekda", "", "2025-11-01", f"Plh. {SEKDA}, / {EIGHT} | term_too_long"),
    # A.n.: one level down, the chain of titles, the signer's own capacity.
    ("letter", "sekda", "gub", "2025-05-05", f"a.n. {GOV} / {SEK}, / {SEVEN}"),
    ("letter", "sekda", "gub", "2025-10-06", f"a.n. {GOV} / Plh. {SEK}, / {EIGHT}"),
    (
        "ministry_answer",
        "sekda",
        "gub",
        "2024-06-03",
        f"a.n. {GOV} / Plt. {SEK}, / {SIX} | strategic_decision!",
    ),
    (
        "proposal",
        "sekda",
        "gub",
        "2025-05-05",
        f"a.n. {GOV} / {SEK}, / {SEVEN} | mandate_letter_missing mandate_unverified",
    ),
    ("letter", "asisten", "sekda", "2026-02-02", f"a.n. {SEKDA} / {ASS}, / {TEN}"),
    (
        "letter",
        "ragu",
        "asisten",
        "2025-05-05",
        f"a.n. {ASS} / KEPALA BIRO HUKUM, / Contoh Dua Belas / IV/d / NIP-12 | place_unverified",
    ),
    # U.b.: two levels down, under the post between.
    ("letter", "asisten", "gub", "2025-05-05", f"a.n. {GOV} / {SEK} / u.b. / {ASS}, / {TEN}"),
    (
        "internal",
        "biro",
        "sekda",
        "2026-03-02",
        f"a.n. {SEKDA} / {ASS} / u.b. / {HUMAS}, / Contoh Sebelas, S.I.Kom. / [signatory_rank] / NIP-11",
    ),
]

REFUSALS = [
    # Nobody known in office that day, and what is known instead.
    ("letter", "gub", "", "2019-05-06", "signer_term_not_begun begins_on=2020-01-02"),
    ("letter", "gub", "", "2025-01-06", "signer_term_ended last_day=2024-11-23"),
    ("letter", "asisten", "", "2024-05-06", "signer_last_seen seen_on=2022-12-07"),
    ("letter", "dinas", "", "2025-05-05", "signer_unknown post=Kepala Dinas Contoh"),
    # Mandates: missing, before it, after it, not for this, of another form.
    ("letter", "dinas", "gub", "2025-05-05", "mandate_missing mandate_form=on_behalf"),
    ("letter", "sekda", "gub", "2024-01-01", "mandate_not_begun begins_on=2024-01-02"),
    ("letter", "sekda", "gub", "2026-01-01", "mandate_expired last_day=2025-12-31"),
    ("letter", "asisten", "gub", "2025-10-01", "mandate_expired last_day=2025-09-30"),
    ("assignment", "sekda", "gub", "2025-05-05", "mandate_does_not_cover signing_kind=assignment"),
    ("letter", "wagub", "gub", "2025-05-05", "mandate_of_other_form mandate_form=on_behalf"),
    # Places in the chain.
    ("letter", "biro", "gub", "2026-03-02", "signer_too_far_below levels=3"),
    ("letter", "dinas", "sekda", "2025-05-05", "signer_not_below giver=Sekretaris Daerah Provinsi Contoh"),
    ("letter", "lepas", "sekda", "2025-05-05", "signing_chain_unknown post=Kepala Biro Umum"),
    # Kinds kept to a post.
    ("regulation", "sekda", "gub", "2025-05-05", "not_signed_on_behalf signing_kind=regulation"),
    ("decree", "sekda", "gub", "2025-05-05", "not_signed_on_behalf signing_kind=decree"),
    ("proposal", "sekda", "", "2025-05-05", "may_not_sign_in_own_name signing_kind=proposal"),
    ("ministry_answer", "biro", "", "2026-03-02", "may_not_sign_in_own_name signing_kind=ministry_answer"),
]


def a_wish(kind: str, signer: str, name_of: str, on: str) -> SigningWish:
    """Return the wish of one row; a regulation or decree of the table is about structure."""
    return SigningWish(
        kind=SigningKind(kind),
        signer=signer,
        on=date.fromisoformat(on),
        on_behalf_of=name_of or None,
        is_about_structure=True,
        capitals=Capitals.UPPER,
    )


def test_there_are_forty_cases() -> None:
    assert len(BLOCKS) + len(REFUSALS) >= 40
    assert len({row[:4] for row in BLOCKS + REFUSALS}) == len(BLOCKS) + len(REFUSALS)


@pytest.mark.parametrize(("kind", "signer", "name_of", "on", "expected"), BLOCKS)
def test_the_block_is_printed_as_authority_on_that_day_says(
    kind: str, signer: str, name_of: str, on: str, expected: str
) -> None:
    signed = signed_as(a_wish(kind, signer, name_of, on), PROVINCE)

    told = found(signed)

    assert printed(signed.block) + (f" | {told}" if told else "") == expected


@pytest.mark.parametrize(("kind", "signer", "name_of", "on", "expected"), REFUSALS)
def test_a_signature_that_would_not_be_right_is_refused_with_the_fact_that_says_so(
    kind: str, signer: str, name_of: str, on: str, expected: str
) -> None:
    code, _, fact = expected.partition(" ")
    name, _, value = fact.partition("=")

    with pytest.raises(DomainError) as refused:
        signed_as(a_wish(kind, signer, name_of, on), PROVINCE)

    assert refused.value.code == code
    assert str(refused.value.facts[name]) == value
