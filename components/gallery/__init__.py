"""Pictures in a grid, each opened large with the keyboard, and two of them side by side."""

from components.gallery.gallery import Act, Gallery, Picture

__all__ = ["Act", "Gallery", "Picture"]
