"""Handing in a file: dropped, pasted or chosen."""

from components.file_drop.file_drop import FileDrop

__all__ = ["FileDrop"]
