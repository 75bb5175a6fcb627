"""The documents of a real proposal, as pages and files, for whom it is in reach."""

import pytest

from orgflow.domain.access.roles import ANONYMOUS, Role, SignInRequired
from orgflow.domain.papers.document import texts_of
from orgflow.domain.papers.kinds import PaperKind
from orgflow.services.context import Context
from orgflow.services.papers.drafts import show_draft
from orgflow.services.papers.files import UnknownPaper, formats_of, paper_file, show_paper
from orgflow.services.papers.formats import PaperFormat
from orgflow.store.proposals import UnknownProposal
from tests.factories.office import Office, a_neighbour
from tests.factories.roads import a_draft

MAGIC = {PaperFormat.PDF: b"%PDF", PaperFormat.DOCX: b"PK", PaperFormat.XLSX: b"PK", PaperFormat.SVG: b"<svg"}


@pytest.mark.parametrize("kind", list(PaperKind))
def test_every_document_is_to_be_had_in_each_of_its_forms(office: Office, kind: PaperKind) -> None:
    proposal_id = a_draft(office)
    ctx = office.context(Role.BUREAU_HEAD)

    for form in formats_of(kind):
        file = paper_file(ctx, proposal_id, kind, form)

        assert file.content.startswith(MAGIC[form])
        assert file.name.endswith(f".{form}")


def test_a_document_is_not_handed_out_in_a_form_it_has_not(office: Office) -> None:
    with pytest.raises(UnknownPaper):
        paper_file(office.context(Role.BUREAU_HEAD), a_draft(office), PaperKind.REGULATION, PaperFormat.XLSX)


def test_documents_are_for_those_who_may_see_the_proposal(office: Office) -> None:
    proposal_id = a_draft(office)

    with pytest.raises(UnknownProposal):
        show_paper(a_neighbour(office).context(Role.BUREAU_HEAD), proposal_id, PaperKind.MATRIX)
    with pytest.raises(SignInRequired):
        show_paper(Context(office.resources, ANONYMOUS), proposal_id, PaperKind.MATRIX)


def test_a_draft_without_recorded_articles_says_so_and_invents_none(office: Office) -> None:
    held = show_draft(office.context(Role.BUREAU_HEAD), a_draft(office))

    assert not held.has_articles
    assert held.operations[0].articles == ()
    assert held.paper.document is not None
    said = " ".join(texts_of(held.paper.document))
    assert "Ketentuan [belum diisi: pasal yang mengatur Biro Humas] dalam Peraturan Gubernur" in said
    assert "CONTOH SATU" in said
