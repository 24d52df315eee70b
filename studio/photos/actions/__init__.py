"""The verbs of the photos room: the only ones who write here."""

from studio.photos.actions.photo import add_photo, edit_photo, remove_photo, restore_photo, view_photos
from studio.photos.actions.publicity import export_photos, hide_photos, show_photos
from studio.photos.actions.withdrawn import delete_hidden, keep_hidden

__all__ = [
    "add_photo",
    "delete_hidden",
    "edit_photo",
    "export_photos",
    "hide_photos",
    "keep_hidden",
    "remove_photo",
    "restore_photo",
    "show_photos",
    "view_photos",
]
