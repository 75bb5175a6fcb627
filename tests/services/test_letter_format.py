"""An office sets the form of its letters on both databases: all of it or nothing, and each change is told."""

import io
import json

import pytest
from PIL import Image

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.facts import HeadForm, Margins, Paper
from orgflow.domain.proposals.states import ProposalState
from orgflow.services.format_pages import sample_of, show_format
from orgflow.services.history import show_history
from orgflow.services.lettering import letter_source
from orgflow.services.settings import (
    NothingChanged,
    SetEmblem,
    SetLetterFormat,
    set_emblem,
    set_letter_format,
    show_emblem,
)
from orgflow.services.uploads import bring_picture
from tests.factories.office import Office, a_neighbour
from tests.factories.roads import a_proposal_in, letter_of

TYPED = {
    "paper": "f4_narrow",
    "margin_left": "35",
    "agency_lines": "PEMERINTAH PROVINSI UJI\nBIRO UJI",
    "word_subject": "Perihal",
    "order_subject": "1",
    "esign_anchor": "#",
    "title_capitals": "as_written",
    "class_print": "two",
}


def told(office: Office) -> list[str]:
    """Return the settings that the history tells of, the newest first."""
    events = show_history(office.context(Role.AUDITOR)).events
    changed = [json.loads(e.payload) for e in events if e.event == "government:settings_changed"]
    return [str(payload["setting"]) for payload in changed]


def picture() -> bytes:
    """Return a small picture with transparent dots."""
    kept = io.BytesIO()
    Image.new("RGBA", (40, 40), (10, 20, 30, 90)).save(kept, "PNG")
    return kept.getvalue()


def test_a_form_is_kept_told_and_never_kept_twice(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    before = len(told(office))

    set_letter_format(ctx, SetLetterFormat(TYPED))

    form = show_format(ctx).form
    assert (form.paper, form.shape.margins) == (Paper.F4_NARROW, Margins(20, 20, 25, 35))
    assert form.heads[HeadForm.AGENCY].lines == ("PEMERINTAH PROVINSI UJI", "BIRO UJI")
    assert (form.words, form.head_lines, form.anchor) == ({"subject": "Perihal"}, ("subject",), "#")
    assert len(told(office)) - before == len(TYPED)
    with pytest.raises(NothingChanged):
        set_letter_format(ctx, SetLetterFormat(TYPED))
    assert len(told(office)) - before == len(TYPED)


def test_one_faulty_field_keeps_all_others_as_they_were(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    before = show_format(ctx).settings

    with pytest.raises(RuleBroken):
        set_letter_format(ctx, SetLetterFormat({**TYPED, "margin_top": "500"}))

    assert show_format(ctx).settings == before


def test_a_letter_is_dressed_in_the_form_of_its_own_office(office: Office) -> None:
    proposal = a_proposal_in(office, ProposalState.SIGNING)
    letter = letter_of(office, proposal)
    set_letter_format(
        a_neighbour(office).context(Role.SYSTEM_ADMINISTRATOR), SetLetterFormat({"paper": "f4"})
    )
    assert letter_source(office.as_system(), letter.id).facts.paper is Paper.A4

    set_letter_format(office.context(Role.SYSTEM_ADMINISTRATOR), SetLetterFormat(TYPED))

    facts = letter_source(office.as_system(), letter.id).facts
    assert (facts.paper, facts.shape.margins.left, facts.words) == (
        Paper.F4_NARROW,
        35,
        {"subject": "Perihal"},
    )
    assert facts.letterhead.form is HeadForm.POSITION
    assert "\n" in facts.urgency
    assert [block.mark for block in facts.signatures] == ["#"]
    assert not facts.signatures[0].title_lines[0].isupper()


def test_each_letterhead_has_an_emblem_of_its_own(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    content = picture()
    upload = bring_picture(content, "emblem", "lambang.png", 10_000_000)

    set_emblem(ctx, SetEmblem(upload, HeadForm.AGENCY))

    assert show_emblem(ctx, HeadForm.AGENCY) == content
    assert show_format(ctx).form.heads[HeadForm.AGENCY].emblem == upload.sha256
    assert show_format(ctx).form.heads[HeadForm.POSITION].emblem != upload.sha256
    with pytest.raises(NothingChanged):
        set_emblem(ctx, SetEmblem(upload, HeadForm.AGENCY))


def test_a_sample_is_dressed_in_what_is_typed_and_nothing_is_kept(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    before = show_format(ctx).settings

    agency = sample_of(
        ctx, "surat_biro", {**TYPED, "number_pattern": "{urut}/{kode_jenis}", "code_surat_biro": "SB"}
    )
    position = sample_of(ctx, "surat_gubernur", {})

    assert agency.facts.letterhead.lines == ("PEMERINTAH PROVINSI UJI", "BIRO UJI")
    assert agency.facts.signatures[0].title_lines == ("Kepala Biro Publikasi dan Protokol",)
    assert "".join(str(piece) for piece in agency.facts.number).endswith("/SB")
    assert position.facts.letterhead.lines == (show_format(ctx).government.head.upper(),)
    assert agency.facts.is_sample
    assert show_format(ctx).settings == before


def test_a_drafter_sets_no_form(office: Office) -> None:
    with pytest.raises(PermissionMissing):
        set_letter_format(office.context(Role.DRAFTER), SetLetterFormat(TYPED))
