"""What a PDF is, apart from its words: its kind, tags, fonts and fields, and whatever else it carries."""

import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf

from orgflow.letters.pdf_fonts import PdfFont, read_fonts
from orgflow.letters.pdf_objects import PdfDict, every_dictionary, kids, number_of, words_of

_ACTIONS = frozenset(
    (
        "GoTo",
        "GoTo3DView",
        "GoToE",
        "GoToR",
        "Hide",
        "ImportData",
        "JavaScript",
        "Launch",
        "Movie",
        "Named",
        "Rendition",
        "ResetForm",
        "RichMediaExecute",
        "SetOCGState",
        "Sound",
        "SubmitForm",
        "Thread",
        "Trans",
        "URI",
    )
)
_MM_IN_POINT = 25.4 / 72
_HIDDEN, _PRINTED, _NO_VIEW = 2, 4, 32


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page in millimetres, measured from the page's top left."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SignatureField:
    """One field for a signature.

    ``page`` counts from 1 and is 0 for a field that stands on none; ``label`` is what is read aloud;
    ``is_tagged`` says whether the field stands among the tags, ``is_shown`` whether it is seen and printed.
    """

    name: str
    page: int
    box: Box
    label: str
    is_signed: bool
    is_tagged: bool
    is_shown: bool


@dataclass(frozen=True, slots=True)
class PdfAttachment:
    """One file inside; ``digest`` is the SHA-256 of its bytes, ``relationship`` is empty if none is named."""

    name: str
    relationship: str
    media_type: str
    digest: str


@dataclass(frozen=True, slots=True)
class PdfStructure:
    """What a PDF is.

    ``part`` and ``conformance`` are those of PDF/A (``"3"``, ``"A"``); ``roles`` are the tags' in reading
    order; ``other_fields`` are the form's that take no signature; ``annotations`` stand on the pages and are
    part of no field; ``actions`` are what the file would do; ``layers`` can be switched on and off;
    ``revisions`` counts how often the file was written, each time after what stood there.
    """

    part: str
    conformance: str
    output_intent: str
    language: str
    title: str
    is_tagged: bool
    roles: tuple[str, ...]
    fonts: tuple[PdfFont, ...]
    page_sizes_mm: tuple[tuple[float, float], ...]
    fields: tuple[SignatureField, ...]
    other_fields: tuple[str, ...]
    attachments: tuple[PdfAttachment, ...]
    annotations: tuple[str, ...]
    actions: tuple[str, ...]
    layers: tuple[str, ...]
    revisions: int


def read_structure(pdf: bytes) -> PdfStructure:
    """Return what the PDF is.

    Raises:
        pikepdf.PdfError: it is none, or a broken one.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root
        everything = tuple(every_dictionary(document))
        status = document.open_metadata().pdfa_status
        roles, tagged = _tags(root)
        fields = tuple(_leaves(root.get("/AcroForm", PdfDict()).get("/Fields"), {}))
        return PdfStructure(
            part=status[:1],
            conformance=status[1:],
            output_intent=_output_intent(root),
            language=words_of(root.get("/Lang")),
            title=words_of(document.docinfo.get("/Title")),
            is_tagged=bool(root.get("/MarkInfo", PdfDict()).get("/Marked", False)) and bool(roles),
            roles=roles,
            fonts=read_fonts(pdf),
            page_sizes_mm=tuple(_size(page) for page in document.pages),
            fields=tuple(_signature_fields(document, fields, tagged)),
            other_fields=tuple(name for name, kind, _ in fields if kind != "/Sig"),
            attachments=_attachments(everything),
            annotations=tuple(_annotations(document, fields)),
            actions=tuple(_actions(root, everything)),
            layers=tuple(
                words_of(entry.get("/Name")) for entry in everything if entry.get("/Type") == pikepdf.Name.OCG
            ),
            revisions=pdf.count(b"startxref"),
        )


def _output_intent(root: pikepdf.Object) -> str:
    for intent in kids(root.get("/OutputIntents")):
        if "/DestOutputProfile" in intent:
            return f"{str(intent.get('/S', '')).removeprefix('/')} {words_of(intent.get('/Info'))}".strip()
    return ""


def _tags(root: pikepdf.Object) -> tuple[tuple[str, ...], frozenset[tuple[int, int]]]:
    """Return the roles in reading order, and which objects stand in a tag of a form."""
    roles: list[str] = []
    tagged: set[tuple[int, int]] = set()
    seen: set[tuple[int, int]] = set()

    def walk(node: pikepdf.Object, role: str) -> None:
        for kid in kids(node.get("/K")):
            if not isinstance(kid, pikepdf.Dictionary) or (kid.is_indirect and kid.objgen in seen):
                continue
            seen.add(kid.objgen)
            if "/S" in kid:
                own = str(kid["/S"]).removeprefix("/")
                roles.append(own)
                walk(kid, own)
            elif role == "Form" and "/Obj" in kid:
                tagged.add(kid["/Obj"].objgen)

    walk(root.get("/StructTreeRoot", PdfDict()), "")
    return tuple(roles), frozenset(tagged)


_Leaf = tuple[str, str, pikepdf.Object]


def _leaves(fields: pikepdf.Object | None, above: Mapping[str, str]) -> Iterator[_Leaf]:
    """Return every field that has no fields below it: its whole name, its kind and itself."""
    for field in kids(fields):
        own = words_of(field.get("/T"))
        name = ".".join(part for part in (above.get("name", ""), own) if part)
        kind = str(field.get("/FT", above.get("kind", "")))
        below = [kid for kid in kids(field.get("/Kids")) if "/T" in kid]
        if below:
            yield from _leaves(field["/Kids"], {"name": name, "kind": kind})
        else:
            yield name, kind, field


def _signature_fields(
    document: pikepdf.Pdf, fields: tuple[_Leaf, ...], tagged: frozenset[tuple[int, int]]
) -> Iterator[SignatureField]:
    pages = {
        annotation.objgen: (number, page)
        for number, page in enumerate(document.pages, start=1)
        for annotation in kids(page.obj.get("/Annots"))
    }
    for name, kind, field in fields:
        if kind == "/Sig":
            number, page = pages.get(field.objgen, (0, document.pages[0]))
            flags = int(number_of(field.get("/F")))
            yield SignatureField(
                name=name,
                page=number,
                box=_box(field.get("/Rect"), page),
                label=words_of(field.get("/TU")),
                is_signed="/V" in field,
                is_tagged=field.objgen in tagged,
                is_shown=bool(flags & _PRINTED) and not flags & (_HIDDEN | _NO_VIEW),
            )


def _size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = (number_of(edge) for edge in kids(page.mediabox))
    return round((right - left) * _MM_IN_POINT, 2), round((top - bottom) * _MM_IN_POINT, 2)


def _box(rectangle: pikepdf.Object | None, page: pikepdf.Page) -> Box:
    edges = [number_of(edge) for edge in kids(rectangle)]
    if len(edges) != 4:
        return Box(0, 0, 0, 0)
    left, right = sorted(edges[::2])
    bottom, top = sorted(edges[1::2])
    page_left, _, _, page_top = (number_of(edge) for edge in kids(page.mediabox))
    inches = (left - page_left, page_top - top, right - left, top - bottom)
    return Box(*(round(length * _MM_IN_POINT, 2) for length in inches))


def _attachments(everything: tuple[pikepdf.Object, ...]) -> tuple[PdfAttachment, ...]:
    """Return every file inside, wherever it is named, each once."""
    found: dict[PdfAttachment, None] = {}
    for entry in everything:
        stream = entry.get("/EF", PdfDict()).get("/F") if "/EF" in entry else None
        if isinstance(stream, pikepdf.Stream):
            attachment = PdfAttachment(
                name=words_of(entry.get("/UF")) or words_of(entry.get("/F")),
                relationship=str(entry.get("/AFRelationship", "")).removeprefix("/"),
                media_type=str(stream.get("/Subtype", "")).removeprefix("/"),
                digest=hashlib.sha256(stream.read_bytes()).hexdigest(),
            )
            found[attachment] = None
    return tuple(found)


def _annotations(document: pikepdf.Pdf, fields: tuple[_Leaf, ...]) -> Iterator[str]:
    """Return what stands on the pages and belongs to no field of the form."""
    known = {place.objgen for _, _, field in fields for place in (field, *kids(field.get("/Kids")))}
    for page in document.pages:
        for annotation in kids(page.obj.get("/Annots")):
            if annotation.objgen not in known:
                yield str(annotation.get("/Subtype", "/?")).removeprefix("/")


def _actions(root: pikepdf.Object, everything: tuple[pikepdf.Object, ...]) -> Iterator[str]:
    """Return what would be done on opening or at a click; the tags' own kinds of node are none of it."""
    if "/OpenAction" in root:
        yield "OpenAction"
    if "/XFA" in root.get("/AcroForm", PdfDict()):
        yield "XFA"
    for entry in everything:
        if "/AA" in entry:
            yield "AA"
        kind = str(entry.get("/S", "")).removeprefix("/")
        if kind in _ACTIONS and entry.get("/Type") != pikepdf.Name.StructElem:
            yield kind
