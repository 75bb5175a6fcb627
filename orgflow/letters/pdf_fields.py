"""How the places for signatures become empty signature fields, while the PDF is being written.

WeasyPrint knows links, not signature fields. A link in each place gives, by public means, its page, its order
and its node among the tags; the finisher then turns the link into the field, without parsing the PDF again.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from pydyf import PDF, Array, Dictionary, Object, Stream, String
from weasyprint import HTML, Document

from orgflow.letters.errors import RenderFailed

FIELD_RULES = ".signing-field { display: block; height: 1px; }"

_PLACE = re.compile(r"ttd-[1-9][0-9]*")
_POINTS_IN_PIXEL = 0.75
_APART_PT = 1 / 25.4 * 72
_PRINTED = 4
_HAS_SIGNATURE_FIELDS = 1


def mark_places(html: HTML) -> None:
    """Put a link into every place for a signature, below what is printed there."""
    for place in [element for element in html.etree_element.iter() if _is_place(element)]:
        SubElement(place, "a", {"class": "signing-field", "href": f"#{place.get('id')}"})


@dataclass(frozen=True, slots=True)
class FieldWriter:
    """Turns the marked places into fields; ``signers`` are the titles of who signs, in reading order."""

    signers: tuple[str, ...]

    def __call__(self, document: Document, pdf: PDF) -> None:
        """Write the fields into the PDF.

        Raises:
            RenderFailed: there are more or fewer places than signers, or one is not whole on one page.
        """
        marks = list(_marks(pdf))
        names = [name for _, _, name in marks]
        if names != [f"ttd-{number}" for number in range(1, len(self.signers) + 1)]:
            raise RenderFailed(reason="signing_places", detail=f"{len(self.signers)}: {' '.join(names)}")
        tags = _tags(pdf)
        for (number, mark, name), signer in zip(marks, self.signers, strict=True):
            page = document.pages[number]
            if name not in page.anchors:
                raise RenderFailed(reason="signing_place_parted", detail=name)
            left, _, right, bottom = (edge * _POINTS_IN_PIXEL for edge in page.anchors[name])
            top = _numbers(mark["Rect"])[1]
            field = (left, page.height * _POINTS_IN_PIXEL - bottom + _APART_PT, right, top - _APART_PT)
            _write_field(pdf, mark, field, name.replace("-", "_"), signer)
            mark["P"] = pdf.page_references[number]
            _tag_as_form(tags[mark["StructParent"]])
        if marks:
            pdf.catalog["AcroForm"] = Dictionary(
                {
                    "Fields": Array([mark.reference for _, mark, _ in marks]),
                    "SigFlags": _HAS_SIGNATURE_FIELDS,
                }
            )


def _is_place(element: Element) -> bool:
    return _PLACE.fullmatch(element.get("id") or "") is not None


def _marks(pdf: PDF) -> Iterator[tuple[int, Dictionary, str]]:
    """Find the links of ``mark_places``, each with the number of its page, in reading order."""
    for number, reference in enumerate(pdf.page_references):
        page = _dictionary(pdf, reference)
        annotations = page.get("Annots")
        for annotation in annotations if isinstance(annotations, list) else ():
            link = _dictionary(pdf, annotation)
            target = link.get("Dest")
            if isinstance(target, String) and _PLACE.fullmatch(target.string):
                yield number, link, target.string


def _write_field(
    pdf: PDF, mark: Dictionary, place: tuple[float, float, float, float], name: str, signer: str
) -> None:
    left, bottom, right, top = (round(edge, 2) for edge in place)
    width, height = round(right - left, 2), round(top - bottom, 2)
    look = Stream(
        extra=Dictionary(
            {
                "Type": "/XObject",
                "Subtype": "/Form",
                "BBox": Array([0, 0, width, height]),
                "Resources": Dictionary(),
            }
        )
    )
    pdf.add_object(look)
    for of_the_link in ("Dest", "Contents", "BS"):
        del mark[of_the_link]
    mark.update(
        {
            "Subtype": "/Widget",
            "FT": "/Sig",
            "T": String(name),
            "TU": String(f"Tempat tanda tangan {signer}"),
            "F": _PRINTED,
            "Rect": Array([left, bottom, right, top]),
            "AP": Dictionary({"N": look.reference}),
        }
    )


def _tag_as_form(tag: Dictionary) -> None:
    """Let the tag hold its field alone, in no list: else pyHanko takes a second signature for tampering."""
    tag["S"] = "/Form"
    if isinstance(tag["K"], list):
        (tag["K"],) = tag["K"]


def _tags(pdf: PDF) -> Mapping[object, Dictionary]:
    """Return the tag of each annotation by its number among the tags' parents."""
    parents = _dictionary(pdf, _dictionary(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    numbers = parents if isinstance(parents, list) else []
    return {
        number: _dictionary(pdf, reference)
        for number, reference in zip(numbers[::2], numbers[1::2], strict=True)
        if isinstance(reference, bytes)
    }


def _dictionary(pdf: PDF, reference: object) -> Dictionary:
    found: Object | None = None
    if isinstance(reference, bytes):
        found = pdf.objects[int(reference.split()[0])]
    if not isinstance(found, Dictionary):
        raise RenderFailed(reason="pdf_structure", detail=repr(reference))
    return found


def _numbers(array: object) -> list[float]:
    return [edge for edge in array if isinstance(edge, int | float)] if isinstance(array, list) else []
