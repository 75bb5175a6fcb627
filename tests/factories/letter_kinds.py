"""Documents of every kind, begun and told as far as a test needs."""

from collections.abc import Mapping
from typing import Final

from orgflow.domain.access.roles import Role
from orgflow.domain.letters.details import DETAILS, DetailForm
from orgflow.domain.letters.kinds import (
    MAIN_KIND,
    LetterKind,
    Signatory,
)
from orgflow.domain.letters.lifecycle import (
    NumberSource,
    SecurityClass,
    Urgency,
)
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import LetterId, PostId, ProposalId
from orgflow.letters.blocks import Letter
from orgflow.letters.compose import compose_letter
from orgflow.services.issuing import IssueLetter, issue_letter
from orgflow.services.letter_beginning import BeginLetter, begin_letter
from orgflow.services.lettering import letter_source
from orgflow.services.letters import (
    EditLetter,
    edit_letter,
)
from orgflow.services.mandates import GrantMandate, grant_mandate
from orgflow.services.organisation.appointments import Appoint, appoint
from orgflow.services.organisation.posts import FoundPost, PostFields, found_post
from tests.factories.governments import HUMAS, SINCE
from tests.factories.office import TODAY, Office
from tests.factories.registry import BASIS, Keeper
from tests.factories.roads import a_bare_draft
from tests.factories.signing_office import terms

KIND = AppointmentKind.DEFINITIVE
TU, HEAD = Role.LETTER_ADMINISTRATOR, Role.BUREAU_HEAD
K = LetterKind
OTHERS: Final = tuple(kind for kind in LetterKind if kind is not MAIN_KIND)
WORDS: Final[Mapping[DetailForm, str]] = {
    DetailForm.LINE: "keterangan CONTOH",
    DetailForm.LINES: "butir satu\nbutir dua",
    DetailForm.GROUPS: "Kepala Dinas CONTOH\n\nKepala Badan CONTOH",
    DetailForm.DAY: "24 Maret 2026",
    DetailForm.ROWS: "sel satu | sel dua",
    DetailForm.FLAG: "1",
}
TOLD: Final[Mapping[LetterKind, Mapping[str, str]]] = {
    K.MINUTES: {"parties": "Kepala Dinas CONTOH | Contoh Santosa, S.Sos. | Pembina | 00 CONTOH"},
    K.COMPLETION: {"answers": "Agar dilengkapi. | Dilampirkan. | Kajian, BAB II"},
    K.COVER_LETTER: {"sent": "Kajian | 1 (satu) berkas | Asli"},
}


def a_letter(office: Office, kind: LetterKind, proposal_id: ProposalId | None = None) -> LetterId:
    """Return a document just begun by the bureau's head."""
    held = proposal_id or a_bare_draft(office)
    return LetterId(begin_letter(office.context(HEAD), BeginLetter(held, str(kind))))


def all_told(kind: LetterKind) -> dict[str, str]:
    """Return something for each detail that a kind asks for."""
    told = {asked.key: WORDS[asked.form] for asked in DETAILS[kind]}
    return {**told, **TOLD.get(kind, {})}


def tell(
    office: Office, letter_id: LetterId, details: Mapping[str, str], signatory: Signatory | None = None
) -> None:
    """Tell what people know of a document."""
    seen = letter_source(office.context(TU), letter_id).revision
    edit_letter(
        office.context(HEAD),
        EditLetter(
            letter_id,
            seen,
            Urgency.ORDINARY,
            SecurityClass.ORDINARY,
            NumberSource.EXTERNAL,
            "",
            signatory,
            details,
        ),
    )


def issue(office: Office, letter_id: LetterId) -> None:
    """Issue a document after its check."""
    seen = letter_source(office.context(TU), letter_id).revision
    issue_letter(office.context(TU), IssueLetter(letter_id, seen, "alasan CONTOH"))


def signing_office(office: Office) -> Office:
    """Put known persons into the posts of an office, and give the secretary the governor's mandate."""
    keeper = Keeper.of(office)
    held = (("Contoh Empat, S.H.", "Sekda", "Sekretariat Daerah"), ("Contoh Lima, S.Sos.", "Karo", HUMAS))
    for name, post, unit in held:
        command = FoundPost(keeper.units[unit], PostRole.HEAD, PostFields(None), SINCE, BASIS)
        keeper.posts[post] = PostId(found_post(keeper.ctx, command))
        appoint(
            keeper.ctx,
            Appoint(
                keeper.posts[post],
                TODAY,
                KIND,
                BASIS,
                name,
                nip="00000000 000000 0 001",
                rank="Pembina (IV/a)",
            ),
        )
    grant_mandate(office.context(Role.SYSTEM_ADMINISTRATOR), GrantMandate(terms(office, keeper, kinds=())))
    return office


def composed(office: Office, letter_id: LetterId) -> Letter:
    """Return a document as it reads, without its pages being drawn."""
    source = letter_source(office.context(TU), letter_id)
    return compose_letter(source.template, source.facts, None)
