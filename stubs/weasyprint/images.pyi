# The picture that an emblem is kept as.

from PIL.Image import Image
from pydyf import Stream

class RasterImage:
    def __init__(self, pillow_image: Image, image_id: str, image_data: bytes) -> None: ...
    def get_x_object(self, interpolate: object, dpi_ratio: float) -> Stream: ...
