"""The fields beside a picture, as the forms for adding and changing share them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.moments import now_here, reading_locale
from components.form import DateField, Form, NumberField, choice_field, tags_field, text_field
from studio.kernel.text import t
from studio.photos.details import KINDS
from studio.photos.queries import Beside, PhotoView


def draw_fields(form: Form, known: Beside, photo: PhotoView | None, artist: UUID | None) -> None:
    """Kind, day of healing, when, where, by whom, tags and caption; a day is asked for healing alone."""
    kind = photo.kind if photo else "finished"
    with ui.element("div").classes("photo-fields"):
        field = form.field(
            "kind", choice_field(t("What it shows"), {key: t(word) for key, word in KINDS.items()}, kind)
        )
        day = NumberField(t("Day of healing"), photo.day if photo else None)
        form.field("day", day).bind_visibility_from(field, "value", value="healing")
        taken = photo.taken_on if photo else now_here().date()
        form.field("taken_on", DateField(t("Taken on"), taken, locale=reading_locale(), required=True))
        place = text_field(t("Where on the body"), photo.place if photo else "")
        form.field("place", place.set_autocomplete(known.places))
        form.field("artist_id", _artist(known.artists, photo.artist_id if photo else artist))
        form.field("tags", tags_field(t("Tags"), photo.tags if photo else (), known=known.tags))
        form.field("caption", text_field(t("Caption"), photo.caption if photo else ""))


def _artist(artists: Mapping[UUID, str], chosen: UUID | None) -> ui.select:
    return choice_field(t("By"), {None: t("Nobody here"), **artists}, chosen)


def cleaned(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the fields say, as the verbs take it."""
    return {**values, "day": values["day"] if values["kind"] == "healing" else None}
