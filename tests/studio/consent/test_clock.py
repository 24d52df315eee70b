"""What a packet says of the studio's clock when somebody has turned it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from studio.consent.queries import first_unrecorded, verify_packet
from studio.kernel.house import House
from studio.kernel.work import ask
from tests.factories.consents import adult, packet
from tests.factories.people import signed_in


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=400)], ids=str)
def test_a_clock_set_back_is_on_every_packet_until_time_has_caught_up(studio: House, back: timedelta) -> None:
    assert state(packet(adult("Before"))) != "set back"
    now, read = studio.clock.now(), studio.clock.read
    studio.clock.read = lambda: now - back
    late = [packet(adult(f"Client {number}")) for number in range(2)]  # sign-ins and registrations lie in between
    studio.clock.read = read
    assert [state(one) for one in late] == ["set back", "set back"]
    assert all(ask(signed_in("inspector"), verify_packet, one.id).holds for one in late)
    assert first_unrecorded(studio) is None
    assert state(packet(adult("After"))) != "set back"


def state(kept: object) -> str:
    return str(kept.body["times"]["clock"]["state"])  # type: ignore[attr-defined]
