"""The inbox: a form beside whom it may belong to, decided once, and seen by everybody."""

from uuid import UUID

import pytest

from components.compare import Compare
from components.table import DataTable
from pages.clients.likely import likeness_words
from studio.clients.actions import accept_registration, decline_registration, reopen_registration
from studio.clients.queries import client_card, list_registrations, registration_with_matches
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.upkeep.actions import change_setting
from tests.factories.clients import on_file, sent
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, until
from tests.pages.desks import Open, buttons, press

ANA = {"name": "Ana Pereira", "phone": "+44 7700 900123", "birth_date": "1990-04-23"}
ILL = {
    "name": "Ana Pereira",
    "health": {"allergies": {"answer": "yes", "choices": ["latex"]}},
    "consents": {"health_data": True},
}


def state(actor: Actor, form_id: UUID) -> str:
    return ask(actor, registration_with_matches, form_id).row.state


async def test_forms_that_wait_and_forms_that_are_decided_stand_apart(studio: House, open_at: Open) -> None:
    desk = signed_in("reception")
    sent({"name": "Still Waiting"})
    perform(desk, decline_registration, sent({"name": "Sent Twice"}).id, "twice")
    user = await open_at(desk, "/inbox")
    await user.should_see("Still Waiting")
    await user.should_not_see("Sent Twice")
    other = await open_at(desk, "/inbox?show=decided")
    await other.should_see("Sent Twice")
    await other.should_see("twice")


async def test_accepting_puts_the_guest_on_file_and_every_desk_sees_it(studio: House, open_at: Open) -> None:
    form = sent(ANA)
    desk, boss = (
        await open_at(signed_in("reception"), f"/inbox/{form.id}"),
        await open_at(signed_in("owner"), f"/inbox/{form.id}"),
    )
    await desk.should_see("Nobody like this is on file")
    press(desk, "Accept as new client")
    for user in (desk, boss):
        await user.should_see("On file as a new client")
        await user.should_see("Open Ana Pereira")
    assert ask(signed_in("owner"), client_card, "CL-0001").name == "Ana Pereira"
    assert "Accept as new client" not in buttons(boss)


async def test_a_likely_client_is_proposed_and_merged_field_by_field(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    known = on_file(owner, "Ana Pereira", phone="+44 7700 900123", email="old@example.com")
    form = sent({**ANA, "email": "new@example.com", "address": "43 Kiln Yard"})
    user = await open_at(signed_in("reception"), f"/inbox/{form.id}")
    await user.should_see("Merge into Ana Pereira")
    await user.should_see("Same name and phone")
    compare = found(user, Compare)
    assert compare.taken == {"email": "theirs", "address": "theirs", "birth_date": "theirs"}
    user.find(Compare).trigger("take", {"name": "email", "side": "ours"})
    await user.should_see("2 details change.")
    press(user, "Merge into Ana Pereira")
    await user.should_see("Merged into a client on file")
    card = ask(owner, client_card, known.code)
    assert (card.email, card.address) == ("old@example.com", "43 Kiln Yard")


async def test_a_forged_field_or_side_changes_nothing(studio: House, open_at: Open) -> None:
    on_file(signed_in("owner"), "Ana Pereira", phone="+44 7700 900123")
    user = await open_at(signed_in("reception"), f"/inbox/{sent(ANA).id}")
    before = dict(found(user, Compare).taken)
    user.find(Compare).trigger("take", {"name": "notes", "side": "theirs"})
    user.find(Compare).trigger("take", {"name": "birth_date", "side": "nobody"})
    assert found(user, Compare).taken == before


async def test_one_may_say_it_is_somebody_new_all_the_same(studio: House, open_at: Open) -> None:
    on_file(signed_in("owner"), "Ana Pereira", phone="+44 7700 900123")
    user = await open_at(signed_in("reception"), f"/inbox/{sent(ANA).id}")
    press(user, "No, a new client")
    await user.should_see("Accept as new client")
    press(user, "Accept as new client")
    await user.should_see("Ana Pereira is on file as CL-0002.")


async def test_declining_asks_why_and_can_be_undone(studio: House, open_at: Open) -> None:
    form, desk = sent({"name": "Gil Gast"}), signed_in("reception")
    user = await open_at(desk, f"/inbox/{form.id}")
    press(user, "Decline")
    await user.should_see("Decline the form of Gil Gast?")
    press(user, "Decline the form")
    await user.should_see("Say in a few words why")
    assert state(desk, form.id) == "waiting"
    user.find("Reason *").type("Sent twice")
    press(user, "Decline the form")
    await until(lambda: state(desk, form.id) == "declined")
    await user.should_see("Undo")
    press(user, "Undo")
    await until(lambda: state(desk, form.id) == "waiting")
    await user.should_see("Accept as new client")


async def test_the_second_of_two_who_decide_is_told_kindly(studio: House, open_at: Open) -> None:
    form, boss = sent({"name": "Gil Gast"}), signed_in("owner")
    user = await open_at(signed_in("reception"), f"/inbox/{form.id}")
    perform(boss, accept_registration, form.id)
    press(user, "Accept as new client")
    await user.should_see("A colleague has already decided on this registration.")
    await user.should_see("On file as a new client")
    assert ask(boss, list_registrations, state="accepted").total == 1


async def test_reception_sees_the_light_and_artists_the_answers(studio: House, open_at: Open) -> None:
    form = sent(ILL)
    desk = await open_at(signed_in("reception"), f"/inbox/{form.id}")
    await desk.should_see("Ask before you start")
    await desk.should_not_see("Latex")
    artist = await open_at(signed_in("artist"), f"/inbox/{form.id}")
    await artist.should_see("Allergy: Latex")
    await artist.should_see("questions not answered")
    assert "Accept as new client" not in buttons(artist)
    await artist.should_see("Waiting for the front desk to decide.")


async def test_a_form_that_came_twice_is_taken_once_and_the_other_set_aside(studio: House, open_at: Open) -> None:
    ana = {"name": "Ana Pereira", "phone": "07700 900123"}
    first, second, desk = sent(ana), sent(ana), signed_in("reception")
    inbox = await open_at(desk, "/inbox")
    await inbox.should_see("Sent twice?")
    user = await open_at(desk, f"/inbox/{first.id}")
    await user.should_see("Another form that waits is probably from the same guest.")
    press(user, "Set the other aside")
    await until(lambda: state(desk, second.id) == "declined")
    await user.should_not_see("Another form that waits")
    press(user, "Accept as new client")
    await until(lambda: state(desk, first.id) == "accepted")


@pytest.mark.parametrize(("phone", "doubted"), [("07700 9001", True), ("07700 900123", False)])
async def test_a_phone_number_that_may_be_cut_short_is_marked(
    studio: House, open_at: Open, phone: str, doubted: bool
) -> None:
    form = sent({"name": "Gil Gast", "phone": phone})
    desk = await open_at(signed_in("reception"), f"/inbox/{form.id}")
    await desk.should_see(phone)
    await (desk.should_see if doubted else desk.should_not_see)("Incomplete, or from abroad?")


async def test_a_declined_form_can_be_taken_up_again(studio: House, open_at: Open) -> None:
    form, desk = sent({"name": "Gil Gast"}), signed_in("reception")
    perform(desk, decline_registration, form.id, "twice")
    user = await open_at(desk, f"/inbox/{form.id}")
    await user.should_see("twice")
    press(user, "Take it up again")
    await user.should_see("Accept as new client")


async def test_the_list_follows_decisions_made_elsewhere(studio: House, open_at: Open) -> None:
    form, boss = sent({"name": "Gil Gast"}), signed_in("owner")
    user = await open_at(signed_in("reception"), "/inbox")
    await user.should_see("Gil Gast")
    perform(boss, decline_registration, form.id, "twice")
    await until(lambda: not found(user, DataTable).rows)
    perform(boss, reopen_registration, form.id)
    await user.should_see("Gil Gast")


async def test_an_address_that_is_no_form_says_so(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("reception"), "/inbox/no-such-form")
    await user.should_see("This registration does not exist.")


def test_likeness_is_said_in_words(studio: House) -> None:
    owner = signed_in("owner")
    on_file(owner, "Ana Pereira", phone="+44 7700 900123", birth_date="1990-04-23")
    on_file(owner, "Ana Pereyra", phone="+44 7700 900999", birth_date="1971-01-02")
    words = [likeness_words(one) for one in ask(owner, registration_with_matches, sent(ANA).id).candidates]
    assert words[0] == "Same name, phone and birth date"


async def test_a_flood_is_declined_at_once_and_taken_up_again_at_once(studio: House, open_at: Open) -> None:
    spam, real = [sent({"name": name}).id for name in ("Aa Spam", "Bb Spam")], sent({"name": "Real Guest"}).id
    desk = signed_in("reception")
    user = await open_at(desk, "/inbox")
    user.find(DataTable).trigger("act", {"name": "decline", "ids": [str(one) for one in spam]})
    await user.should_see("Decline 2 forms?")
    user.find("Reason *").type("spam")
    press(user, "Decline them")
    await until(lambda: state(desk, spam[0]) == state(desk, spam[1]) == "declined")
    assert state(desk, real) == "waiting"
    await user.should_see("2 forms are declined.")
    press(user, "Undo")
    await until(lambda: state(desk, spam[0]) == state(desk, spam[1]) == "waiting")


async def test_an_inbox_that_fills_up_says_so_and_what_helps(studio: House, open_at: Open) -> None:
    perform(signed_in("owner"), change_setting, "clients.inbox.limit", 5)
    for number in range(3):
        sent({"name": f"Guest {number}"})
    desk, chair = await open_at(signed_in("reception"), "/inbox"), await open_at(signed_in("artist"), "/inbox")
    await desk.should_not_see("filling up")
    for number in range(3, 5):
        sent({"name": f"Guest {number}"})
    await desk.should_see("The inbox is full with 5 forms.", retries=30)
    assert "Decline all that wait" in buttons(desk)
    assert "Decline all that wait" not in buttons(chair)


async def test_beside_the_list_the_next_form_opens_after_the_decision(studio: House, open_at: Open) -> None:
    first, second = sent({"name": "Ana One"}), sent({"name": "Bea Two"})
    owner = signed_in("owner")
    user = await open_at(signed_in("reception"), f"/inbox?open={first.id}")
    await user.should_see("Accept as new client")
    assert found(user, DataTable).props["current"] == str(first.id)
    press(user, "Accept as new client")
    await until(lambda: found(user, DataTable).props["current"] == str(second.id))
    press(user, "Accept as new client")
    await user.should_see("Open Bea Two")
    assert ask(owner, list_registrations, state="accepted").total == 2


async def test_what_was_chosen_beside_the_list_stays_when_another_form_arrives(studio: House, open_at: Open) -> None:
    on_file(signed_in("owner"), "Ana Pereira", phone="+44 7700 900123", email="old@example.com")
    form = sent({**ANA, "email": "new@example.com"})
    user = await open_at(signed_in("reception"), f"/inbox?open={form.id}")
    await user.should_see("Merge into Ana Pereira")
    user.find(Compare).trigger("take", {"name": "email", "side": "ours"})
    sent({"name": "Somebody Else"})
    await user.should_see("Somebody Else")
    assert found(user, Compare).taken["email"] == "ours"


async def test_a_form_decided_elsewhere_says_so_where_it_stands_open(studio: House, open_at: Open) -> None:
    form = sent({"name": "Gil Gast"})
    user = await open_at(signed_in("reception"), f"/inbox?open={form.id}")
    await user.should_see("Accept as new client")
    perform(signed_in("owner"), accept_registration, form.id)
    await user.should_see("On file as a new client")
