"""What people type by mistake or on purpose: by a program and by a guest's form, the same plain answer at the field."""

from __future__ import annotations

from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from sqlalchemy import text

from studio.kernel.house import House
from studio.kernel.work import perform
from studio.upkeep.actions import change_setting
from tests.factories.people import signed_in
from tests.pages.programs import Api
from tests.pages.visiting import Page, invitation, open_page, send, visitor

TOMORROW = (date.today() + timedelta(days=2)).isoformat()  # noqa: DTZ011  whichever zone the studio is in
REFUSED: list[tuple[int, str, str]] = [
    (1, "name", ""),
    (1, "name", "   "),
    (1, "name", "\u200b\u200c\u2060"),
    (1, "name", "\u00a0\u3000"),
    (2, "name", "x" * 19_000),
    (11, "email", "ana@example.com\nBcc: all@example.com"),
    (11, "email", "ana@example.com\r\nBcc: all@example.com"),
    (11, "email", "ana@example.com, bo@example.com"),
    (11, "email", "@"),
    (12, "birth_date", TOMORROW),
    (12, "birth_date", "1850-01-01"),
    (12, "birth_date", "2023-02-29"),
    (12, "birth_date", "0000-00-00"),
    (12, "birth_date", "99999-01-01"),
    (12, "birth_date", "today"),
]
KEPT: list[tuple[int, str, str]] = [
    (3, "O'Neil\"; DROP TABLE client;--", "O'Neil\"; DROP TABLE client;--"),
    (4, "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
    (5, "日本語", "日本語"),
    (5, "العربية", "العربية"),
    (5, "👩‍🎤 Mo", "👩‍🎤 Mo"),
    (5, "Zoe\u0308", "Zoë"),
    (7, "A\x00na\x07 \x1b[31m", "Ana [31m"),
    (9, "=HYPERLINK(1)", "=HYPERLINK(1)"),
    (9, "@SUM(A1)", "@SUM(A1)"),
    (9, "-2+3", "-2+3"),
]
DAY = {"birth_day": "3", "birth_month": "2", "birth_year": "1990"}


def stored(studio: House, table: str) -> int:
    with studio.db.reading() as read:
        return int(read.execute(text(f"select count(*) from {table}")).scalar_one())


@pytest.mark.parametrize(("number", "field", "value"), REFUSED, ids=lambda said: repr(said)[:30])
def test_a_program_is_told_the_field_and_nothing_is_stored(
    api: Api, studio: House, number: int, field: str, value: str
) -> None:
    desk = api(signed_in("owner"))
    answer = desk.post("/api/v1/clients", json={"name": "Ana Pereira", field: value})
    assert (answer.status_code, list(answer.json()["fields"])) == (422, [field]), number
    made = desk.post("/api/v1/clients", json={"name": "Ana Pereira"}).json()
    changed = desk.patch(f"/api/v1/clients/{made['id']}", json={"version": made["version"], field: value})
    assert (changed.status_code, list(changed.json()["fields"])) == (422, [field])
    assert desk.get(f"/api/v1/clients/{made['id']}").json()["version"] == made["version"]
    assert stored(studio, "client") == 1


@pytest.mark.parametrize(("number", "value", "kept"), KEPT, ids=lambda said: repr(said)[:30])
def test_what_is_only_odd_is_kept_and_found(api: Api, number: int, value: str, kept: str) -> None:
    desk = api(signed_in("owner"))
    made = desk.post("/api/v1/clients", json={"name": value, "notes": value, "gender": value})
    assert (made.status_code, made.json().get("name")) == (201, kept), number
    found = desk.get("/api/v1/clients", params={"q": kept[:20]}).json()["items"]
    assert kept in [one["name"] for one in found]


def form_of(field: str, value: str) -> dict[str, str] | None:
    """How a phone would send it; None where its form has no such way."""
    if field != "birth_date":
        return {"name": "Ana Pereira", **DAY, field: value}
    year, _, rest = value.partition("-")
    month, _, day = rest.partition("-")
    return {"name": "Ana Pereira", "birth_year": year, "birth_month": month, "birth_day": day} if day else None


@pytest.mark.parametrize(("number", "field", "value"), REFUSED, ids=lambda said: repr(said)[:30])
async def test_a_guest_is_told_beside_the_field_and_what_was_typed_stays(
    studio: House, number: int, field: str, value: str
) -> None:
    token, typed = invitation(), form_of(field, value)
    if typed is None:
        return
    async with visitor() as phone:
        form = await open_page(phone, f"/r/{token}")
        answer = await send(phone, f"/r/{token}", form.filled(**typed, address="Kept Lane 7"))
        assert answer.status_code in (200, 422), number
        again = Page(answer.text)
        assert again.value("address") == "Kept Lane 7" or "Kept Lane 7" in unescape(answer.text)
        assert "aria-invalid" in answer.text
        mended = await send(phone, f"/r/{token}", again.filled(name="Ana Pereira", address="Kept Lane 7", **DAY))
    assert mended.status_code == 303
    assert stored(studio, "registration") == 1


@pytest.mark.parametrize(("number", "value", "kept"), KEPT, ids=lambda said: repr(said)[:30])
async def test_a_guests_odd_name_arrives_as_it_is(studio: House, number: int, value: str, kept: str) -> None:
    token = invitation()
    async with visitor() as phone:
        form = await open_page(phone, f"/r/{token}")
        answer = await send(phone, f"/r/{token}", form.filled(name=value, **DAY))
    assert answer.status_code == 303, number
    with studio.db.reading() as read:
        assert read.execute(text("select name from registration")).scalar_one() == kept


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London"])
def test_somebody_comes_of_age_by_the_studios_day(api: Api, studio: House, zone: str) -> None:
    owner = signed_in("owner")
    perform(owner, change_setting, "studio.zone", zone)
    today, desk = studio.clock.today(zone), api(owner)

    def minor(born: date) -> Any:
        made = desk.post("/api/v1/clients", json={"name": "Ana Pereira", "birth_date": born.isoformat()})
        return made.status_code, list(made.json().get("fields", {}))

    assert minor(eighteen_years_before(today))[0] == 201
    status, fields = minor(eighteen_years_before(today) + timedelta(days=1))
    assert status == 201 or any(name.startswith("guardian") for name in fields)


def eighteen_years_before(day: date) -> date:
    return day.replace(year=day.year - 18, day=min(day.day, 28) if day.month == 2 else day.day)


@pytest.mark.parametrize("change", [{"active": False}, {"role": "artist"}])
def test_the_last_owner_stays_whoever_asks(api: Api, change: dict[str, Any]) -> None:
    owner = signed_in("owner")
    answer = api(owner).patch(f"/api/v1/users/{owner.id}", json=change)
    assert answer.status_code in (409, 422)
    assert api(owner).delete(f"/api/v1/users/{owner.id}").status_code in (409, 422)
    assert api(owner).get("/api/v1/users").status_code == 200
