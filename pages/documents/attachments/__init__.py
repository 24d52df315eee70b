"""Attached files on screen: a part any room places on the details of its things."""

from pages.documents.attachments.part import attachments, draw_client

__all__ = ["attachments", "draw_client"]
