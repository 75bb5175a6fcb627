"""What a letter's PDF may fetch: its own emblem, and nothing else."""

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from orgflow.letters.page import EMBLEM_URL


class EmblemFetcher(URLFetcher):
    """Hands out the emblem's bytes; any other address ends the rendering."""

    def __init__(self, emblem: bytes | None) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._emblem = emblem

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url != EMBLEM_URL or self._emblem is None:
            raise FatalURLFetchingError(url)
        return URLFetcherResponse(url, self._emblem)
