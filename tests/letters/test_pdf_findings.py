"""Each way in which a PDF may not be what its copy is for is seen on a PDF broken in just that way."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pyhanko.pdf_utils.generic import NameObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from orgflow.letters.pdf_findings import (
    CopyKind,
    Expected,
    PdfFinding,
    PdfFindingCode,
    find_in_structure,
)
from orgflow.letters.pdf_structure import read_structure
from tests.letters.pdf_examples import broken, to_keep, to_read, to_sign

KIND = "berita_acara"
OWN = ("LiberationSans", "Arimo")
SIGNED_BY_THREE = Expected(CopyKind.TO_SIGN, 3, OWN)
KEPT = Expected(CopyKind.ARCHIVE, 3, OWN)

Change = Callable[[pikepdf.Pdf], object]


def field(document: pikepdf.Pdf, number: int = 1) -> pikepdf.Object:
    """Return one of the fields."""
    return document.Root.AcroForm.Fields[number - 1]


def forget_a_field(document: pikepdf.Pdf) -> None:
    del document.Root.AcroForm.Fields[2]


def sign(document: pikepdf.Pdf) -> None:
    field(document).V = pikepdf.Dictionary(Type=pikepdf.Name.Sig)


def move(*rectangle: float) -> Change:
    def change(document: pikepdf.Pdf) -> None:
        field(document).Rect = pikepdf.Array(rectangle)

    return change


def take_off_the_page(document: pikepdf.Pdf) -> None:
    page = document.pages[0].obj
    page.Annots = pikepdf.Array([entry for entry in page.Annots if entry.T != "ttd_1"])


def lay_over_another(document: pikepdf.Pdf) -> None:
    field(document, 1).Rect = field(document, 2).Rect


def flag(flags: int) -> Change:
    def change(document: pikepdf.Pdf) -> None:
        field(document).F = flags

    return change


def untag(document: pikepdf.Pdf) -> None:
    for entry in document.objects:
        if isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == pikepdf.Name.Form:
            entry.K = pikepdf.Array()
            return


def unlabel(document: pikepdf.Pdf) -> None:
    del field(document).TU


def add_a_text_field(document: pikepdf.Pdf) -> None:
    document.Root.AcroForm.Fields.append(
        document.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="catatan"))
    )


def annotate(subtype: str, **entries: pikepdf.Object) -> Change:
    def change(document: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(f"/{subtype}"), **entries)
        note.Rect = pikepdf.Array([0, 0, 10, 10])
        annotations = document.pages[0].obj.get("/Annots", pikepdf.Array())
        annotations.append(document.make_indirect(note))
        document.pages[0].obj.Annots = annotations

    return change


def script() -> pikepdf.Dictionary:
    return pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def run_on_opening(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = script()


def name_a_script(document: pikepdf.Pdf) -> None:
    names = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("x"), script()]))
    document.Root.Names = pikepdf.Dictionary(JavaScript=names)


def act_on_a_page(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.AA = pikepdf.Dictionary(O=script())


def add_a_layer(document: pikepdf.Pdf) -> None:
    group = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Lapisan"))
    document.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([group]))


def attach(document: pikepdf.Pdf) -> None:
    document.attachments["rahasia.txt"] = b"rahasia"


def attach_to_the_page(document: pikepdf.Pdf) -> None:
    stream = document.make_stream(b"rahasia")
    document.pages[0].obj.PieceInfo = pikepdf.Dictionary(
        Private=pikepdf.Dictionary(UF="terselip.txt", EF=pikepdf.Dictionary(F=stream))
    )


def relate_otherwise(document: pikepdf.Pdf) -> None:
    document.Root.AF[0].AFRelationship = pikepdf.Name.Unspecified


def detach(document: pikepdf.Pdf) -> None:
    del document.Root.AF
    del document.Root.Names


def claim(status: str) -> Change:
    def change(document: pikepdf.Pdf) -> None:
        with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
            if status:
                metadata["pdfaid:conformance"] = status
            else:
                del metadata["pdfaid:part"]
                del metadata["pdfaid:conformance"]

    return change


def forget(*keys: str) -> Change:
    def change(document: pikepdf.Pdf) -> None:
        for key in keys:
            del document.Root[key]

    return change


def speak(language: str) -> Change:
    def change(document: pikepdf.Pdf) -> None:
        document.Root.Lang = language

    return change


def untitle(document: pikepdf.Pdf) -> None:
    del document.docinfo["/Title"]


def fonts(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [
        entry
        for entry in document.objects
        if isinstance(entry, pikepdf.Dictionary) and "/FontDescriptor" in entry
    ]


def take_out_a_font(document: pikepdf.Pdf) -> None:
    descriptor = fonts(document)[0].FontDescriptor
    for key in ("/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


def rename_fonts(number: int) -> Change:
    def change(document: pikepdf.Pdf) -> None:
        for font in fonts(document)[:number]:
            font.BaseFont = pikepdf.Name("/ABCDEF+DejaVu-Sans")

    return change


def hidden(what: str, name: str) -> tuple[str, dict[str, object]]:
    return "hidden_content", {"what": what, "name": name}


FIRST = {"field": "ttd_1", "page": 1}
TO_SIGN: list[tuple[Change, list[tuple[str, dict[str, object]]]]] = [
    (forget_a_field, [("signature_fields", {"expected": 3, "found": 2}), hidden("annotation", "Widget")]),
    (sign, [("field_signed", FIRST)]),
    (move(10, 300, 200, 350), [("field_misplaced", FIRST)]),
    (move(400, 100, 560, 150), [("field_misplaced", FIRST)]),
    (move(100, 800, 200, 840), [("field_misplaced", FIRST)]),
    (move(100, 50, 300, 100), [("field_misplaced", FIRST)]),
    (move(0, 0, 0, 0), [("field_misplaced", FIRST)]),
    (lay_over_another, [("field_misplaced", FIRST), ("field_misplaced", {"field": "ttd_2", "page": 1})]),
    (take_off_the_page, [("field_misplaced", {"field": "ttd_1", "page": 0})]),
    (flag(6), [("field_unseen", FIRST)]),
    (flag(0), [("field_unseen", FIRST)]),
    (flag(36), [("field_unseen", FIRST)]),
    (untag, [("field_untagged", FIRST)]),
    (unlabel, [("field_untagged", FIRST)]),
    (add_a_text_field, [hidden("form_field", "catatan")]),
    (annotate("Text"), [hidden("annotation", "Text")]),
    (annotate("Link", A=script()), [hidden("annotation", "Link"), hidden("action", "JavaScript")]),
    (run_on_opening, [hidden("action", "OpenAction"), hidden("action", "JavaScript")]),
    (name_a_script, [hidden("action", "JavaScript")]),
    (act_on_a_page, [hidden("action", "AA"), hidden("action", "JavaScript")]),
    (add_a_layer, [hidden("layer", "Lapisan")]),
    (attach, [("attachment_in_copy_to_sign", {"name": "rahasia.txt"})]),
    (attach_to_the_page, [("attachment_in_copy_to_sign", {"name": "terselip.txt"})]),
    (claim("B"), [("not_pdfa", {"part": "3", "conformance": "B"})]),
    (claim(""), [("not_pdfa", {"part": "", "conformance": ""})]),
    (forget("/OutputIntents"), [("no_output_intent", {})]),
    (forget("/MarkInfo"), [("not_tagged", {})]),
    (forget("/Lang"), [("no_language", {"language": ""})]),
    (speak("en"), [("no_language", {"language": "en"})]),
    (untitle, [("no_title", {})]),
    (take_out_a_font, [("font_not_embedded", {"font": "Liberation-Sans"})]),
    (rename_fonts(1), [("foreign_font", {"font": "DejaVu-Sans"})]),
    (rename_fonts(9), [("font_substituted", {"fonts": ("DejaVu-Sans",)})]),
]
ARCHIVED: list[tuple[Change, tuple[str, ...]]] = [
    (relate_otherwise, ("usulan.json (Unspecified)",)),
    (detach, ()),
    (attach, ("usulan.json (Data)", "rahasia.txt (Unspecified)")),
]


def found_in(pdf: bytes, expected: Expected) -> list[tuple[str, dict[str, object]]]:
    """Return what is found, by code and facts."""
    found: tuple[PdfFinding, ...] = find_in_structure(read_structure(pdf), expected)
    return [(str(finding.code), dict(finding.facts)) for finding in found]


@pytest.mark.parametrize(("change", "expected"), TO_SIGN)
def test_a_copy_to_sign_broken_in_one_way_has_just_that_finding(
    change: Change, expected: list[tuple[str, dict[str, object]]]
) -> None:
    assert found_in(broken(to_sign(KIND), change), SIGNED_BY_THREE) == expected


@pytest.mark.parametrize(("change", "files"), ARCHIVED)
def test_an_archive_copy_carries_the_change_set_and_nothing_else(
    change: Change, files: tuple[str, ...]
) -> None:
    facts = {"expected": ("usulan.json (Data)",), "found": files}

    assert found_in(broken(to_keep(KIND), change), KEPT) == [("attachments", facts)]


def test_a_pdf_that_was_written_on_is_seen() -> None:
    written_on = io.BytesIO(to_sign(KIND))
    writer = IncrementalPdfFileWriter(written_on)
    writer.root["/PageMode"] = NameObject("/UseNone")
    writer.update_root()
    writer.write_in_place()

    assert found_in(written_on.getvalue(), SIGNED_BY_THREE) == [hidden("revision", "2")]


def test_each_copy_is_told_from_the_others() -> None:
    assert found_in(to_read(KIND), SIGNED_BY_THREE) == [("signature_fields", {"expected": 3, "found": 0})]
    assert found_in(to_sign(KIND), Expected(CopyKind.READING, 3, OWN)) == [
        ("signature_fields", {"expected": 0, "found": 3})
    ]
    assert found_in(to_keep(KIND), Expected(CopyKind.READING, 3, OWN)) == [
        ("attachment_in_copy_to_sign", {"name": "usulan.json"})
    ]


def test_every_finding_is_among_those_seen() -> None:
    seen = {code for _, expected in TO_SIGN for code, _ in expected}

    assert {str(code) for code in PdfFindingCode} == seen | {"attachments"}
