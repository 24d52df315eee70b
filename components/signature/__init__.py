"""Drawing a signature: the strokes themselves are kept, with their times, never a picture."""

from components.signature.signature import INK, SignaturePad, strokes_svg

__all__ = ["INK", "SignaturePad", "strokes_svg"]
