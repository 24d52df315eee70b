"""An inspector looks for a while: let in by the owner, watched, and gone by themselves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from storage.table import columns_of
from studio.clients.questions import QUESTIONS
from studio.inspection import refusals
from studio.inspection.actions import ask_bundle, begin_bundle, end_visit, look_at_records, open_visit
from studio.inspection.clock import close_visits
from studio.inspection.queries import bundles, inspection_desk, visits
from studio.inspection.watching import watch
from studio.kernel.actor import CONSOLE, Actor, timer, verified
from studio.kernel.house import House
from studio.kernel.journal import JournalEntry
from studio.kernel.refusal import Denied, Refusal, SignedOut
from studio.kernel.work import ask, perform
from studio.messages.queries import lasting_alerts
from studio.staff.actions import change_rights, change_user, issue_token, open_sign_in
from studio.staff.queries import actor_of_session
from studio.staff.refusals import AccessIsForScreens, AccessIsOver, EmailIsTaken
from tests.factories import clock, consents
from tests.factories.people import id_of, signed_in

ENTRY = columns_of(JournalEntry).c
LATEX = {"allergies": {"answer": "yes", "choices": ["latex"], "detail": "S3CRET"}}
TOLD = {"name": "Dana Reyes", "office": "County health office", "email": "dana@county.example"}


def let_in(owner: Actor, hours: int = 4, **other: str) -> Actor:
    """An inspector who has signed in."""
    visit, code = perform(owner, open_visit, **{**TOLD, **other}, hours=hours)
    assert len(code) > 8
    actor = actor_of_session(perform(verified(), open_sign_in, visit.user_id))
    assert actor is not None
    return actor


def written(house: House) -> list[tuple[str, str]]:
    """Which acts of whom the journal has."""
    with house.db.reading() as connection:
        return [(row.action, row.actor_id) for row in connection.execute(select(ENTRY.action, ENTRY.actor_id))]


def today(house: House) -> date:
    return house.clock.today(house.settings["studio.zone"])


def test_an_inspector_sees_who_signed_and_never_what_they_answered(studio: House) -> None:
    signed = consents.packet(health={question.key: "no" for question in QUESTIONS} | LATEX)
    owner = signed_in("owner")
    inspector = let_in(owner)
    desk = ask(inspector, inspection_desk)
    assert desk.visit is not None
    assert desk.visit.office == "County health office"
    assert not desk.in_full
    day = today(studio)
    told = {one.key: perform(inspector, look_at_records, one.key, day, day) for one in desk.lists}
    assert list(told) == ["consents", "warnings", "certificates", "people"]
    (consent,), (warning,) = told["consents"].lines, told["warnings"].lines
    assert consent.cells[:1] == (signed.code,)
    assert "Ana Pereira" in consent.cells
    assert "Talked" in warning.cells
    assert "S3CRET" not in repr(told)
    assert {"Dana Reyes"} & {str(line.cells[0]) for line in told["people"].lines} == set(), "who looks in works nowhere"
    assert perform(inspector, look_at_records, "consents", day + timedelta(days=1), day + timedelta(days=2)).total == 0
    looks = [one for one in written(studio) if one == ("inspection.records.look", str(inspector.id))]
    assert len(looks) == len(told) + 1, "each look is written down"
    with pytest.raises(refusals.HealthStaysHere):
        perform(inspector, ask_bundle, day, day, in_full=True)


def test_every_screen_an_inspector_opens_is_written_down_and_nobody_elses(studio: House) -> None:
    owner = signed_in("owner")
    inspector = let_in(owner)
    watch(owner, "/consent")
    watch(inspector, "/consent/CS-0001")
    noted = [one for one in written(studio) if one[0] == "inspection.screen.note"]
    assert noted == [("inspection.screen.note", str(inspector.id))]


def test_a_visit_ends_by_itself_and_the_banner_with_it(studio: House) -> None:
    owner, later = signed_in("owner"), clock.later(studio)
    inspector = let_in(owner, hours=2)
    (band,) = ask(inspector, lasting_alerts)
    assert "Dana Reyes" in band.sentence
    assert "County health office" in band.sentence
    assert [one.sentence for one in ask(signed_in("manager"), lasting_alerts)] == [band.sentence]
    later.wait(minutes=121)
    with pytest.raises(SignedOut):
        ask(inspector, inspection_desk)
    with pytest.raises(AccessIsOver):
        perform(verified(), open_sign_in, id_of(inspector))
    perform(timer("inspection.visit.close"), close_visits)
    owner = signed_in("owner")
    assert ask(owner, lasting_alerts) == []
    (visit,) = ask(owner, visits)
    assert visit.ended_at is not None
    assert visit.ended_by_name == ""
    with pytest.raises(Refusal):
        perform(verified(), open_sign_in, id_of(inspector))


def test_an_owner_ends_a_visit_at_once_and_opens_another_for_the_same_person(studio: House) -> None:
    owner = signed_in("owner", "Mara")
    inspector = let_in(owner)
    (visit,) = ask(owner, visits)
    perform(owner, end_visit, visit.id)
    with pytest.raises(SignedOut):
        ask(inspector, inspection_desk)
    with pytest.raises(refusals.VisitIsOver):
        perform(owner, end_visit, visit.id)
    again = let_in(owner)
    assert again.id == inspector.id
    assert ask(again, inspection_desk).visit is not None
    third = let_in(owner, hours=1)
    with pytest.raises(SignedOut):
        ask(again, inspection_desk)
    assert [one.ended_by_name for one in ask(owner, visits)] == ["", "Mara", "Mara"], "a new visit takes the place"
    perform(CONSOLE, change_user, id_of(third), active=False)
    perform(timer("inspection.visit.close"), close_visits)
    assert all(one.ended_at for one in ask(owner, visits)), "who is suspended visits no more"


def test_nobody_is_let_in_wrongly(studio: House) -> None:
    owner = signed_in("owner")
    signed_in("reception", email="dana@county.example")
    for office, hours, field in (("Health", 0, "hours"), ("Health", 31 * 24, "hours"), (" ", 4, "office")):
        with pytest.raises(Refusal) as told:
            perform(owner, open_visit, name="Dana", office=office, email="dana@x.example", hours=hours)
        assert told.value.field == field
    with pytest.raises(EmailIsTaken):
        perform(owner, open_visit, **TOLD, hours=4)
    with pytest.raises(Denied):
        perform(signed_in("manager"), open_visit, **TOLD, hours=4)
    inspector = let_in(owner, email="d.reyes@county.example")
    for whoever in (inspector, signed_in("inspector")):  # what a program reads is no screen that is noted
        with pytest.raises(AccessIsForScreens):
            perform(verified(), issue_token, id_of(whoever), 1)


def test_whoever_takes_the_file_along_reads_no_more_than_they_may_and_sees_their_own_alone(studio: House) -> None:
    owner, manager, day = signed_in("owner"), signed_in("manager"), today(studio)
    inspector = let_in(owner)
    mine, theirs = (perform(one, ask_bundle, day, day).id for one in (inspector, manager))
    assert [one.id for one in ask(inspector, bundles)] == [mine]
    assert {one.id for one in ask(owner, bundles)} == {mine, theirs}
    assert ask(manager, inspection_desk).in_full
    perform(owner, change_rights, "manager", {"clients.contact.see": "own"})
    assert not ask(manager, inspection_desk).in_full, "of their own clients alone is not all that the papers tell"


def test_a_bundle_is_for_whoever_asked_once_and_for_a_while(studio: House) -> None:
    owner, later, day = signed_in("owner"), clock.later(studio), today(studio)
    asked = perform(owner, ask_bundle, day, day, in_full=True)
    with pytest.raises(refusals.BundleIsGone):
        perform(signed_in("manager"), begin_bundle, asked.id)
    assert perform(owner, begin_bundle, asked.id).in_full
    with pytest.raises(refusals.BundleIsGone):
        perform(owner, begin_bundle, asked.id)
    late = perform(owner, ask_bundle, day, day)
    later.wait(minutes=11)
    with pytest.raises(refusals.BundleIsGone):
        perform(owner, begin_bundle, late.id)
    for first, last in ((None, day), (day, day - timedelta(days=1))):
        with pytest.raises(refusals.DaysAreUnclear):
            perform(owner, ask_bundle, first, last)
    with pytest.raises(refusals.PeriodIsTooLong):
        perform(owner, ask_bundle, day.replace(year=day.year - 20), day)
