"""Forms no honest phone would send: the studio answers each of them kindly, and nothing but forms comes of it."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from urllib.parse import quote_from_bytes

import httpx
import pytest
from sqlalchemy import func, select

from pages.csrf import form_token
from storage.table import columns_of
from studio.clients.actions import invite_registration
from studio.clients.models import Client, Registration
from studio.clients.questions import QUESTIONS
from studio.clients.rules.forms import stored_form
from studio.kernel.anchors import check_journal
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.upkeep.actions import change_setting
from tests.factories.people import signed_in
from tests.pages.visiting import plain, visitor

FORM = columns_of(Registration).c
WORDS = (
    "name preferred_name pronouns phone email address birth_day birth_month birth_year guardian_name guardian_relation "
    "guardian_phone guardian_birth_day guardian_birth_month guardian_birth_year emergency_name emergency_phone "
    "emergency_relation form_id form_token lang act health consents payload state client_id about_id token_id __class__"
    " c.health_data c.marketing none.skin none.conditions"
)
FIELDS = [*WORDS.split(), *(f"h.{one.key}{end}" for one in QUESTIONS for end in ("", ".c", ".d"))]
TOLD = (
    "yes|no|on| |-1|0|31|13|99999999999999999999|1e400|NaN|٣|2024|1899|29|2|=1+1|' OR 1=1 --|<script>alert(1)</script>|"
    "{{7*7}}|${jndi:ldap://x}|../../etc/passwd|%00%0a|a@b|ana@example.com|+44 7700 900123|07700|Ana Pereira|Ñandú ß ﬁ|"
    "🦔🦔🦔|\u202e\u200b|latex|leave|pt-BR"
)
RAW = (b"", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf", b"\r\nSet-Cookie: x=1")
ODD = (*RAW, *(word.encode() for word in TOLD.split("|")))
HONEST = {"name": b"Bo Lind", "birth_day": b"1", "birth_month": b"2", "birth_year": b"1990"}
FORM_KIND = "application/x-www-form-urlencoded"
ROUND = 400
"""Submissions before the doors forget how many came: what is looked for here is no rush."""


@dataclass(frozen=True)
class Sheet:
    """One submission."""

    path: str
    kind: str
    body: bytes
    wants: str


def drawn(dice: random.Random, tokens: list[str]) -> Sheet:
    """From nearly honest to noise, to a token that lives, has been used, or never was."""
    token = tokens[-1] if dice.random() < 0.8 else dice.choice([*tokens, "made-up", "x" * 190])
    pairs: list[tuple[bytes, bytes]] = []
    if dice.random() < 0.85:
        pairs += [(name.encode(), value) for name, value in HONEST.items() if dice.random() < 0.95]
    for _ in range(dice.choice((0, 1, 3, 8, 40, 310))):
        name = dice.choice(FIELDS).encode() if dice.random() < 0.95 else value_of(dice)
        pairs.append((name, value_of(dice)))
    dice.shuffle(pairs)
    if dice.random() < 0.9:
        pairs.insert(0, (b"form_token", form_token("registration", token).encode()))
    body = b"&".join(coded(name) + b"=" + coded(value) for name, value in pairs)
    kind = FORM_KIND if dice.random() < 0.97 else dice.choice(("application/json", "", "\u00e9"))
    if dice.random() < 0.02:
        body = dice.randbytes(dice.choice((1, 900, 70_000)))
    language = dice.choice(("", "?lang=pt-BR", "?lang=%ff", "?lang=" + "x" * 300))
    return Sheet(f"/r/{token}{language}", kind, body, dice.choice(("application/json", "text/html", "")))


def value_of(dice: random.Random) -> bytes:
    value = dice.choice(ODD)
    return value * dice.choice((200, 5000)) if dice.random() < 0.03 else value


def coded(text: bytes) -> bytes:
    return quote_from_bytes(text).encode()


async def storm(studio: House, count: int, seed: int) -> Counter[int]:
    """Send so many; what they were answered."""
    dice, told = random.Random(seed), Counter[int]()
    desk, tokens = signed_in("reception"), list[str]()
    for start in range(0, count, ROUND):
        async with visitor(app=plain(), zone="lan") as phone:
            for _ in range(min(ROUND, count - start)):
                if not tokens or dice.random() < 0.7:
                    tokens = [*tokens[-20:], perform(desk, invite_registration)[0]]
                told[(await answered(phone, drawn(dice, tokens))).status_code] += 1
    return told


async def answered(phone: httpx.AsyncClient, sheet: Sheet) -> httpx.Response:
    headers = [(b"content-type", sheet.kind.encode("latin-1")), (b"accept", sheet.wants.encode())]
    phone.cookies.clear()
    return await phone.post(sheet.path, content=sheet.body, headers=headers)


def stands(studio: House) -> int:
    """What must be true whatever was sent; gives how many forms wait."""
    with studio.db.reading() as connection:
        assert connection.execute(select(func.count()).select_from(columns_of(Client))).scalar_one() == 0
        forms = connection.execute(select(FORM.name, FORM.state, FORM.token_id, FORM.payload, FORM.about_id)).all()
    for form in forms:
        told = stored_form(form.payload)
        assert (form.state, form.about_id) == ("waiting", None)
        assert 0 < len(form.name) <= 200
        assert form.name == told.details["name"].strip()
        assert not told.answers or told.consents.get("health_data")
        assert all(ord(letter) >= 32 for letter in form.name)
    assert len({form.token_id for form in forms}) == len(forms), "a token is good for one form"
    assert check_journal(studio) is None
    return len(forms)


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=pytest.mark.long)])
async def test_whatever_is_sent_gets_a_kind_answer_and_changes_nothing_else(studio: House, count: int) -> None:
    owner = signed_in("owner")
    for key, value in {"clients.inbox.limit": 100_000, "clients.inbox.per_minute": 6000}.items():
        perform(owner, change_setting, key, value)
    told = await storm(studio, count, seed=count)
    assert sum(told.values()) == count
    assert {status for status in told if status >= 500} == set(), told
    waiting = stands(studio)
    assert count / 20 < waiting <= told[200] + told[303]
