"""No act that reads something private is missing from the report of who looked."""

from __future__ import annotations

from studio.clients.actions import accept_registration, note_form_read
from studio.kernel.house import House
from studio.kernel.work import ACTIONS, ask, perform
from studio.privacy.looks import looks
from studio.privacy.queries import views_of
from tests.factories.clients import sent
from tests.factories.people import signed_in

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


def test_who_read_the_answers_in_a_form_is_told_of_the_client_it_became(studio: House) -> None:
    form, artist = sent({"name": "Gil Gast"}), signed_in("artist")
    perform(artist, note_form_read, form.id)
    client = perform(signed_in("owner"), accept_registration, form.id)
    (line,) = ask(signed_in("owner"), views_of, client.id)
    assert (line.who, line.what) == (artist.name, "Health answers in a form")
