"""What the schedule tells of a person is in their file, and gone after they were erased; when it was stays."""

from __future__ import annotations

from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.privacy.actions import erase_person
from studio.privacy.gathering import gather
from studio.schedule.actions import add_to_waitlist, cancel_booking
from studio.schedule.queries import booking, list_bookings, waitlist
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle


def test_the_file_has_it_and_erasing_takes_the_words_but_not_the_hour(studio: House) -> None:
    owner = signed_in("owner")
    artist, client = needle(owner), on_file(owner, "Zefirelda Quonkamby")
    made = booked(owner, artist.id, client=client.id, note="Quonk on the calf", title="Quonk")
    booked(owner, artist.id, client=client.id, override="Quonk said it is fine")
    perform(owner, add_to_waitlist, client.id, {"minutes": 60, "note": "Quonk waits"})
    perform(owner, cancel_booking, made.id, reason="Quonk has a cold")
    with studio.db.reading() as connection:
        told = {part.table: part.rows for part in gather(connection, [client.id])}
    assert [row["note"] for row in told["booking"]] == ["Quonk on the calf", ""]
    assert told["booking_override"][0]["reason"] == "Quonk said it is fine"
    assert told["wait_entry"][0]["note"] == "Quonk waits"
    perform(owner, erase_person, client.id, client.code)
    seen = ask(owner, booking, made.id)
    assert (seen.note, seen.booking.title, seen.ended_reason) == ("", "", "")
    assert "Quonk" not in seen.booking.client
    assert (seen.booking.status, seen.booking.starts_at) == ("cancelled", made.starts_at)
    assert ask(owner, list_bookings).total == 2
    assert ask(owner, waitlist) == []
    with studio.db.reading() as connection:
        assert (
            connection.exec_driver_sql("SELECT count(*) FROM booking_override WHERE reason IS NOT NULL").scalar() == 0
        )
