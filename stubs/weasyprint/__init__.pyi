# The part of WeasyPrint that the letters use; it ships no types of its own.

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import BinaryIO
from xml.etree.ElementTree import Element

from pydyf import PDF
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

class Attachment:
    def __init__(
        self,
        *,
        file_obj: BinaryIO,
        name: str,
        description: str,
        created: datetime,
        modified: datetime,
        relationship: str,
    ) -> None: ...

class Page:
    height: float
    anchors: Mapping[str, tuple[float, float, float, float]]

class Document:
    pages: Sequence[Page]

class CSS:
    def __init__(
        self,
        *,
        string: str,
        font_config: FontConfiguration | None = ...,
        url_fetcher: URLFetcher | None = ...,
    ) -> None: ...

class _Wrapper:
    @classmethod
    def from_html_root(cls, root: Element, content_language: str | None = ...) -> _Wrapper: ...

class HTML:
    etree_element: Element
    wrapper_element: _Wrapper
    def __init__(self, *, string: str, url_fetcher: URLFetcher | None = ...) -> None: ...
    def render(
        self,
        *,
        stylesheets: Sequence[CSS] = ...,
        font_config: FontConfiguration | None = ...,
    ) -> Document: ...
    def write_pdf(
        self,
        *,
        stylesheets: Sequence[CSS] = ...,
        font_config: FontConfiguration | None = ...,
        pdf_variant: str | None = ...,
        pdf_identifier: bytes | None = ...,
        cache: dict[str, object] | None = ...,
        attachments: Sequence[Attachment] | None = ...,
        finisher: Callable[[Document, PDF], None] | None = ...,
    ) -> bytes: ...
