"""How this room's values read on its screens: dates, fields, faces."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from components.app.moments import here, reading_locale, show_date
from components.form.phones import show_phone
from studio.clients.masking import CONTACT
from studio.clients.rules.identity import HIDDEN, masked
from studio.kernel.house import house
from studio.kernel.text import LANGUAGES, N_, t

LABELS: Mapping[str, str] = {
    "name": N_("Name"),
    "preferred_name": N_("Preferred name"),
    "pronouns": N_("Pronouns"),
    "gender": N_("Gender"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "address": N_("Address"),
    "birth_date": N_("Birth date"),
    "guardian_name": N_("Guardian"),
    "guardian_relation": N_("Guardian's relation"),
    "guardian_phone": N_("Guardian's phone"),
    "guardian_birth_date": N_("Guardian's birth date"),
    "emergency_name": N_("Emergency contact"),
    "emergency_phone": N_("Emergency phone"),
    "emergency_relation": N_("Emergency contact's relation"),
    "id_kind": N_("Identity document"),
    "id_issuer": N_("Issued by"),
    "id_number": N_("Number of the document"),
    "id_expires": N_("Valid until"),
    "brought_by": N_("Brought by"),
    "brought_by_id": N_("Brought by a client"),
    "notes": N_("Notes"),
    "tags": N_("Tags"),
    "language": N_("Language"),
    "photo": N_("Photo"),
    "health_light": N_("Health light"),
    "archived_at": N_("Archived"),
    "code": N_("Code"),
}
PHONES = {"phone", "guardian_phone", "emergency_phone"}
DATES = {"birth_date", "guardian_birth_date", "id_expires"}


def country() -> str:
    """The studio's country, which decides how phone numbers are written."""
    return str(house().settings["studio.country"])


def month(value: datetime) -> str:
    """Month and year."""
    from babel.dates import format_skeleton

    return str(format_skeleton("yMMM", here(value), locale=reading_locale()))


def field_text(field: str, value: Any) -> str:
    """Any field of a client as people read it."""
    if value is None or value == "" or value == []:
        return ""
    if field in PHONES:
        return show_phone(str(value), country())
    if field in DATES:
        return show_date(value if isinstance(value, date) else date.fromisoformat(str(value)))
    if field == "tags":
        return ", ".join(map(str, value))
    if field == "id_number":
        return str(value) if HIDDEN in str(value) else masked(str(value))
    if field == "brought_by_id":
        return t("another client")
    if field == "language":
        return LANGUAGES.get(str(value), str(value))
    return str(value)


def contact_text(field: str, value: Any, *, hidden: bool) -> str:
    """As `field_text`; a contact that is hidden says so, whether there is one or not."""
    return t("hidden") if hidden and field in CONTACT else field_text(field, value)


def photo_address(code: str, photo: str | None, size: str = "s") -> str:
    """Where a portrait is found, under an address that changes with the picture; empty when there is none."""
    return f"/clients/{code}/photo?size={size}&v={photo[:12]}" if photo else ""


def known_as(preferred: str, pronouns: str) -> str:
    """Preferred name and pronouns in a few quiet words."""
    return " · ".join(part for part in (f"“{preferred}”" if preferred else "", pronouns) if part)
