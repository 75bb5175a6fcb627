"""How an issued letter leaves, on both databases: the ways that are ready, and what SRIKANDI asks."""

import io
import json
from collections.abc import Mapping

import docx
import pikepdf
import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.letters.kinds import Signatory
from orgflow.domain.letters.lifecycle import NumberSource, SecurityClass, Urgency
from orgflow.domain.letters.srikandi import Destination, Reach
from orgflow.domain.letters.ways_out import KeptCopy, Way, WayNotReady, WayOut
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import LetterId
from orgflow.letters.pdf_structure import read_structure
from orgflow.letters.pdf_text import read_pages
from orgflow.services.letter_ways import LetterWays, leave, ways_of_letter
from orgflow.services.lettering import letter_source
from orgflow.services.letters import EditLetter, edit_letter
from orgflow.services.settings import SetLetterFormat, set_letter_format
from orgflow.services.srikandi_sheet import srikandi_sheet
from tests.factories.governments import HUKUM, HUMAS
from tests.factories.letter_kinds import HEAD, TU, K, a_letter, all_told, issue, signing_office
from tests.factories.office import Office
from tests.factories.roads import a_proposal_in, freeze

ADDRESSEES = "Sekretaris Daerah\n\nMenteri Dalam Negeri\n\nKetua DPRD Provinsi CONTOH"
VARIABLES = (
    "${nomor_naskah}",
    "${tanggal_naskah}",
    "${sifat}",
    "${hal}",
    "${ttd_pengirim}",
    "${nama_pengirim}",
    "${nip_pengirim}",
)
PDFS = (WayOut.TO_SIGN, WayOut.WET)


def ways_now(office: Office, letter_id: LetterId) -> LetterWays:
    """Return how a letter may leave as it now stands."""
    ctx = office.context(TU)
    return ways_of_letter(ctx, letter_source(ctx, letter_id))


def test_of_an_issued_letter_every_way_is_ready_and_the_offices_own_is_the_usual(office: Office) -> None:
    letter_id = an_issued(signing_office(office))

    ways = ways_now(office, letter_id)

    assert (ways.usual, ways.waiting, ways.copies) == (WayOut.TO_SIGN, {}, ())
    set_form(office, way_out="wet")
    assert ways_now(office, letter_id).usual is WayOut.WET


def test_while_the_signer_is_not_known_here_srikandi_alone_can_take_the_letter(office: Office) -> None:
    letter_id = an_issued(office, source=NumberSource.SRIKANDI)

    ways = ways_now(office, letter_id)

    assert ways.usual is WayOut.SRIKANDI
    assert ways.waiting == {way: "unfilled" for way in WayOut if way is not WayOut.SRIKANDI}
    with pytest.raises(WayNotReady) as refused:
        taken(office, letter_id, WayOut.TO_SIGN)
    assert refused.value.facts["why"] == "unfilled"
    assert "${nama_pengirim}" in runs_of(taken(office, letter_id, WayOut.SRIKANDI))


def test_what_nobody_signs_does_not_leave_by_srikandi(office: Office) -> None:
    letter_id = a_letter(office, K.DISPOSITION, a_proposal_in(office, ProposalState.SUBMITTED))
    told(office, letter_id, all_told(K.DISPOSITION))
    issue(office, letter_id)

    waiting = ways_now(office, letter_id).waiting

    assert waiting == {WayOut.SRIKANDI: "nobody_signs"}


def test_a_draft_leaves_by_no_way(office: Office) -> None:
    letter_id = a_letter(signing_office(office), K.INVITATION)

    for way in (*WayOut, *KeptCopy):
        with pytest.raises(WayNotReady) as refused:
            taken(office, letter_id, way)
        assert refused.value.facts["why"] == "not_issued"


def test_each_way_gives_the_same_bytes_whenever_it_is_asked_and_never_says_konsep(office: Office) -> None:
    letter_id = an_issued(signing_office(office))

    first, second = ({way: taken(office, letter_id, way) for way in WayOut} for _ in range(2))

    assert first == second
    assert all("KONSEP" not in pdf_words(first[way]) for way in PDFS)
    assert all("KONSEP" not in docx_words(first[way]) for way in (WayOut.WORD, WayOut.SRIKANDI))
    assert [len(read_structure(first[way]).fields) for way in PDFS] == [1, 0]


def test_the_mark_of_the_signing_service_stands_on_the_copy_to_sign_and_not_on_the_wet_one(
    office: Office,
) -> None:
    set_form(office, esign_anchor="#")
    letter_id = an_issued(signing_office(office))

    counted = [pdf_words(taken(office, letter_id, way)).count("#") for way in PDFS]

    assert counted == [1, 0]


def test_srikandis_file_bears_each_of_its_variables_whole_in_one_run(office: Office) -> None:
    letter_id = an_issued(signing_office(office))

    runs = runs_of(taken(office, letter_id, WayOut.SRIKANDI))

    assert {name: sum(name in run for run in runs) for name in VARIABLES} == dict.fromkeys(VARIABLES, 1)


def test_the_archive_copy_carries_the_changes_where_the_office_wants_it(office: Office) -> None:
    letter_id = an_issued(signing_office(office))
    with pytest.raises(WayNotReady):
        taken(office, letter_id, KeptCopy.ARCHIVE)

    set_form(office, archive_change_set="yes")

    assert ways_now(office, letter_id).copies == (KeptCopy.ARCHIVE,)
    archived = taken(office, letter_id, KeptCopy.ARCHIVE)
    (kept,) = read_structure(archived).attachments
    assert (kept.relationship, kept.media_type) == ("Data", "application/json")
    with pikepdf.open(io.BytesIO(archived)) as document:
        held = json.loads(document.attachments[kept.name].get_file().read_bytes())
    assert [len(proposal["operations"]) for proposal in held["proposals"]] == [1]
    assert all(read_structure(taken(office, letter_id, way)).attachments == () for way in PDFS)


def test_the_sheet_says_what_srikandis_form_asks(office: Office) -> None:
    letter_id = an_issued(signing_office(office), source=NumberSource.SRIKANDI, copies=f"Yth. Kepala {HUKUM}")

    sheet = srikandi_sheet(office.context(TU), letter_id)

    assert sheet.classification == "000.8.1.2"
    assert sheet.classification_title == "Pengubahan struktur organisasi"
    assert HUMAS in sheet.summary
    assert (sheet.security, sheet.urgency) == (SecurityClass.RESTRICTED, Urgency.URGENT)
    assert (sheet.signer, sheet.verifiers) == (f"KEPALA {HUMAS.upper()}", ())
    assert sheet.destinations == (
        Destination("Sekretaris Daerah", Reach.INTERNAL),
        Destination("Menteri Dalam Negeri", Reach.EXTERNAL),
        Destination("Ketua DPRD Provinsi CONTOH", Reach.BESIDE),
    )
    assert sheet.copies == (Destination(f"Yth. Kepala {HUKUM}", Reach.INTERNAL),)


def test_the_sheet_names_who_verifies_from_below_though_the_office_prints_no_boxes(office: Office) -> None:
    letter_id = freeze(office, a_proposal_in(office, ProposalState.SIGNING))

    verifiers = srikandi_sheet(office.context(TU), letter_id).verifiers

    assert letter_source(office.context(TU), letter_id).facts.paraf == ()
    assert verifiers == ("Kepala Biro Organisasi", f"Kepala {HUKUM}", f"Kepala {HUMAS}", "Sekretaris Daerah")


def an_issued(office: Office, *, source: NumberSource = NumberSource.EXTERNAL, copies: str = "") -> LetterId:
    """Return an invitation by the bureau's head that is issued."""
    letter_id = a_letter(office, K.INVITATION, a_proposal_in(office, ProposalState.SUBMITTED))
    told(
        office, letter_id, {**all_told(K.INVITATION), "addressees": ADDRESSEES, "subject": ""}, source, copies
    )
    issue(office, letter_id)
    return letter_id


def told(
    office: Office,
    letter_id: LetterId,
    details: Mapping[str, str],
    source: NumberSource = NumberSource.EXTERNAL,
    copies: str = "",
) -> None:
    """Tell what people know of a letter that is urgent and restricted."""
    seen = letter_source(office.context(TU), letter_id).revision
    signs = Signatory.BUREAU_HEAD if "addressees" in details else None
    edit_letter(
        office.context(HEAD),
        EditLetter(letter_id, seen, Urgency.URGENT, SecurityClass.RESTRICTED, source, copies, signs, details),
    )


def set_form(office: Office, **typed: str) -> None:
    """Set the form of the office's letters."""
    set_letter_format(office.context(Role.SYSTEM_ADMINISTRATOR), SetLetterFormat(typed))


def taken(office: Office, letter_id: LetterId, way: Way) -> bytes:
    """Return the letter as it leaves so."""
    return leave(office.context(TU), letter_id, way).content


def pdf_words(pdf: bytes) -> str:
    """Return the words of all pages."""
    return "\n".join(page.words for page in read_pages(pdf))


def runs_of(file: bytes) -> list[str]:
    """Return the words of a Word file run by run, tables included."""
    return [run.text for run in docx.Document(io.BytesIO(file)).element.body.iter() if run.tag.endswith("}t")]


def docx_words(file: bytes) -> str:
    """Return the words of a Word file, those above its pages too."""
    document = docx.Document(io.BytesIO(file))
    heads = (document.sections[0].header, document.sections[0].first_page_header)
    return "".join(runs_of(file)) + "".join(line.text for head in heads for line in head.paragraphs)
