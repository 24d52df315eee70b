"""What the documents room declares about papers."""

from __future__ import annotations

from studio.kernel.permissions import Permission
from studio.kernel.settings import Setting
from studio.kernel.text import N_
from studio.upkeep.rules import between

TEAM = "owner manager artist guest_artist reception"
OFFICE = "owner manager console"
DAYS = "documents.given.days"

PERMISSIONS = (
    Permission.of("documents.paper.see", N_("Read the studio's own papers"), TEAM + " viewer inspector console"),
    Permission.of("documents.paper.edit", N_("Write the studio's own papers"), OFFICE),
    Permission.of("documents.paper.publish", N_("Publish the studio's own papers"), OFFICE),
    Permission.of("documents.paper.archive", N_("Archive and restore the studio's own papers"), OFFICE),
    Permission.of("documents.aftercare.give", N_("Give clients an aftercare sheet"), TEAM + " console"),
    Permission.of("documents.given.open", N_("Open an aftercare sheet on one's own phone"), "guest"),
    Permission.of("documents.client_file.print", N_("Print a client's file"), TEAM),
    Permission.of("documents.document.open", N_("Take out sealed documents"), TEAM + " inspector"),
)

SETTINGS = (
    Setting(
        DAYS,
        int,
        7,
        N_("Days an aftercare sheet stays open on the client's phone"),
        check=between(DAYS, 1, 90),
        help=N_("Counted from the moment it was given; what the client saved stays readable."),
        group="clients",
    ),
)

SENTENCES = {
    "documents.paper.add": N_("{who} began the paper {what}"),
    "documents.paper.draft": N_("{who} wrote on the paper {what}"),
    "documents.paper.discard": N_("{who} threw away the draft of {what}"),
    "documents.paper.publish": N_("{who} published a new edition of {what}"),
    "documents.paper.archive": N_("{who} archived the paper {what}"),
    "documents.paper.restore": N_("{who} restored the paper {what}"),
    "documents.aftercare.give": N_("{who} gave {what} an aftercare sheet"),
    "documents.aftercare.show_again": N_("{who} showed {what} an aftercare sheet again"),
    "documents.aftercare.take_back": N_("{who} took back the note that {what} was given an aftercare sheet"),
    "documents.given.open": N_("{what} opened the aftercare sheet"),
    "documents.client_file.print": N_("{who} printed the file of {what}"),
    "documents.document.open": N_("{who} took out a document of {what}"),
}
