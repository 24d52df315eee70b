"""A made-up studio has signed consents that hold as real ones do."""

from datetime import datetime
from random import Random

from studio.clients.demo import fill as fill_clients
from studio.clients.queries import client_history, health_sheet
from studio.consent.demo import PACKETS, fill
from studio.consent.drawer import DRAWER
from studio.consent.queries import first_broken_packet, list_packets, open_ceremonies
from studio.consent.queries.packets import packet_to_draw
from studio.consent.queries.recorded import first_unrecorded
from studio.extension.area import DemoPlan
from studio.kernel.anchors import check_journal
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.schedule.actions import start_session
from studio.schedule.queries import lights_of
from tests.factories.consents import adult
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle


def test_a_dozen_signed_consents_with_their_papers(studio: House) -> None:
    plan = DemoPlan(clients=40, years=1, random=Random(7), people={})
    fill_clients(studio, plan)
    fill(studio, plan)
    rows, total = ask(signed_in("owner"), list_packets)
    assert total == PACKETS + 1, "the last one a minor's, whose mother signed as well"
    assert all(row.document_id for row in rows)
    assert [row.state for row in rows].count("withdrawn") == 1
    assert len({row.signed_at.date() for row in rows}) > 5
    assert [row.signed_at for row in rows] == sorted((row.signed_at for row in rows), reverse=True)
    assert [one.stage for one in ask(signed_in("artist"), open_ceremonies)] == ["signed"]
    assert first_broken_packet(studio) is None
    assert first_unrecorded(studio) is None
    for row in rows:
        view = ask(DRAWER, packet_to_draw, row.id)
        assert view.signed is not None
        assert view.signed["times"]["clock"]["state"] == "agrees"
        assert 11 <= datetime.fromisoformat(view.signed["times"]["local"]).hour <= 18, "studios sleep at night"
        assert view.entry is not None
    assert len({ask(DRAWER, packet_to_draw, row.id).entry for row in rows}) == PACKETS + 1, "each has its own entry"
    told, _ = ask(signed_in("owner"), client_history, rows[1].client_id)
    assert [event.action for event in told] == ["consent.paper.keep", "consent.demo.fill"]
    assert len(told[-1].changes) < 40, "nobody else's answers are told on this file"
    answers = ask(signed_in("artist"), health_sheet, rows[1].client_id).answers
    assert {one.answered_at for one in answers if one.source == "consent"} == {rows[1].signed_at}
    assert check_journal(studio) is None


def test_an_empty_studio_gets_none(studio: House) -> None:
    fill(studio, DemoPlan(clients=0, years=1, random=Random(7)))
    assert ask(signed_in("owner"), list_packets) == ([], 0)


def test_who_is_in_the_chair_has_signed(studio: House) -> None:
    owner, client = signed_in("owner"), adult("Bo Lind")
    here = booked(owner, needle(owner).id, client=client.id, starts_local=None, starts_at=studio.clock.now())
    perform(owner, start_session, here.id, "A friend of the house")
    fill(studio, DemoPlan(clients=0, years=1, random=Random(7)))
    assert ask(owner, lights_of, [here.id])[here.id].key == "signed"
