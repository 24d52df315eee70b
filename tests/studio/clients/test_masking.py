"""Contacts that are hidden: from lists, files, searches, forms, histories and everything written over them."""

from __future__ import annotations

from uuid import UUID

import pytest

from studio.clients.actions import (
    create_client,
    edit_client,
    export_clients,
    merge_clients,
    note_blocked_export,
    set_artist,
)
from studio.clients.models import Client
from studio.clients.queries import (
    card_by_id,
    client_history,
    find_clients,
    joining_of,
    likely_clients,
    likely_pairs,
    list_clients,
    registration_with_matches,
    twins_of,
)
from studio.clients.refusals import ArtistIsUnknown, ContactIsHidden
from studio.kernel.actor import Actor
from studio.kernel.history import events
from studio.kernel.house import House
from studio.kernel.refusal import Denied
from studio.kernel.work import ask, perform
from studio.staff.actions import change_rights
from studio.upkeep.queries import list_journal
from tests.factories.clients import sent
from tests.factories.people import id_of, signed_in

SEE = "clients.contact.see"
ANA = {
    "name": "Ana Lima",
    "phone": "+44 20 7946 0958",
    "email": "ana@secret.example",
    "address": "7 Hidden Lane",
    "emergency_name": "Bea",
    "emergency_phone": "+44 20 7946 0111",
}
SECRETS = ("7946 0958", "79460958", "442079460958", "secret.example", "Hidden Lane")


@pytest.fixture
def desk(studio: House) -> Actor:
    return signed_in("reception")


@pytest.fixture
def ana(desk: Actor) -> Client:
    return perform(desk, create_client, ANA)


@pytest.fixture
def stranger(studio: House) -> Actor:
    """An artist who sees the contacts of their own clients only."""
    perform(signed_in("owner"), change_rights, "artist", {SEE: "own"})
    return signed_in("artist")


def test_a_hidden_contact_stands_nowhere(studio: House, desk: Actor, ana: Client, stranger: Actor) -> None:
    perform(desk, edit_client, ana.id, {"phone": "+44 20 7946 0959", "email": "ana@other.example"}, ana.version)
    seen = (
        ask(stranger, list_clients).items,
        ask(stranger, list_clients, q="Ana").items,
        ask(stranger, card_by_id, ana.id),
        ask(stranger, find_clients, "Ana"),
        ask(stranger, likely_clients, {"name": "Ana Lima"}),
        ask(stranger, client_history, ana.id),
    )
    told = " ".join(map(repr, seen))
    assert not [secret for secret in (*SECRETS, "7946 0959", "other.example") if secret in told]
    assert ask(stranger, card_by_id, ana.id).contact_hidden
    assert ask(stranger, card_by_id, ana.id).emergency_phone
    assert "other.example" in repr(ask(desk, client_history, ana.id))


def test_no_part_of_a_hidden_contact_finds_anybody_and_the_whole_of_it_does(
    studio: House, desk: Actor, ana: Client, stranger: Actor
) -> None:
    for part in ("7946", "0958", "secret", "ana@secret", "4420794609"):
        assert ask(desk, find_clients, part)
        assert ask(stranger, find_clients, part) == []
        assert ask(stranger, list_clients, q=part).total == 0
    for whole in ("+44 20 7946 0958", "020 7946 0958", "ana@secret.example"):
        assert [hit.code for hit in ask(stranger, find_clients, whole)] == [ana.code]
        assert ask(stranger, list_clients, q=whole).total == 1
    for open_word in ("lim", ana.code):
        assert [hit.subtitle for hit in ask(stranger, find_clients, open_word)] == [""]


def test_an_artist_sees_the_contact_of_those_they_look_after_or_put_on_file(
    studio: House, desk: Actor, ana: Client, stranger: Actor
) -> None:
    mine = perform(stranger, create_client, {**ANA, "name": "Caio"})
    assert not ask(stranger, card_by_id, mine.id).contact_hidden
    perform(desk, set_artist, ana.id, id_of(stranger))
    assert ask(stranger, card_by_id, ana.id).phone
    assert {hit.code for hit in ask(stranger, find_clients, "0958")} == {ana.code, mine.code}
    perform(desk, set_artist, mine.id, id_of(signed_in("artist")))
    assert ask(stranger, card_by_id, mine.id).contact_hidden
    perform(signed_in("owner"), change_rights, "artist", {SEE: None})
    assert ask(stranger, card_by_id, ana.id).contact_hidden


def test_only_the_desk_says_who_looks_after_a_client(studio: House, desk: Actor, ana: Client, stranger: Actor) -> None:
    with pytest.raises(Denied):
        perform(stranger, set_artist, ana.id, id_of(stranger))
    with pytest.raises(ArtistIsUnknown):
        perform(desk, set_artist, ana.id, UUID(int=7))


def test_nobody_gives_themselves_a_client_to_see_their_contact(studio: House, ana: Client, stranger: Actor) -> None:
    perform(signed_in("owner"), change_rights, "artist", {"clients.artist.set": "all"})
    with pytest.raises(ContactIsHidden):
        perform(stranger, set_artist, ana.id, id_of(stranger))
    perform(stranger, set_artist, ana.id, id_of(signed_in("artist")))
    assert ask(stranger, card_by_id, ana.id).contact_hidden


def test_nobody_writes_over_a_contact_they_do_not_see(studio: House, ana: Client, stranger: Actor) -> None:
    with pytest.raises(ContactIsHidden):
        perform(stranger, edit_client, ana.id, {"phone": ""}, ana.version)
    assert perform(stranger, edit_client, ana.id, {"notes": "likes swallows"}, ana.version).phone


def test_a_form_in_the_inbox_keeps_its_contact_from_those_who_see_their_own_clients_only(
    studio: House, desk: Actor, ana: Client, stranger: Actor
) -> None:
    first, second = sent({**ANA, "emergency_phone": ""}), sent({**ANA, "emergency_phone": ""})
    view = ask(stranger, registration_with_matches, first.id)
    assert view.contact_hidden
    assert view.candidates
    told = repr((view, ask(stranger, twins_of, second.id)))
    assert not [secret for secret in SECRETS if secret in told]
    assert "secret.example" in repr(ask(desk, registration_with_matches, first.id))


def test_a_guest_artist_sees_only_their_own_by_default_and_a_viewer_none(studio: House, ana: Client) -> None:
    for role in ("guest_artist", "viewer"):
        assert ask(signed_in(role), card_by_id, ana.id).contact_hidden
    for role in ("owner", "manager", "artist", "reception"):
        assert not ask(signed_in(role), card_by_id, ana.id).contact_hidden


def test_a_list_with_hidden_contacts_is_not_taken_out_whoever_may_export(
    studio: House, ana: Client, stranger: Actor
) -> None:
    perform(signed_in("owner"), change_rights, "artist", {"clients.client.export": "all"})
    with pytest.raises(ContactIsHidden):
        perform(stranger, export_clients)
    perform(stranger, note_blocked_export, "csv")
    with studio.db.reading() as connection:
        told = events(connection, studio, action="clients.client.export_blocked")[0]
    assert told[0].sentence.endswith("tried to take out clients whose contact is hidden from them")


def test_files_are_put_side_by_side_by_those_alone_who_see_every_contact(
    studio: House, ana: Client, stranger: Actor
) -> None:
    perform(signed_in("owner"), change_rights, "artist", {"clients.client.merge": "all"})
    with pytest.raises(ContactIsHidden):
        ask(stranger, likely_pairs)
    with pytest.raises(ContactIsHidden):
        ask(stranger, joining_of, ana.code, ana.code)
    mine = perform(stranger, create_client, {"name": "Mine alone"})
    with pytest.raises(ContactIsHidden):
        perform(stranger, merge_clients, mine.id, ana.id, {}, mine.version, ana.version)


def test_the_journal_of_everything_keeps_a_hidden_contact_too(studio: House, desk: Actor, ana: Client) -> None:
    owner, manager = signed_in("owner"), signed_in("manager")
    assert "secret.example" in repr(ask(manager, list_journal))
    perform(owner, change_rights, "manager", {SEE: "own"})
    told = repr(ask(manager, list_journal))
    assert "Ana Lima" in told
    assert not [secret for secret in SECRETS if secret in told]
