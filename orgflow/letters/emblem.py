"""Which pictures a letterhead can bear."""

import io
from functools import lru_cache

from PIL import Image, UnidentifiedImageError

from orgflow.letters.errors import PictureUnreadable

KINDS = ("PNG", "JPEG")
LONGEST_SIDE = 5_000


@lru_cache(maxsize=4)
def check_emblem(content: bytes) -> None:
    """Refuse an emblem that one of the two formats could not draw; one that passed is not read again.

    Raises:
        PictureUnreadable: not a whole PNG or JPEG, or a side above 5,000 pixels.
    """
    try:
        with Image.open(io.BytesIO(content), formats=KINDS) as picture:
            if max(picture.size) > LONGEST_SIDE:
                raise PictureUnreadable()
            picture.load()
        with Image.open(io.BytesIO(content), formats=KINDS) as picture:
            # Loading is content with all the pixels; this reads on to the end of the file.
            picture.verify()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as broken:
        raise PictureUnreadable() from broken
