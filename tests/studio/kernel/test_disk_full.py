"""A full disk is said as such, changes nothing, and is over once there is room again."""

import pytest
from sqlalchemy import text

from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.refusal import OutOfOrder
from studio.kernel.text import speaking
from studio.kernel.work import ask, perform
from studio.staff.actions import add_user
from studio.staff.queries import list_users
from tests.factories.people import HASH


def fill_disk(house: House, *, full: bool) -> None:
    """The database may not grow by another page, as on a full disk."""
    with house.db.writing() as session:
        connection = session.connection()
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages if full else 1_000_000_000}")


def add(name: str) -> None:
    long = name * 60
    perform(
        CONSOLE, add_user, name=long[:120], email=f"{name}@example.com", role="artist", password_hash=HASH + long * 200
    )


def add_many(many: int) -> None:
    for n in range(many):
        add(f"ann{n}")


def test_a_full_disk_is_said_and_changes_nothing(studio: House) -> None:
    fill_disk(studio, full=True)
    before = ask(CONSOLE, list_users)[1]
    with pytest.raises(OutOfOrder) as refused:
        add_many(40)
    with speaking("en"):
        assert "disk" in refused.value.text().lower()
    assert refused.value.status == 503
    kept = ask(CONSOLE, list_users)[1]
    with studio.db.reading() as connection:
        told = connection.execute(
            text("SELECT count(*) FROM journal_entry WHERE action = 'staff.user.add'")
        ).scalar_one()
    assert kept - before == told < 40, "an account and its entry come together or not at all"
    fill_disk(studio, full=False)
    add("bea")
    assert ask(CONSOLE, list_users)[1] == kept + 1
