"""Handing in a picture: dropped, pasted, chosen, or taken with the camera."""

from components.picture.picture_drop import PictureDrop

__all__ = ["PictureDrop"]
