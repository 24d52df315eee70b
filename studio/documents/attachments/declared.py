"""What the documents room declares about attached files."""

from __future__ import annotations

from datetime import timedelta

from studio.documents.attachments.clearing import DAYS, clear_removed
from studio.documents.attachments.taking import EACH
from studio.extension.area import Timer
from studio.kernel.permissions import Permission
from studio.kernel.text import N_
from studio.upkeep.rules import whole_number

TEAM = "owner manager artist guest_artist reception"
ROOM = "documents.attachments.room"

PERMISSIONS = (
    Permission.of("documents.attachment.see", N_("See which files are attached"), TEAM),
    Permission.of("documents.attachment.open", N_("Look at attached files and take them out"), TEAM),
    Permission.of("documents.attachment.add", N_("Attach files and describe them"), TEAM),
    Permission.of(
        "documents.attachment.remove",
        N_("Remove attached files and bring them back; own: those one attached oneself"),
        "owner manager",
        own="artist guest_artist reception",
    ),
    Permission.of("documents.attachment.clear", N_("Let removed files go for good in time"), "timer"),
)

SETTINGS = (
    whole_number(
        EACH,
        20,
        N_("Megabytes an attached file may have"),
        1,
        60,
        note=N_("Photos are made smaller when they are taken in."),
        group="clients",
    ),
    whole_number(
        ROOM,
        1000,
        N_("Megabytes all files of one client may take"),
        10,
        1_000_000,
        note=N_("Above it a file is refused with a sentence that says so; what is there stays."),
        group="clients",
    ),
    whole_number(
        DAYS,
        30,
        N_("Days a removed file can be brought back"),
        1,
        365,
        note=N_("Then it is gone for good, with its bytes. A hold on the client keeps it."),
        group="clients",
    ),
)

TIMERS = (Timer("documents.attachment.clear", timedelta(hours=6), clear_removed),)

SENTENCES = {
    "documents.attachment.add": N_("{who} attached a file to {what}"),
    "documents.attachment.describe": N_("{who} described an attached file of {what}"),
    "documents.attachment.remove": N_("{who} removed an attached file of {what}"),
    "documents.attachment.bring_back": N_("{who} brought back an attached file of {what}"),
    "documents.attachment.open": N_("{who} opened an attached file of {what}"),
    "documents.attachment.clear": N_("Removed files went for good"),
}
