"""How a Word file is packed so that the same letter gives the same bytes."""

import io
import struct
import zipfile
from datetime import UTC, datetime

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from orgflow.letters.docx_styles import LANGUAGE, new_element

_FIXED_DATE = datetime(2000, 1, 1, tzinfo=UTC)
_ZIP_DATE = struct.pack("<2H", 0, 1 << 5 | 1)
"""The first of January 1980, midnight, as an archive writes time and date."""
_LOCAL_DATE, _LISTED_DATE = 10, 12
_LISTED_LENGTHS, _LISTED_BYTES = 28, 46
"""Where a listed entry says how long its name, its extras and its comment are; its length without them."""
_WORD_VERSION = "15"
_UNWANTED = frozenset(
    {
        RT.CUSTOM_XML,
        RT.THUMBNAIL,
        RT.EXTENDED_PROPERTIES,
        RT.WEB_SETTINGS,
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    }
)


def strip_template(document: Document) -> None:
    """Drop what the library's own template brings along: its thumbnail, its statistics, its second styles."""
    for rels in (document.part.rels, document.part.package.rels):
        for name in [name for name, relation in rels.items() if relation.reltype in _UNWANTED]:
            del rels[name]
    settings = document.settings.element
    for tag in ("w:rsids", "w:proofState", "w:savePreviewPicture"):
        for element in settings.findall(qn(tag)):
            settings.remove(element)
    for element in settings.findall(qn("w:themeFontLang")):
        settings.replace(element, new_element("w:themeFontLang", val=LANGUAGE))
    for element in settings.iter(qn("w:compatSetting")):
        if element.get(qn("w:name")) == "compatibilityMode":
            element.set(qn("w:val"), _WORD_VERSION)


def set_properties(document: Document, title: str, author: str) -> None:
    """Name the document; its dates say nothing, for a digest must depend on the letter alone."""
    properties = document.core_properties
    properties.title, properties.author, properties.language = title[:255], author[:255], LANGUAGE
    properties.last_modified_by, properties.comments, properties.keywords = "", "", ""
    properties.revision = 1
    properties.created = properties.modified = _FIXED_DATE


def pack(document: Document) -> bytes:
    """Return the document's bytes with every date in the archive fixed."""
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:
        heads = [entry.header_offset for entry in archive.infolist()]
        at = archive.start_dir
    packed = saved.getbuffer()
    for head in heads:
        # The directory at the end repeats what stands before each entry.
        packed[head + _LOCAL_DATE : head + _LOCAL_DATE + len(_ZIP_DATE)] = _ZIP_DATE
        packed[at + _LISTED_DATE : at + _LISTED_DATE + len(_ZIP_DATE)] = _ZIP_DATE
        at += _LISTED_BYTES + sum(struct.unpack_from("<3H", packed, at + _LISTED_LENGTHS))
    return bytes(packed)
