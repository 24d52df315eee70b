"""Reads are refused like acts: every question of every room, and whatever reaches only what is one's own."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from types import ModuleType
from typing import Any, cast

import pytest

import studio
from studio.clients.actions import create_client, drop_view, keep_view, set_artist
from studio.clients.queries import card_by_id
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Missing, Refusal, SignedOut
from studio.kernel.work import ACTIONS, Query, ask, perform
from studio.schedule.actions import (
    add_artist,
    add_certificate,
    cancel_booking,
    check_in_booking,
    confirm_booking,
    create_booking,
    edit_booking,
    make_feed,
    move_booking,
    note_deposit,
    note_healing,
)
from studio.schedule.actions.signing import keep_signature
from studio.schedule.actions.taking_out import export_sessions
from studio.schedule.models import Booking
from studio.schedule.portfolio.actions import order_portfolio
from studio.schedule.queries import artists, booking, certificates, list_bookings
from studio.staff.actions import (
    change_user,
    end_sign_in,
    lock_sign_in,
    set_password,
    set_pin,
    sign_out_everywhere,
    turn_off_second_step,
)
from studio.staff.queries import user_by_id
from tests.architecture.own_bundles import OWN_BUNDLES
from tests.architecture.own_files import OWN_FILES
from tests.architecture.own_photos import OWN_PHOTOS
from tests.architecture.own_pieces import OWN_PIECES
from tests.architecture.test_rights import EVERY_ROLE, MATRIX, somebody
from tests.factories.people import HASH, id_of, signed_in


def modules() -> list[ModuleType]:
    """Every module of the business."""
    found = pkgutil.walk_packages(studio.__path__, "studio.")
    return [importlib.import_module(one.name) for one in found if ".migrations" not in one.name]


QUESTIONS: dict[str, Query[Any, Any]] = {
    f"{module.__name__}.{name}": thing
    for module in modules()
    for name, thing in vars(module).items()
    if isinstance(thing, Query) and thing.run.__module__ == module.__name__
}


def test_there_are_questions_in_every_room() -> None:
    assert len(QUESTIONS) > 50
    assert {"staff", "clients", "consent", "messages", "upkeep", "documents"} <= {
        name.split(".")[1] for name in QUESTIONS
    }


def test_every_question_needs_a_right_of_the_matrix() -> None:
    assert {name: one.needs for name, one in QUESTIONS.items() if one.needs not in MATRIX} == {}


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_a_question_is_refused_before_anything_else_to_whoever_lacks_the_right(studio: House, role: str) -> None:
    """The arguments are missing on purpose: a question that looks at them first would answer otherwise."""
    actor = somebody(role)
    lacking = [one for one in QUESTIONS.values() if studio.rights.scope(actor, one.needs) is None]
    for question in lacking:
        with pytest.raises(Denied):
            ask(actor, question)
    assert lacking or role in ("owner", "console")


def test_nothing_is_done_and_nothing_told_without_anybody(studio: House) -> None:
    before = len(ACTIONS)
    nobody = cast("Actor", None)
    for verb in ACTIONS.values():
        with pytest.raises((Denied, SignedOut)):
            perform(nobody, verb)
    for question in QUESTIONS.values():
        with pytest.raises((Denied, SignedOut)):
            ask(nobody, question)
    assert len(ACTIONS) == before


Try = Callable[[Actor, Actor], object]
"""Somebody does something to what belongs to the second."""


def _view(me: Actor, other: Actor) -> object:
    return perform(me, drop_view, perform(other, keep_view, "Mine", {}).id)


def _contact(me: Actor, other: Actor) -> object:
    owner = signed_in("owner")
    client = perform(owner, create_client, {"name": "Ana", "phone": "+44 7700 900461"})
    perform(owner, set_artist, client.id, id_of(other))
    if not ask(me, card_by_id, client.id).phone:
        raise Denied
    return None


def _session(me: Actor, other: Actor) -> object:
    assert other.session_id
    return perform(me, end_sign_in, other.session_id)


def _booking(other: Actor) -> Booking:
    """A booking with somebody, who becomes an artist by it."""
    owner = signed_in("owner")
    known = [one.id for one in ask(owner, artists) if one.user_id == other.id]
    artist = known[0] if known else perform(owner, add_artist, {"name": other.name, "user_id": id_of(other)}).id
    starts = f"2027-06-{len(ask(owner, list_bookings).items) + 1:02d}T12:00"
    client = perform(owner, create_client, {"name": "Ana"}).id
    return perform(owner, create_booking, {"artist_id": artist, "client_id": client, "starts_local": starts})


def _certificate(me: Actor, other: Actor) -> object:
    artist = _booking(other).artist_id
    assert artist
    perform(signed_in("owner"), add_certificate, artist, {"kind": "licence"})
    if not ask(me, certificates, artist):
        raise Denied
    return None


def _address(me: Actor, other: Actor) -> object:
    artist = _booking(other).artist_id
    assert artist
    return perform(me, make_feed, artist)


def _portfolio(me: Actor, other: Actor) -> object:
    artist = _booking(other).artist_id
    assert artist
    return perform(me, order_portfolio, artist, [])


def _history(me: Actor, other: Actor) -> object:
    artist = _booking(other).artist_id
    assert artist
    return perform(me, export_sessions, artist, form="csv")


def _signature(me: Actor, other: Actor) -> object:
    artist = _booking(other).artist_id
    assert artist
    return perform(me, keep_signature, artist, None)


BOOKED: list[Try] = [
    lambda me, one: perform(me, move_booking, _booking(one).id, {"minutes": 30}),
    lambda me, one: perform(me, edit_booking, _booking(one).id, {"note": "Left arm"}),
    lambda me, one: perform(me, confirm_booking, _booking(one).id),
    lambda me, one: perform(me, cancel_booking, _booking(one).id),
    lambda me, one: perform(me, note_deposit, _booking(one).id, "waived"),
]

OWN: dict[str, tuple[str, list[Try]]] = {
    "staff.user.change": ("artist", [lambda me, one: perform(me, change_user, id_of(one), name="New")]),
    "staff.password.set": ("artist", [lambda me, one: perform(me, set_password, id_of(one), HASH)]),
    "staff.second_step.change": ("artist", [lambda me, one: perform(me, turn_off_second_step, id_of(one))]),
    "staff.sign_in.end": ("artist", [_session, lambda me, one: perform(me, sign_out_everywhere, id_of(one))]),
    "clients.view.keep": ("artist", [_view]),
    "clients.contact.see": ("guest_artist", [_contact]),
    **OWN_PHOTOS,
    **OWN_FILES,
    **OWN_BUNDLES,
    **OWN_PIECES,
    "schedule.booking.see": ("guest_artist", [lambda me, one: ask(me, booking, _booking(one).id)]),
    "schedule.booking.edit": ("artist", BOOKED),
    "schedule.session.run": ("artist", [lambda me, one: perform(me, check_in_booking, _booking(one).id)]),
    "schedule.certificate.see": ("artist", [_certificate]),
    "schedule.feed.make": ("artist", [_address]),
    "schedule.signature.keep": ("artist", [_signature]),
    "schedule.history.export": ("artist", [_history]),
    "schedule.healing.done": ("artist", [lambda me, one: perform(me, note_healing, _booking(one).id, "fine")]),
    "schedule.portfolio.edit": ("artist", [_portfolio]),
}
ALONE = {"staff.pin.set": (set_pin, HASH), "staff.sign_in.lock": (lock_sign_in,)}
"""They name nobody: there is no way to say whose is meant."""


def test_every_right_to_ones_own_is_tried_here() -> None:
    assert {name for name, who in MATRIX.items() if ":own" in who} == {*OWN, *ALONE}


@pytest.mark.parametrize(
    ("right", "which"), [(right, n) for right, (_, tries) in OWN.items() for n in range(len(tries))]
)
def test_what_is_ones_own_is_not_a_colleagues(studio: House, right: str, which: int) -> None:
    role, tries = OWN[right]
    me, colleague = signed_in(role), signed_in(role)
    with pytest.raises((Denied, Missing)):
        tries[which](me, colleague)
    assert not isinstance(refused(tries[which], me), Denied | Missing), right


def refused(attempt: Try, me: Actor) -> Refusal | None:
    """Why not even one's own; some acts have other reasons."""
    try:
        attempt(me, me)
    except Refusal as refusal:
        return refusal
    return None


def test_somebody_elses_account_is_not_told(studio: House) -> None:
    me, colleague = signed_in("artist"), signed_in("artist")
    assert ask(me, user_by_id, id_of(me)).id == me.id
    with pytest.raises(Missing):
        ask(me, user_by_id, id_of(colleague))
