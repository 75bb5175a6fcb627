# The part of pydyf that the letters use; it ships no types of its own.

from collections.abc import Mapping, Sequence

class Object:
    @property
    def reference(self) -> bytes: ...

class Dictionary(Object, dict[str, object]):
    def __init__(self, values: Mapping[str, object] | None = ...) -> None: ...

class Array(Object, list[object]):
    def __init__(self, array: Sequence[object] | None = ...) -> None: ...

class String(Object):
    string: str
    def __init__(self, string: str = ...) -> None: ...

class Stream(Object):
    stream: list[bytes | Object]
    extra: Dictionary
    def __init__(
        self, stream: Sequence[bytes | Object] | None = ..., extra: Mapping[str, object] | None = ...
    ) -> None: ...

class PDF:
    catalog: Dictionary
    objects: list[Object]
    pages: Dictionary
    @property
    def page_references(self) -> tuple[bytes, ...]: ...
    def add_object(self, object_: Object, /) -> None: ...
