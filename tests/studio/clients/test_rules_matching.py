"""Who a form may belong to, and what merging would change."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.clients import refusals
from studio.clients.rules.matching import POSSIBLE, PROBABLE, Likeness, matching_score, same_phone
from studio.clients.rules.merging import FIELDS, merge_plan, merged_values

NAMES = st.text("abcdefg éñ", min_size=1, max_size=15)
PEOPLE = st.builds(
    Likeness,
    NAMES,
    st.sampled_from(["", "447700900123", "07700900123", "15550100"]),
    st.sampled_from(["", "a@example.com", "b@example.com"]),
    st.sampled_from([None, date(1990, 1, 1), date(1991, 2, 2)]),
)
ANA = Likeness("Ana Pereira", "447700900123", "ana@example.com", date(1995, 3, 4))


@given(PEOPLE, PEOPLE)
def test_the_score_is_the_same_both_ways_and_within_bounds(one: Likeness, other: Likeness) -> None:
    assert 0 <= matching_score(one, other) <= 100
    assert matching_score(one, other) == matching_score(other, one)


@given(PEOPLE)
def test_nobody_is_likelier_than_oneself(one: Likeness) -> None:
    assert matching_score(one, one) >= matching_score(one, Likeness("zzz"))


def test_the_same_person_with_a_new_phone_is_probable() -> None:
    assert matching_score(ANA, Likeness("Pereira Aná", "", "ANA@example.com", date(1995, 3, 4))) >= PROBABLE
    assert matching_score(ANA, Likeness("Ana Pereyra", "07700900123")) >= PROBABLE


def test_a_namesake_is_possible_and_a_stranger_is_not() -> None:
    assert POSSIBLE <= matching_score(ANA, Likeness("Ana Pereira")) < PROBABLE
    assert matching_score(ANA, Likeness("Ana Pereira", birth_date=date(1970, 1, 1))) < POSSIBLE
    assert matching_score(ANA, Likeness("Bjørn Dahl", "15550100")) == 0


def test_a_short_number_matches_nothing() -> None:
    assert same_phone("447700900123", "07700900123")
    assert not same_phone("0123", "447700900123")
    assert not same_phone("", "")


VALUES = st.fixed_dictionaries({field: st.sampled_from(["", "one", "two"]) for field in FIELDS})


@given(VALUES, VALUES, st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(["ours", "theirs"])))
def test_merging_never_wipes_and_writes_only_what_was_chosen(
    ours: dict[str, str], theirs: dict[str, str], choices: dict[str, str]
) -> None:
    written = merged_values(merge_plan(ours, theirs), choices)
    assert all(written[field] == theirs[field] != ours[field] for field in written)
    assert all(written.values())
    assert not [field for field, side in choices.items() if side == "ours" and field in written]
    after = {**ours, **written}
    assert merged_values(merge_plan(after, theirs), dict.fromkeys(written, "theirs")).keys().isdisjoint(written)


def test_gaps_are_filled_contact_is_renewed_and_the_name_stays() -> None:
    plan = merge_plan({"name": "Ana", "phone": "1", "address": ""}, {"name": "Anna", "phone": "2", "address": "Quay 1"})
    assert merged_values(plan, {}) == {"phone": "2", "address": "Quay 1"}
    assert merged_values(plan, {"name": "theirs", "phone": "ours"}) == {"name": "Anna", "address": "Quay 1"}


def test_a_choice_about_nothing_is_refused() -> None:
    plan = merge_plan({"name": "Ana"}, {"name": "Anna"})
    with pytest.raises(refusals.UnknownField):
        merged_values(plan, {"notes": "theirs"})
    with pytest.raises(refusals.UnknownChoice):
        merged_values(plan, {"name": "both"})
