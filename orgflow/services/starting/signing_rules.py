"""Rules of who may sign what that every government starts from; none of them was verified.

Source: [UU-30-2014 Pasal 14(7)], [SIGNING-ON-BEHALF].
"""

from typing import Final

from orgflow.domain.letters.authority import SigningKind, SigningRole
from orgflow.domain.letters.authority_rules import WEIGHTS, SigningRule, SigningRuleCode
from orgflow.domain.organisation.tenure import AppointmentKind

STRATEGIC_CITATION: Final = (
    "UU 30/2014 tentang Administrasi Pemerintahan Pasal 14 ayat (7): Plt. dan Plh. tidak berwenang mengambil"
    " keputusan strategis yang berdampak pada perubahan status hukum pada aspek organisasi, kepegawaian, dan"
    " alokasi anggaran; dibaca dari salinan publik, naskah lembaran negaranya belum diperiksa"
)
_PERIOD: Final = "Ketentuan daerah yang lama; dasar yang berlaku sekarang belum dibaca"
_LETTER: Final = "Kebiasaan kantor: penunjukan dibuktikan dengan suratnya; pasalnya belum dibaca"
_FORM: Final = "Kebiasaan tata naskah dinas; pasalnya belum dibaca"

_ACTING: Final = (AppointmentKind.ACTING, AppointmentKind.DAILY_ACTING)
_STRUCTURAL: Final = (
    SigningKind.REGULATION,
    SigningKind.DECREE,
    SigningKind.PROPOSAL,
    SigningKind.MINISTRY_ANSWER,
)


def signing_rules() -> tuple[SigningRule, ...]:
    """Return the rules in the order in which a page lists them."""
    code = SigningRuleCode
    return (
        _rule(code.STRATEGIC_DECISION, STRATEGIC_CITATION, kinds=_STRUCTURAL, capacities=_ACTING),
        _rule(code.TERM_TOO_LONG, _PERIOD, capacities=(AppointmentKind.DAILY_ACTING,), months=3),
        _rule(code.TERM_TOO_LONG, _PERIOD, capacities=(AppointmentKind.ACTING,), months=12),
        _rule(
            code.APPOINTMENT_LETTER_MISSING,
            _LETTER,
            capacities=(*_ACTING, AppointmentKind.INTERIM, AppointmentKind.TEMPORARY),
        ),
        _rule(code.MANDATE_LETTER_MISSING, _LETTER),
        _rule(
            code.NOT_ON_BEHALF,
            _FORM,
            kinds=(SigningKind.REGULATION, SigningKind.DECREE, SigningKind.PROMULGATION),
        ),
        _rule(
            code.KEPT_TO,
            _FORM,
            kinds=(SigningKind.REGULATION, SigningKind.DECREE, SigningKind.PROPOSAL),
            roles=(SigningRole.GOVERNOR,),
        ),
        _rule(
            code.KEPT_TO,
            _FORM,
            kinds=(SigningKind.MINISTRY_ANSWER,),
            roles=(SigningRole.GOVERNOR, SigningRole.SECRETARY),
        ),
        _rule(code.KEPT_TO, _FORM, kinds=(SigningKind.PROMULGATION,), roles=(SigningRole.SECRETARY,)),
    )


def _rule(
    code: SigningRuleCode,
    citation: str,
    *,
    kinds: tuple[SigningKind, ...] = (),
    capacities: tuple[AppointmentKind, ...] = (),
    roles: tuple[SigningRole, ...] = (),
    months: int | None = None,
) -> SigningRule:
    return SigningRule(
        code=code,
        citation=citation,
        is_verified=False,
        severity=WEIGHTS[code][0],
        kinds=kinds,
        capacities=capacities,
        roles=roles,
        months=months,
    )
