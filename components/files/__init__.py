"""Handing in files: dropped, pasted, chosen, or taken with a camera."""

from components.files.arriving import Handed
from components.files.file_field import FileField

__all__ = ["FileField", "Handed"]
