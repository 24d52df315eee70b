"""A studio chooses, copies and changes profiles; what was in force when stays on record."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from studio.jurisdiction import refusals, shelf
from studio.jurisdiction.actions import change_profile as change
from studio.jurisdiction.actions import choose_profile, copy_profile, import_profile, remove_profile
from studio.jurisdiction.queries import (
    edition,
    edition_at,
    editions,
    profile,
    profile_in_force,
    profile_line,
    profiles,
    shipped_profile,
)  # fmt: skip
from studio.jurisdiction.reading import plain_content
from studio.jurisdiction.standing import Standing
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Stale
from studio.kernel.text import speaking
from studio.kernel.work import ask, perform
from studio.upkeep.actions import change_setting
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest
from tests.factories.people import signed_in
from tests.factories.standing import rely


def softer(content: dict[str, Any]) -> dict[str, Any]:
    return {**content, "ages": {**content["ages"], "other": {"alone": 16, "basis": "careful"}}}


def test_the_careful_one_is_in_force_until_another_is_chosen(studio: House) -> None:
    assert ask(CONSOLE, profile_in_force).key == "neutral"
    perform(CONSOLE, choose_profile, "neutral")
    assert ask(CONSOLE, profile_in_force).key == "neutral"
    assert [one.key for one in ask(CONSOLE, profiles) if one.in_force] == ["neutral"]


def test_a_choice_is_taken_back_from_the_journal(studio: House) -> None:
    owner = signed_in("owner")
    perform(owner, choose_profile, "germany")
    perform(owner, choose_profile, "brazil")
    perform(owner, undo_act, newest(studio))
    assert ask(CONSOLE, profile_in_force).key == "germany"
    perform(owner, choose_profile, "neutral")
    perform(owner, undo_act, newest(studio))
    assert [one.key for one in ask(CONSOLE, editions)] == ["germany", "neutral", "germany", "brazil", "germany"]


@pytest.mark.parametrize("change", ["UPDATE jurisdiction_in_force SET name = 'x'", "DELETE FROM jurisdiction_in_force"])
def test_what_counted_once_is_never_rewritten(studio: House, change: str) -> None:
    perform(CONSOLE, rely)
    with pytest.raises(DBAPIError), studio.db.writing() as session:
        session.connection().exec_driver_sql(change)


@pytest.mark.parametrize("key", ["atlantis", "../neutral", "", "Neutral"])
def test_what_does_not_exist_is_not_chosen(studio: House, key: str) -> None:
    with pytest.raises(refusals.ProfileIsUnknown):
        perform(CONSOLE, choose_profile, key)
    with pytest.raises(refusals.ProfileIsUnknown):
        perform(CONSOLE, change_setting, shelf.SETTING, key)
    assert ask(CONSOLE, profile_in_force).key == "neutral"


def test_a_copy_is_changed_and_counts_once_it_is_chosen(studio: House) -> None:
    own = perform(CONSOLE, copy_profile, "neutral", "  Our   rules ")
    assert (own.key, own.name, own.based_on, own.version) == ("own-our-rules", "Our rules", "neutral", 1)
    perform(CONSOLE, choose_profile, own.key)
    assert ask(CONSOLE, profile_in_force).ages["other"].alone == 18
    before = len(ask(CONSOLE, editions))
    perform(CONSOLE, change, own.id, softer(own.content), own.version)
    assert ask(CONSOLE, profile_in_force).ages["other"].alone == 16
    assert len(ask(CONSOLE, editions)) == before + 1
    spare = perform(CONSOLE, copy_profile, "neutral", "Not in force")
    perform(CONSOLE, change, spare.id, softer(spare.content), spare.version)
    assert len(ask(CONSOLE, editions)) == before + 1
    shipped = ask(CONSOLE, shipped_profile, own.key)
    assert shipped is not None
    assert shipped.ages["other"].alone == 18


def test_evidence_finds_what_was_in_force_at_its_time(studio: House) -> None:
    before = perform(CONSOLE, rely)
    assert perform(CONSOLE, rely) == before
    own = perform(CONSOLE, copy_profile, "neutral", "Ours")
    perform(CONSOLE, choose_profile, own.key)
    perform(CONSOLE, change, own.id, softer(own.content), own.version)
    now = perform(CONSOLE, rely)
    kept = ask(CONSOLE, editions)
    assert [(one.number, one.key) for one in kept] == [(3, "own-ours"), (2, "own-ours"), (1, "neutral")]
    assert (before.number, now.number) == (1, 3)
    assert before.digest != now.digest
    assert [ask(CONSOLE, edition, one.number).ages["other"].alone for one in kept] == [16, 18, 18]
    at = ask(CONSOLE, edition_at, kept[1].since)
    assert at is not None
    assert at.number == 2
    assert ask(CONSOLE, edition_at, kept[2].since - timedelta(seconds=1)) is None
    assert isinstance(now, Standing)
    assert now.plain()["key"] == "own-ours"


def test_a_shipped_file_that_says_something_new_is_another_edition(
    studio: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    perform(CONSOLE, rely)
    other = shelf.shipped().profiles["neutral"].model_copy(update={"region": "elsewhere"})
    monkeypatch.setattr(shelf, "shipped", lambda: shelf.Shelf({"neutral": other}, {}))
    assert perform(CONSOLE, rely).number == 2


def test_what_is_in_force_is_not_removed_and_what_is_gone_stays_on_record(studio: House) -> None:
    own = perform(CONSOLE, copy_profile, "neutral", "Ours")
    perform(CONSOLE, choose_profile, own.key)
    with pytest.raises(refusals.ProfileIsInForce):
        perform(CONSOLE, remove_profile, own.id, own.version)
    perform(CONSOLE, choose_profile, "neutral")
    perform(CONSOLE, remove_profile, own.id, own.version)
    assert "own-ours" in [one.key for one in ask(CONSOLE, editions)]
    with pytest.raises(refusals.ProfileIsUnknown):
        ask(CONSOLE, profile, "own-ours")


def test_names_are_asked_for_once_and_keys_never_meet(studio: House) -> None:
    first = perform(CONSOLE, copy_profile, "neutral", "Ours!")
    with pytest.raises(refusals.NameIsTaken):
        perform(CONSOLE, copy_profile, "neutral", "OURS!")
    assert perform(CONSOLE, copy_profile, "neutral", "Ours?").key == "own-ours-2"
    assert perform(CONSOLE, copy_profile, first.key, "Nosso perfil único").key == "own-nosso-perfil-unico"
    assert perform(CONSOLE, copy_profile, first.key, "私たち").key.startswith("own-")
    for name in ("", "   ", "x" * 81):
        with pytest.raises(refusals.NameIsMissing):
            perform(CONSOLE, copy_profile, "neutral", name)


def test_somebody_elses_change_is_never_overwritten(studio: House) -> None:
    own = perform(CONSOLE, copy_profile, "neutral", "Ours")
    perform(CONSOLE, change, own.id, softer(own.content), 1)
    with pytest.raises(Stale):
        perform(CONSOLE, change, own.id, own.content, 1)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("majority", "age"), 3), (("majority", "age"), "18"), (("ages", "tattoo", "alone"), -1),
        (("ages", "piercing", "with_guardian"), 40), (("retention", "consent", "months"), 10**9),
        (("retention", "consent", "months"), 1.5), (("checked_on",), "31/12/2026"), (("surprise",), 1),
        (("guardian", "presence"), "perhaps"), (("name", "en"), ""), (("ink", "basis"), "read"),
    ],
)  # fmt: skip
def test_what_fits_nowhere_is_refused_with_its_field(studio: House, path: tuple[str, ...], value: object) -> None:
    own = perform(CONSOLE, copy_profile, "neutral", "Ours")
    content: dict[str, Any] = plain_content(ask(CONSOLE, profile, own.key))
    part = content
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    with pytest.raises(refusals.RulesDoNotFit) as refused:
        perform(CONSOLE, change, own.id, content, 1)
    places = {".".join(path), ".".join(path[:-1]), ".".join((*path[:-1], "source"))}
    assert places & set(refused.value.fields)


def test_ages_without_a_rule_for_every_other_kind_are_no_profile_and_say_so_in_the_readers_words(studio: House) -> None:
    own = perform(CONSOLE, copy_profile, "neutral", "Ours")
    content: dict[str, Any] = plain_content(ask(CONSOLE, profile, own.key))
    del content["ages"]["other"]
    with pytest.raises(refusals.RulesDoNotFit, match="Ages need a rule for every other kind of service"):
        perform(CONSOLE, change, own.id, content, 1)
    with speaking("pt-BR"), pytest.raises(refusals.RulesDoNotFit, match="Escreva um número inteiro"):
        perform(CONSOLE, change, own.id, {**content, "majority": {"age": "18"}}, 1)


def test_a_profile_goes_out_as_a_file_and_comes_in_again(studio: House) -> None:
    text = (shelf.FOLDER / "neutral.toml").read_text("utf-8")
    first, second = (perform(CONSOLE, import_profile, text) for _ in range(2))
    assert (first.name, second.name) == ("Careful defaults", "Careful defaults (2)")
    assert ask(CONSOLE, profile_line, second.key).based_on == "neutral"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "about"), ("key = ", "line 1"), ("\n\nkey = [", "line 3"), ("a" * 200_001, "200000"),
        ("x = " + "[" * 5000, ""), ("\x00", "line 1"), ("key = 'x'\nextra = 1", "extra"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_profile_says_where_it_is_wrong(studio: House, text: str, said: str) -> None:
    with pytest.raises(refusals.ProfileIsUnreadable) as refused:
        perform(CONSOLE, import_profile, text)
    assert said in refused.value.text()


def test_a_bad_shipped_file_is_listed_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text((shelf.FOLDER / "neutral.toml").read_text("utf-8"), "utf-8")
    bad = (shelf.FOLDER / "neutral.toml").read_text("utf-8").replace("months = 36", "months = 'long'", 1)
    (tmp_path / "bad.toml").write_text(bad, "utf-8")
    (tmp_path / "worse.toml").write_bytes(b"\xff\xfe\x00")
    found = shelf.shipped(tmp_path)
    assert set(found.profiles) == {"good"}
    assert set(found.broken) == {"bad", "worse"}
    line = bad.splitlines().index("months = 'long'") + 1
    assert f"line {line}: retention.health_answers.months" in found.broken["bad"]


def test_where_nothing_can_be_read_nobody_under_age_gets_anything(
    studio: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "shipped", lambda: shelf.Shelf({}, {"neutral": "gone"}))
    strict = ask(CONSOLE, profile_in_force)
    assert strict.key == "last-resort"
    assert {rule.with_guardian for rule in strict.ages.values()} == {None}


@pytest.mark.parametrize("role", ["manager", "artist", "reception", "viewer", "inspector"])
def test_others_read_and_only_the_owner_changes(studio: House, role: str) -> None:
    actor = signed_in(role)
    assert ask(actor, profile_in_force).key == "neutral"
    with pytest.raises(Denied):
        perform(actor, choose_profile, "neutral")
    with pytest.raises(Denied):
        perform(actor, copy_profile, "neutral", "Mine")
    with pytest.raises(Denied):
        perform(actor, import_profile, "")
    with pytest.raises(Denied):
        perform(actor, change_setting, shelf.SETTING, "neutral")
