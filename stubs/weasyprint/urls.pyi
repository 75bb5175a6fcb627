from collections.abc import Sequence

class FatalURLFetchingError(BaseException): ...

class URLFetcherResponse:
    def __init__(self, url: str, body: bytes | str | None = ...) -> None: ...
    def read(self) -> bytes: ...

class URLFetcher:
    def __init__(
        self,
        *,
        allowed_protocols: Sequence[str] | None = ...,
        allow_redirects: bool = ...,
        fail_on_errors: bool = ...,
    ) -> None: ...
    def fetch(self, url: str, headers: dict[str, str] | None = ...) -> URLFetcherResponse: ...
