"""How photos read on screen: what one shows, when it was taken, and where it is found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal
from uuid import UUID

from components.app.moments import show_date
from components.gallery import Picture
from studio.kernel.text import t
from studio.photos.details import KINDS
from studio.photos.queries import HiddenPhoto, PhotoView
from studio.photos.queries.portfolio import ShownPhoto

Which = Literal["kept", "shown", "withdrawn"]


def address(which: Which, photo_id: UUID, size: str) -> str:
    """Where a picture is found, for whoever may see it there."""
    return f"/photos/{which}/{photo_id}/{size}.jpg"


def title(kind: str, day: int | None) -> str:
    """What it shows, in a few words."""
    return t("Healing, day {n}", n=day) if kind == "healing" and day is not None else t(KINDS[kind])


def of_client(photo: PhotoView, acts: Sequence[str]) -> Picture:
    """A picture on a client's file."""
    who = t("by {artist}", artist=photo.artist) if photo.artist else ""
    return _picture(
        "kept", photo, photo.taken_on, photo.caption, (photo.place, who, ", ".join(photo.tags)),
        t("Public") if photo.shown_from else "", acts,
    )  # fmt: skip


def of_portfolio(photo: ShownPhoto, acts: Sequence[str]) -> Picture:
    """A picture that may be shown: nothing of it names a client."""
    who = t("by {artist}", artist=photo.artist) if photo.artist else ""
    return _picture("shown", photo, photo.taken_on, "", (photo.place, who, ", ".join(photo.tags)), "", acts)


def of_withdrawn(photo: HiddenPhoto, acts: Sequence[str]) -> Picture:
    """A picture whose consent was withdrawn; whose it is comes first."""
    since = t("Withdrawn {day}", day=show_date(photo.hidden_at.date()))
    kept = t("Kept by {who}: {why}", who=photo.kept_by_name, why=photo.kept_why) if photo.kept_why else ""
    note = f"{title(photo.kind, None)}, {show_date(photo.taken_on)}"
    return Picture(
        str(photo.id), address("withdrawn", photo.id, "small"), address("withdrawn", photo.id, "large"),
        f"{photo.name} ({photo.code})", note, kept, (since,), "", tuple(acts),
    )  # fmt: skip


def _picture(
    which: Which, photo: PhotoView | ShownPhoto, taken_on: date, caption: str, lines: tuple[str, ...], mark: str,
    acts: Sequence[str],
) -> Picture:  # fmt: skip
    return Picture(
        str(photo.id), address(which, photo.id, "small"), address(which, photo.id, "large"),
        title(photo.kind, photo.day), show_date(taken_on), caption, tuple(filter(None, lines)), mark, tuple(acts),
    )  # fmt: skip
