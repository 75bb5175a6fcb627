# The part of WeasyPrint that the letters use; it ships no types of its own.

from collections.abc import Sequence

from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

class CSS:
    def __init__(
        self,
        *,
        string: str,
        font_config: FontConfiguration | None = ...,
        url_fetcher: URLFetcher | None = ...,
    ) -> None: ...

class HTML:
    def __init__(self, *, string: str, url_fetcher: URLFetcher | None = ...) -> None: ...
    def write_pdf(
        self,
        *,
        stylesheets: Sequence[CSS] = ...,
        font_config: FontConfiguration | None = ...,
        pdf_variant: str | None = ...,
        pdf_identifier: bytes | None = ...,
    ) -> bytes: ...
