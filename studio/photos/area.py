"""What the photos room declares."""

from __future__ import annotations

from datetime import timedelta

from studio.clients.facts import ClientsMerged, ClientsParted, ConsentChanged
from studio.extension.area import Area, DemoPlan, Timer
from studio.kernel.house import House
from studio.kernel.permissions import Permission
from studio.kernel.text import N_
from studio.photos import permitted
from studio.photos.holding import HOLDS
from studio.photos.housekeeping import tidy_photos
from studio.photos.offers import OFFERS
from studio.upkeep.rules import whole_number

CHAIR = "owner manager artist"


def made_up_photos(house: House, plan: DemoPlan) -> None:
    """Drawn pictures for a few clients; only read when somebody asks for a demo."""
    from studio.photos.demo import fill

    fill(house, plan)


AREA = Area(
    name="photos",
    holds=HOLDS,
    looks={
        "photos.photo.view": N_("Photos"),
    },
    offers=OFFERS,
    permissions=(
        Permission.of(
            "photos.photo.see", N_("See clients' photos; own: of one's own clients and work"), CHAIR, own="guest_artist"
        ),
        Permission.of("photos.photo.keep", N_("Add photos of clients and change them"), CHAIR, own="guest_artist"),
        Permission.of(
            "photos.photo.remove",
            N_("Remove photos of clients and bring them back"),
            "owner manager",
            own="artist guest_artist",
        ),
        Permission.of(
            "photos.publicity.mark", N_("Say which photos may be shown in public"), CHAIR, own="guest_artist"
        ),
        Permission.of(
            "photos.portfolio.see",
            N_("See the photos that may be shown in public"),
            "owner manager reception artist guest_artist viewer",
        ),
        Permission.of("photos.portfolio.export", N_("Take photos that may be shown out as files"), CHAIR),
        Permission.of(
            "photos.withdrawn.decide",
            N_("See photos whose consent was withdrawn, and delete or keep them"),
            "owner manager",
        ),
        Permission.of("photos.photo.tidy", N_("Delete removed photos once their days are over"), "timer"),
        Permission.of("photos.demo.fill", N_("Put made-up photos on file"), "console"),
    ),
    settings=(whole_number("photos.removed.days", 30, N_("Days a removed photo can be brought back"), 1, 365),),
    timers=(Timer("photos.photo.tidy", timedelta(days=1), tidy_photos),),
    on_withdrawal={
        permitted.RECORD: permitted.record_withdrawn,
        permitted.PUBLICITY: permitted.publicity_withdrawn,
    },
    within=(
        (ConsentChanged, permitted.agreed_again),
        (ClientsMerged, permitted.files_changed_hands),
        (ClientsParted, permitted.files_changed_hands),
    ),
    sentences={
        "photos.photo.add": N_("{who} put a photo of {what} on file"),
        "photos.photo.edit": N_("{who} changed what is written beside a photo of {what}"),
        "photos.photo.remove": N_("{who} removed a photo of {what}"),
        "photos.photo.restore": N_("{who} brought a photo of {what} back"),
        "photos.photo.view": N_("{who} looked at the photos of {what}"),
        "photos.publicity.show": N_("{who} marked photos of {what} as fit to be shown"),
        "photos.publicity.hide": N_("{who} took photos of {what} out of public"),
        "photos.portfolio.export": N_("{who} took photos that may be shown out as files"),
        "photos.withdrawn.delete": N_("{who} deleted photos of {what} for good"),
        "photos.withdrawn.keep": N_("{who} kept photos of {what} though the consent was withdrawn"),
        "photos.photo.tidy": N_("Removed photos whose days were over were deleted"),
        "photos.demo.find": N_("Clients who agreed to photos were looked for"),
        "photos.demo.fill": N_("Made-up photos were put on file"),
    },
    demo=made_up_photos,
)
