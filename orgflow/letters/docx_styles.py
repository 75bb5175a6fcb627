"""How a letter looks in Word: its named styles, with the same measures as the PDF's sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from lxml import etree

from orgflow.domain.letters.facts import Face, PageShape

FONT = "Arial"
FONTS = {Face.ARIAL: "Arial", Face.BOOKMAN: "Bookman Old Style"}
LANGUAGE = "id-ID"
STEP_CM = 0.75
SALUTATION_CM = 1.0
META_CM = (2.4, 0.4)
"""The widths of the label and of the colon; the rest of the line is the value's."""

NARROWER_CM = 3.0
EMBLEM_CM = 2.2
BODY_LINES = 1.15

_NAMESPACE = {"w": nsmap["w"]}
_LEFT, _CENTER = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
_RIGHT, _JUSTIFY = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY


@dataclass(frozen=True, slots=True)
class Look:
    """How one style is set; lengths in centimetres, sizes in points."""

    size_pt: float = 12
    align: WD_ALIGN_PARAGRAPH = _LEFT
    left_cm: float = 0
    first_cm: float = 0
    before_pt: float = 0
    after_pt: float = 0
    lines: float = BODY_LINES
    is_bold: bool = False
    is_grey: bool = False
    keeps_next: bool = False
    outline: int | None = None
    """The level of a heading from 0; Word's own lists of contents go by it."""


BUILT_IN = frozenset({"Heading 1", "Heading 2", "Caption", "toc 1", "toc 2", "table of figures"})
"""Names of Word's own styles, which its outline and its lists of contents look for."""

HEAD_PLACE = "Tempat Lambang"
HEAD = "Kop Surat"
CONTACT = "Kontak Kop"
DATE = "Tanggal Surat"
META = "Keterangan Surat"
ADDRESS = "Alamat Surat"
BODY = "Isi Surat"
PLAIN = "Isi Tanpa Inden"
CENTRED = "Isi Tengah"
SECTION = "Judul Bagian"
TITLE = "Judul Naskah"
CELL = "Isi Tabel"
CELL_HEAD = "Kepala Tabel"
BARE = "Isi Rincian"
AGENCY = "Kop Instansi"
AGENCY_UNIT = "Kop Unit"
ITEM = ("Butir 1", "Butir 2")
ITEM_REST = ("Uraian Butir 1", "Uraian Butir 2")
SIGN_TITLE = "Jabatan Penanda Tangan"
SIGN_NAME = "Nama Penanda Tangan"
SIGN_REST = "Keterangan Penanda Tangan"
COPIES_HEAD = "Judul Tembusan"
COPIES = "Tembusan"
MARK = "Tanda Konsep"
FOLIO = "Nomor Halaman"
GAP = "Belum Diisi"

LOOKS: Mapping[str, Look] = {
    HEAD_PLACE: Look(align=_CENTER, after_pt=6, lines=1, keeps_next=True),
    HEAD: Look(size_pt=14, align=_CENTER, lines=1, is_bold=True, keeps_next=True),
    CONTACT: Look(size_pt=10, align=_CENTER, lines=1, keeps_next=True),
    DATE: Look(align=_RIGHT, before_pt=16, after_pt=8),
    META: Look(),
    ADDRESS: Look(left_cm=SALUTATION_CM),
    PLAIN: Look(align=_JUSTIFY, after_pt=6),
    CENTRED: Look(align=_CENTER, after_pt=6),
    SECTION: Look(before_pt=8, after_pt=4, is_bold=True, keeps_next=True),
    TITLE: Look(align=_CENTER, keeps_next=True),
    CELL: Look(size_pt=10.5, lines=1.09),
    CELL_HEAD: Look(size_pt=10.5, lines=1.09, align=_CENTER, is_bold=True, keeps_next=True),
    BARE: Look(align=_JUSTIFY, after_pt=4),
    AGENCY: Look(align=_CENTER, lines=1.04, keeps_next=True),
    AGENCY_UNIT: Look(size_pt=16, align=_CENTER, lines=1.04, is_bold=True, keeps_next=True),
    BODY: Look(align=_JUSTIFY, first_cm=1.25, after_pt=6),
    ITEM[0]: Look(align=_JUSTIFY, left_cm=STEP_CM, first_cm=-STEP_CM, after_pt=6),
    ITEM[1]: Look(align=_JUSTIFY, left_cm=2 * STEP_CM, first_cm=-STEP_CM, after_pt=6),
    ITEM_REST[0]: Look(align=_JUSTIFY, left_cm=STEP_CM, after_pt=6),
    ITEM_REST[1]: Look(align=_JUSTIFY, left_cm=2 * STEP_CM, after_pt=6),
    SIGN_TITLE: Look(keeps_next=True),
    SIGN_NAME: Look(before_pt=62.5),
    SIGN_REST: Look(),
    COPIES_HEAD: Look(size_pt=11, before_pt=18, keeps_next=True),
    COPIES: Look(size_pt=11, left_cm=STEP_CM, first_cm=-STEP_CM),
    MARK: Look(size_pt=10, align=_CENTER, lines=1, is_bold=True, is_grey=True),
    FOLIO: Look(align=_CENTER, lines=1),
}
_FOLLOWING = frozenset(
    {DATE, META, ADDRESS, BODY, PLAIN, CENTRED, SECTION, TITLE, BARE, *ITEM, *ITEM_REST}
    | {SIGN_TITLE, SIGN_NAME, SIGN_REST}
)
"""Styles set in the size and the distance of lines that the office has chosen."""


def looks_of(shape: PageShape) -> Mapping[str, Look]:
    """Return the styles of a letter whose pages have this shape."""
    lines = shape.lines_percent / 100
    return {
        name: replace(look, size_pt=shape.size_pt, lines=lines) if name in _FOLLOWING else look
        for name, look in LOOKS.items()
    }


_KEPT = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")


def set_styles(document: Document, looks: Mapping[str, Look] = LOOKS, font: str = FONT) -> None:
    """Replace the styles of a new document by these, the letter's own unless others are given."""
    root = document.styles.element
    for style in root.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in _KEPT:
            root.remove(style)
    _set_defaults(root, font)
    normal = document.styles["Normal"]
    _set_font(normal.element.get_or_add_rPr(), 12, font)
    for name, look in looks.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in BUILT_IN)
        if isinstance(style, ParagraphStyle):
            _set_look(style, look, font)
    gap = document.styles.add_style(GAP, WD_STYLE_TYPE.CHARACTER)
    gap.element.get_or_add_rPr().append(new_element("w:shd", val="clear", color="auto", fill="FBEEC6"))
    if isinstance(gap, CharacterStyle):
        gap.quick_style = True


def new_element(tag: str, **attributes: str) -> etree._Element:
    """Return a Word element with attributes of the same namespace."""
    return oxml_parser.makeelement(
        _name(tag), {_name(f"w:{name}"): value for name, value in attributes.items()}, _NAMESPACE
    )


def twips(centimetres: float) -> str:
    """Return a length in twentieths of a point, as Word writes it."""
    return str(round(centimetres / 2.54 * 1440))


@cache
def _name(tag: str) -> str:
    return qn(tag)


def _set_look(style: ParagraphStyle, look: Look, font: str) -> None:
    form = style.paragraph_format
    form.alignment = look.align
    form.left_indent, form.first_line_indent = Cm(look.left_cm), Cm(look.first_cm)
    form.space_before, form.space_after = Pt(look.before_pt), Pt(look.after_pt)
    form.line_spacing = look.lines
    form.keep_with_next = look.keeps_next
    form.widow_control = True
    style.quick_style = True
    style.font.bold = look.is_bold
    _set_font(style.element.get_or_add_rPr(), look.size_pt, font)
    if look.outline is not None:
        style.element.get_or_add_pPr().append(new_element("w:outlineLvl", val=str(look.outline)))
    if look.is_grey:
        style.font.color.rgb = RGBColor(0x76, 0x76, 0x76)


def _set_font(properties: etree._Element, size_pt: float, font: str) -> None:
    """Name the font for every script, so that no theme font comes in."""
    for tag in ("w:rFonts", "w:sz", "w:szCs"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    properties.insert(0, new_element("w:rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font))
    half_points = str(round(size_pt * 2))
    properties.append(new_element("w:sz", val=half_points))
    properties.append(new_element("w:szCs", val=half_points))


def _set_defaults(root: etree._Element, font: str) -> None:
    defaults = root.find(qn("w:docDefaults"))
    if defaults is not None:
        root.remove(defaults)
    run = new_element("w:rPr")
    _set_font(run, 12, font)
    run.append(new_element("w:lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"))
    paragraph = new_element("w:pPr")
    paragraph.append(new_element("w:spacing", before="0", after="0", line="240", lineRule="auto"))
    fresh = new_element("w:docDefaults")
    for tag, inner in (("w:rPrDefault", run), ("w:pPrDefault", paragraph)):
        holder = new_element(tag)
        holder.append(inner)
        fresh.append(holder)
    root.insert(0, fresh)
