"""One act is one transaction, one entry, one commit, and only by somebody who may."""

from dataclasses import dataclass

import pytest
from sqlalchemy import text

from studio.kernel.actor import CONSOLE, Actor, guest
from studio.kernel.facts import Fact
from studio.kernel.history import events
from studio.kernel.house import House
from studio.kernel.refusal import Conflict, Denied, SignedOut, Stale
from studio.kernel.work import Work, action, ask, perform
from studio.staff.actions import add_user, change_user, end_sign_in, set_password, sign_out_everywhere
from studio.staff.facts import UserAdded, UserChanged
from studio.staff.models import User
from studio.staff.queries import list_users
from studio.staff.refusals import LastOwner
from studio.upkeep.queries import list_journal
from tests.factories.people import HASH, id_of, signed_in


@dataclass(frozen=True)
class NeverHappened(Fact):
    """A fact of a verb that fails after it."""


def entries(house: House) -> int:
    with house.db.reading() as connection:
        return int(connection.execute(text("SELECT count(*) FROM journal_entry")).scalar_one())


def test_an_act_leaves_exactly_one_entry(studio: House) -> None:
    before = entries(studio)
    perform(CONSOLE, add_user, name="Ada", email="ada@example.com", role="artist", password_hash=HASH)
    assert entries(studio) == before + 1


def test_a_verb_inside_a_verb_joins_it(studio: House) -> None:
    @action("test.both", needs="staff.user.add")
    def both(work: Work) -> None:
        for name in ("ben", "bea"):
            add_user(work, name=name, email=f"{name}@example.com", role="artist", password_hash=HASH)

    before = entries(studio)
    perform(CONSOLE, both)
    assert entries(studio) == before + 1
    found, _ = ask(CONSOLE, list_journal, action="test.")
    assert [fact["kind"] for fact in found[0].facts] == ["staff.UserAdded", "staff.UserAdded"]


def test_a_refusal_halfway_changes_nothing(studio: House) -> None:
    @action("test.half", needs="staff.user.add")
    def half(work: Work) -> None:
        add_user(work, name="Cid", email="cid@example.com", role="artist", password_hash=HASH)
        raise Conflict

    heard: list[UserAdded] = []
    studio.bus.after(UserAdded, heard.append)
    before = entries(studio), len(ask(CONSOLE, list_users)[0])
    with pytest.raises(Conflict):
        perform(CONSOLE, half)
    assert (entries(studio), len(ask(CONSOLE, list_users)[0])) == before
    assert heard == []


def test_without_the_right_nothing_is_done(studio: House) -> None:
    for actor in (guest(), signed_in("reception"), Actor("nobody", "")):
        with pytest.raises(Denied):
            perform(actor, add_user, name="Dee", email="dee@example.com", role="owner", password_hash=HASH)
        with pytest.raises(Denied):
            ask(actor, list_users)


def test_an_undeclared_permission_is_denied_to_all(studio: House) -> None:
    @action("test.undeclared")
    def undeclared(work: Work) -> None:
        raise AssertionError("reached")

    for actor in (CONSOLE, signed_in("owner")):
        with pytest.raises(Denied):
            perform(actor, undeclared)


def test_rights_are_read_again_on_every_act(studio: House) -> None:
    """A page that stays open after a demotion acts no more."""
    manager, _ = signed_in("owner"), signed_in("owner")
    perform(CONSOLE, change_user, id_of(manager), role="reception")
    with pytest.raises(Denied):
        perform(manager, add_user, name="Eve", email="eve@example.com", role="owner", password_hash=HASH)
    with pytest.raises(Denied):
        ask(manager, list_users)


def test_an_ended_sign_in_acts_no_more(studio: House) -> None:
    owner = signed_in("owner")
    assert owner.session_id
    perform(owner, end_sign_in, owner.session_id)
    with pytest.raises(SignedOut):
        perform(owner, change_user, id_of(owner), name="Me")
    with pytest.raises(SignedOut):
        ask(owner, list_users)


def test_a_suspended_person_acts_no_more(studio: House) -> None:
    artist = signed_in("artist")
    perform(CONSOLE, change_user, id_of(artist), active=False)
    with pytest.raises(SignedOut):
        perform(artist, change_user, id_of(artist), name="Me")


def test_own_scope_reaches_oneself_only(studio: House) -> None:
    one, other = signed_in("artist"), signed_in("artist")
    assert perform(one, change_user, id_of(one), name="Renamed").name == "Renamed"
    for attempt in ({"name": "Mine now"}, {"role": "owner"}):
        with pytest.raises(Denied):
            perform(one, change_user, id_of(other), **attempt)
    with pytest.raises(Denied):
        perform(one, change_user, id_of(one), role="owner")
    with pytest.raises(Denied):
        perform(one, set_password, id_of(other), HASH)
    with pytest.raises(Denied):
        perform(one, sign_out_everywhere, id_of(other))


def test_saving_over_somebody_elses_change_is_refused(studio: House) -> None:
    user = perform(CONSOLE, add_user, name="Fay", email="fay@example.com", role="artist", password_hash=HASH)
    seen = user.version
    perform(CONSOLE, change_user, user.id, seen, name="Faye")
    with pytest.raises(Stale) as refused:
        perform(CONSOLE, change_user, user.id, seen, name="Fai")
    assert isinstance(refused.value.current, User)
    assert refused.value.current.name == "Faye"


def test_the_last_owner_stays(studio: House) -> None:
    owner = signed_in("owner")
    for change in ({"role": "artist"}, {"active": False}):
        with pytest.raises(LastOwner):
            perform(CONSOLE, change_user, id_of(owner), **change)


def test_a_failing_listener_never_harms_the_act(studio: House) -> None:
    heard: list[UserChanged] = []

    def fails(fact: UserChanged) -> None:
        raise RuntimeError("a bad neighbour")

    studio.bus.after(UserChanged, fails)
    stop = studio.bus.after(UserChanged, heard.append)
    artist = signed_in("artist")
    perform(artist, change_user, id_of(artist), name="Gus")
    stop()
    perform(artist, change_user, id_of(artist), name="Gustav")
    assert len(heard) == 1


def test_secrets_never_reach_the_journal(studio: House) -> None:
    user = perform(CONSOLE, add_user, name="Hal", email="hal@example.com", role="artist", password_hash="canary-hash")
    perform(CONSOLE, set_password, user.id, "canary-again")
    with studio.db.reading() as connection:
        told, _ = events(connection, studio)
        kept = "".join(connection.execute(text("SELECT changes FROM journal_values")).scalars())
    assert "canary" not in kept
    assert "set a new password for Hal" in told[0].sentence
