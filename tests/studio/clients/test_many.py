"""Many clients at once: tagged, archived, restored, and taken back for exactly those it changed."""

import pytest
from sqlalchemy import func, select

from studio.clients import refusals
from studio.clients.actions import (
    archive_clients,
    colour_tag,
    drop_view,
    keep_view,
    remove_tag,
    rename_tag,
    restore_clients,
    tag_clients,
    undo_rename,
    untag_clients,
)
from studio.clients.choosing import Chosen
from studio.clients.queries import (
    client_card,
    client_history,
    find_clients,
    list_clients,
    tag_colours,
    tag_uses,
    tags_in_use,
    views_of,
)
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.journal import JournalEntry
from studio.kernel.refusal import Stale
from studio.kernel.work import ask, perform
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest, on_file
from tests.factories.people import signed_in


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in()


def tags_of(owner: Actor, *codes: str) -> list[list[str]]:
    return [ask(owner, client_card, code).tags for code in codes]


def test_a_tag_is_put_on_those_without_it_and_taken_back_from_exactly_those(owner: Actor, studio: House) -> None:
    ids = [on_file(owner, f"Client {n}", tags=["vip"] if n == 1 else []).id for n in range(3)]
    before = entries(studio)
    changed = perform(owner, tag_clients, Chosen(ids=tuple(ids)), " VIP ")
    assert entries(studio) == before + 1
    assert set(changed) == {ids[0], ids[2]}
    assert ask(owner, list_clients, tag="vip").total == 3
    assert perform(owner, untag_clients, Chosen(ids=tuple(changed)), "vip") == sorted(changed)
    assert tags_of(owner, "CL-0001", "CL-0002", "CL-0003") == [[], ["vip"], []]
    assert ask(owner, list_clients, tag="vip").total == 1


def test_a_whole_filter_is_meant_by_its_words(owner: Actor) -> None:
    for name in ("Ana", "Anabel", "Bea"):
        on_file(owner, name)
    assert len(perform(owner, tag_clients, Chosen(q="ana"), "flash day")) == 2
    assert tags_of(owner, "CL-0001", "CL-0002", "CL-0003") == [["flash day"], ["flash day"], []]
    assert len(perform(owner, tag_clients, Chosen(), "all")) == 3


def test_who_had_the_form_open_hears_that_it_changed(owner: Actor) -> None:
    from studio.clients.actions import edit_client

    client = on_file(owner)
    perform(owner, tag_clients, Chosen(), "vip")
    with pytest.raises(Stale):
        perform(owner, edit_client, client.id, {"notes": "x"}, client.version)


def test_archived_together_restored_together_and_found_accordingly(owner: Actor, studio: House) -> None:
    ids = tuple(on_file(owner, f"Client {n}").id for n in range(3))
    before = entries(studio)
    assert perform(owner, archive_clients, Chosen(ids=ids[:2])) == list(ids[:2])
    assert entries(studio) == before + 1
    assert [hit.id for hit in ask(owner, find_clients, "client")] == [ids[2]]
    assert perform(owner, archive_clients, Chosen(ids=ids)) == [ids[2]]
    assert perform(owner, restore_clients, Chosen(archived=True)) == list(ids)
    assert {hit.id for hit in ask(owner, find_clients, "client")} == set(ids)


def test_an_act_on_many_stands_in_the_history_of_each(owner: Actor) -> None:
    one, other = on_file(owner, "Ana"), on_file(owner, "Bea")
    perform(owner, tag_clients, Chosen(ids=(one.id,)), "vip")
    told, total = ask(owner, client_history, one.id)
    assert (told[0].action, total) == ("clients.many.tag", 2)
    assert [change["after"] for change in told[0].changes] == [{"tags": ["vip"]}]
    assert ask(owner, client_history, other.id)[1] == 1


def test_a_tag_is_renamed_joined_with_another_and_split_again(owner: Actor) -> None:
    on_file(owner, "Ana", tags=["regular"])
    on_file(owner, "Bea", tags=["regular", "vip"])
    on_file(owner, "Cid", tags=["vip"])
    perform(owner, colour_tag, "regular", 3)
    done = perform(owner, rename_tag, "regular", "VIP")
    assert tags_of(owner, "CL-0001", "CL-0002", "CL-0003") == [["vip"]] * 3
    assert ask(owner, tags_in_use) == ["vip"]
    assert ask(owner, tag_colours)["vip"] == 3
    perform(owner, undo_rename, done)
    assert tags_of(owner, "CL-0001", "CL-0002", "CL-0003") == [["regular"], ["regular", "vip"], ["vip"]]


def test_tags_are_counted_coloured_and_removed(owner: Actor) -> None:
    on_file(owner, "Ana", tags=["regular", "vip"])
    on_file(owner, "Bea", tags=["vip"])
    perform(owner, colour_tag, "vip", 2)
    assert [(use.tag, use.count, use.pigment) for use in ask(owner, tag_uses)] == [("regular", 1, 0), ("vip", 2, 2)]
    assert len(perform(owner, remove_tag, "vip")) == 2
    assert ask(owner, tags_in_use) == ["regular"]
    with pytest.raises(refusals.ColourIsUnknown):
        perform(owner, colour_tag, "vip", 9)
    with pytest.raises(refusals.TagIsMissing):
        perform(owner, tag_clients, Chosen(), "   ")


def test_nobody_carries_more_tags_than_a_line_holds(owner: Actor) -> None:
    client = on_file(owner, tags=[f"tag {n}" for n in range(30)])
    with pytest.raises(refusals.TooManyTags):
        perform(owner, tag_clients, Chosen(ids=(client.id,)), "one more")


def test_a_view_is_mine_until_it_is_shared(owner: Actor) -> None:
    artist, desk = signed_in("artist"), signed_in("reception")
    perform(artist, keep_view, "My regulars", {"tag": "regular", "page": 7})
    shared = perform(artist, keep_view, "Ask first", {"health": "amber"}, True)
    assert [(view.name, view.mine) for view in ask(artist, views_of)] == [("Ask first", True), ("My regulars", True)]
    assert [(view.name, view.mine, dict(view.wanted)) for view in ask(desk, views_of)] == [
        ("Ask first", False, {"health": "amber"})
    ]
    with pytest.raises(refusals.ViewIsUnknown):
        perform(desk, drop_view, shared.id)
    perform(owner, drop_view, shared.id)
    assert ask(desk, views_of) == []
    with pytest.raises(refusals.ViewNeedsName):
        perform(artist, keep_view, "  ", {})


def test_a_view_kept_again_is_the_same_view(owner: Actor) -> None:
    perform(owner, keep_view, "Mine", {"q": "ana"})
    perform(owner, keep_view, "Mine", {"q": "bea"})
    assert [dict(view.wanted) for view in ask(owner, views_of)] == [{"q": "bea"}]


def entries(studio: House) -> int:
    with studio.db.reading() as connection:
        return connection.execute(select(func.count()).select_from(JournalEntry)).scalar_one()


def test_a_joined_or_removed_tag_comes_back_from_its_entry_in_the_journal(owner: Actor, studio: House) -> None:
    on_file(owner, "Ana", tags=["regular"])
    on_file(owner, "Bea", tags=["regular", "vip"])
    perform(owner, rename_tag, "regular", "vip")
    perform(owner, undo_act, newest(studio))
    assert tags_of(owner, "CL-0001", "CL-0002") == [["regular"], ["regular", "vip"]]
    perform(owner, remove_tag, "regular")
    perform(owner, undo_act, newest(studio))
    assert tags_of(owner, "CL-0001", "CL-0002") == [["regular"], ["regular", "vip"]]
