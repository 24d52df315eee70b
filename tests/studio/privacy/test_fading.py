"""What is of no use after a while goes by itself, but nothing of whoever is held; looks lose their details in time."""

from __future__ import annotations

from sqlalchemy import text

from studio.clients.actions import invite_registration, view_health
from studio.kernel import journal
from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.work import Work, action, ask, perform
from studio.messages.models import Letter
from studio.privacy.actions import end_records, place_hold
from studio.privacy.clock import let_fade
from studio.privacy.queries import due_lines, fading_lines, over_lines, times_kept, views_of
from tests.factories import clock
from tests.factories.clients import on_file
from tests.factories.people import signed_in


@action("test.privacy.letters", needs="privacy.person.erase")
def write_to(work: Work, *addresses: str) -> None:
    for address in addresses:
        work.add(
            Letter(
                template="note", language="en", recipient=address, subject="s", body_text="b", body_html="b",
                message_id=address, state="sent",
            )
        )  # fmt: skip


def test_a_dry_run_counts_and_the_night_lets_go_but_not_of_the_held(studio: House) -> None:
    owner = signed_in("owner")
    held = on_file(owner, "Held Person", email="held@example.com")
    perform(owner, write_to, "held@example.com", "free@example.com")
    perform(owner, invite_registration)
    perform(owner, place_hold, held.id, "A claim")
    assert [one.over for one in ask(owner, fading_lines)] == [0] * len(ask(owner, fading_lines))
    clock.later(studio).wait(days=120)
    due = {one.title: one for one in ask(signed_in("owner"), fading_lines)}
    letters = due["Letters that left or were given up"]
    assert (letters.days, letters.present, letters.over) == (90, 2, 1)
    assert due["Codes and links of guests"].over == 1
    gone = perform(timer("privacy.fading.clock"), let_fade)
    assert (gone["letter"], gone["guest_token"]) == (1, 1)
    assert all(one.over == 0 for one in ask(signed_in("owner"), fading_lines))
    with studio.db.reading() as connection:
        assert connection.execute(text("SELECT recipient FROM letter")).scalars().all() == ["held@example.com"]


def test_looks_lose_address_and_browser_after_their_years_and_the_journal_holds(studio: House) -> None:
    client, held = on_file(signed_in("owner")), on_file(signed_in("owner"), "Held Person")
    artist = signed_in("artist")
    for one in (client, held):
        perform(artist, view_health, one.id)
    perform(signed_in("owner"), place_hold, held.id, "A claim")
    clock.later(studio).wait(days=366 * 9)
    line = next(one for one in ask(signed_in("owner"), due_lines) if one.record == "access_log")
    assert line.count == 1
    (over,) = ask(signed_in("owner"), over_lines, line.table)
    assert over.code == client.code
    perform(signed_in("owner"), end_records)
    assert not any(one.count for one in ask(signed_in("owner"), due_lines))
    (seen,) = ask(signed_in("owner"), views_of, client.id)
    assert (seen.who, seen.times) == (artist.name, 1), "who looked at whom stays, a link of the journal's chain"
    with studio.db.reading() as connection:
        assert journal.verify(connection, studio.derive("journal"), []) is None


def test_a_time_for_what_nobody_stores_yet_is_told_as_that(studio: House) -> None:
    stored = {one.record: one.stored for one in ask(signed_in("owner"), times_kept)}
    assert stored["consent"]
    assert stored["minor_consent"]
    assert stored["access_log"]
    assert not stored["sterilisation"]
    assert not stored["accounts"]
    assert not stored["staff_record"]
