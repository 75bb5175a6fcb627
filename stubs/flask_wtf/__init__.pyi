# The part of Flask-WTF that the pages use; it ships no types of its own.

from collections.abc import Mapping, Sequence

from wtforms import Form

class FlaskForm(Form):
    def __init__(
        self,
        formdata: Mapping[str, Sequence[str]] | None = ...,
        *,
        data: Mapping[str, object] | None = ...,
        **kwargs: object,
    ) -> None: ...
    def is_submitted(self) -> bool: ...
    def validate_on_submit(self) -> bool: ...
