"""No act that reads something private is missing from the report of who looked."""

from __future__ import annotations

from studio.kernel.house import House
from studio.kernel.work import ACTIONS
from studio.privacy.looks import looks

READING = ("view", "look", "open", "reveal", "print", "export", "take_out")
OF_NOBODY = {
    "catalog.service.export",  # prices and minutes
    "consent.ceremony.open",  # begins a signing
    "documents.given.open",  # the client, who opens their own sheet
    "inspection.visit.open",  # lets somebody in
    "photos.portfolio.export",  # what may be shown in public, without names
    "privacy.views.take_out",  # the report itself
    "staff.guest.open",
    "staff.sign_in.open",
}


def test_every_act_that_is_a_look_is_reported(studio: House) -> None:
    reading = {name for name in ACTIONS if name.rsplit(".", 1)[-1] in READING and not name.startswith("test.")}
    assert reading - OF_NOBODY - set(looks()) == set()
