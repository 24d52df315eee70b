"""The country's rules at desks: the list follows, a copy is changed in its form, two are laid side by side."""

from __future__ import annotations

from typing import Any

import pytest
from nicegui.testing import User

from components.form import Form, NumberField
from pages.jurisdiction.all import HERE
from pages.jurisdiction.change_fields import statements
from pages.jurisdiction.telling import differences, sections
from studio.jurisdiction.actions import change_profile, choose_profile, copy_profile
from studio.jurisdiction.queries import profile
from studio.jurisdiction.reading import plain_content, read_profile
from studio.jurisdiction.shelf import shipped
from studio.jurisdiction.writing import write_profile
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.text import LANGUAGES, speaking
from studio.kernel.work import ask, perform
from studio.upkeep.actions import change_setting
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, until
from tests.pages.desks import Open


def content_of(key: str) -> dict[str, Any]:
    return plain_content(ask(CONSOLE, profile, key))


async def test_everybody_reads_which_rules_count_and_whether_they_were_checked(studio: House, open_at: Open) -> None:
    artist = await open_at(signed_in("artist"), HERE)
    await artist.should_see("Careful defaults")
    await artist.should_see("UNCHECKED")
    await artist.should_not_see("Use it")
    perform(CONSOLE, choose_profile, "germany")
    await artist.should_see("1: Germany")


async def test_the_countrys_own_profile_is_proposed_until_one_of_that_country_counts(
    studio: House, open_at: Open
) -> None:
    owner = await open_at(signed_in("owner"), HERE)
    await owner.should_see("this profile fits: United Kingdom")
    perform(CONSOLE, change_setting, "studio.country", "DE")
    await owner.should_see("This profile fits your country: Germany.")
    perform(CONSOLE, choose_profile, "germany")
    await owner.should_not_see("This profile fits your country")


@pytest.mark.parametrize("key", sorted(shipped().profiles))
async def test_each_profile_says_it_is_no_advice_and_what_each_rule_rests_on(
    studio: House, open_at: Open, key: str
) -> None:
    user = await open_at(signed_in("viewer"), f"{HERE}/{key}")
    await user.should_see("Not legal advice.")
    await user.should_see("How long records are kept")
    await user.should_see("General knowledge, not checked" if key == "brazil" else "A careful choice, not a law")


async def test_a_copy_is_changed_in_its_form_and_compared_with_what_came(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    own = perform(owner, copy_profile, "germany", "Ours")
    user = await open_at(owner, f"{HERE}/{own.key}/change")
    form = found(user, Form)
    fields = {field._props["label"]: field for field in user.find(NumberField).elements}
    assert "Alone from" in fields
    form._fields["ages.tattoo.alone"].value = "17"
    with user:
        await form.save()
    await until(lambda: content_of(own.key)["ages"]["tattoo"]["alone"] == 17)
    compared = await open_at(owner, f"{HERE}/{own.key}/compared")
    await compared.should_see("1 rule differs from Germany.")
    await compared.should_see("Ages by service: Tattoo")


async def test_what_does_not_fit_is_said_beside_its_field_and_nothing_is_changed(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    own = perform(owner, copy_profile, "neutral", "Ours")
    user = await open_at(owner, f"{HERE}/{own.key}/change")
    form = found(user, Form)
    form._fields["ages.piercing.with_guardian"].value = "19"
    form._fields["retention.consent.months"].value = "99999"
    form._fields["ink.basis"].value = "read"
    with user:
        assert await form.save() is None
    wrong = {name: field.error for name, field in form._fields.items() if getattr(field, "error", None)}
    assert set(wrong) == {"ages.piercing.with_guardian", "retention.consent.months", "ink.source"}
    assert content_of(own.key)["retention"]["consent"]["months"] == 120


async def test_an_unchanged_form_changes_nothing(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    for key in shipped().profiles:
        own = perform(owner, copy_profile, key, f"Ours of {key}")
        user = await open_at(owner, f"{HERE}/{own.key}/change")
        before = content_of(own.key)
        with user:
            await found(user, Form).save()
        assert content_of(own.key) == before


async def test_a_shipped_profile_has_no_form(studio: House, open_at: Open) -> None:
    user: User = await open_at(signed_in("owner"), f"{HERE}/germany/change")
    await user.should_see("Copy it, then change the copy.")


async def test_what_counted_once_can_be_read_for_ever(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    own = perform(owner, copy_profile, "neutral", "Ours")
    perform(owner, choose_profile, own.key)
    perform(owner, change_profile, own.id, {**own.content, "ages": {"other": {"alone": 21}}}, own.version)
    user = await open_at(signed_in("inspector"), f"{HERE}/{own.key}/1")
    await user.should_see("with a guardian from 16")


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
@pytest.mark.parametrize("key", sorted(shipped().profiles))
def test_a_profile_reads_whole_in_each_language_and_differs_from_itself_in_nothing(key: str, tag: str) -> None:
    one = shipped().profiles[key]
    with speaking(tag):
        assert len(sections(one)) >= 11
        assert all(rule.what for section in sections(one) for rule in section.rules)
        assert differences(one, one) == []


@pytest.mark.parametrize("key", sorted(shipped().profiles))
def test_a_file_handed_out_reads_back_the_same(key: str) -> None:
    one = shipped().profiles[key]
    assert read_profile(write_profile(one)) == one


def test_lines_left_as_they_are_keep_their_source_and_new_ones_are_the_studios_own() -> None:
    before = [{"key": "batch", "text": {"en": "The batch"}, "basis": "read", "source": "A law"}]
    kept, new, again = statements(before, "The batch\n\n  Our own line \nOur own line")
    assert kept == before[0]
    assert (new["basis"], new["text"]) == ("careful", {"en": "Our own line"})
    assert new["key"] != again["key"]
    assert statements(before, "") == []
