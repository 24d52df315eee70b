"""Photos as a client's page sends them when it signs."""

import base64
from functools import cache
from io import BytesIO

from PIL import Image


@cache
def jpeg(colour: str = "brown") -> str:
    """A small JPEG in base64."""
    out = BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "JPEG")
    return base64.b64encode(out.getvalue()).decode()
