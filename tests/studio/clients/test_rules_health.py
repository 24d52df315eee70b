"""From answers to the light the desk sees."""

import re
from pathlib import Path

import pytest

from studio.clients.questions import GROUPS, QUESTIONS, questions_of
from studio.clients.rules.health import clean_answers, complete_ticks, light_of, unanswered
from studio.kernel.refusal import Invalid

ASKED = {question.key: False for question in QUESTIONS if question.group != "visit"}


def test_a_clear_sheet_is_green_and_an_empty_one_says_nothing() -> None:
    assert light_of(clean_answers(ASKED)) == "green"
    assert light_of(clean_answers({})) == "unknown"


@pytest.mark.parametrize("left", [key for key in ASKED if key != "blood_borne"])
def test_one_open_question_keeps_a_clear_sheet_from_green(left: str) -> None:
    assert light_of(clean_answers({key: no for key, no in ASKED.items() if key != left})) == "incomplete"


def test_nobody_has_to_answer_what_is_optional() -> None:
    assert light_of(clean_answers({key: no for key, no in ASKED.items() if key != "blood_borne"})) == "green"
    assert light_of(clean_answers({"blood_borne": False})) == "incomplete"


def test_a_flag_weighs_more_than_an_open_question() -> None:
    assert light_of(clean_answers({"diabetes": True})) == "amber"
    assert light_of(clean_answers({"pregnant": True})) == "red"


def test_the_gravest_yes_sets_the_light() -> None:
    assert light_of(clean_answers({**ASKED, "medicine": "yes"})) == "green"
    assert light_of(clean_answers({"diabetes": "yes", "first": "yes"})) == "amber"
    assert light_of(clean_answers({"diabetes": True, "pregnant": True})) == "red"


def test_what_was_skipped_is_told_apart_from_a_no() -> None:
    asked = [question.key for question in QUESTIONS if question.group != "visit"]
    assert unanswered(asked) == ()
    assert [question.key for question in unanswered(asked[1:])] == ["allergies"]


def test_an_ink_allergy_weighs_more_than_another() -> None:
    latex = clean_answers({"allergies": {"answer": "yes", "choices": ["latex"]}})
    ink = clean_answers({"allergies": {"answer": "yes", "choices": ["ink", "latex"], "detail": "red"}})
    assert (light_of(latex), light_of(ink)) == ("amber", "red")
    assert (ink[0].choices, ink[0].detail) == (("latex", "ink"), "red")


def test_unknown_questions_choices_and_answers_are_named() -> None:
    wrong = {"shoe_size": True, "heart": "perhaps", "allergies": {"answer": True, "choices": ["gold"]}, "diabetes": 7}
    with pytest.raises(Invalid) as refused:
        clean_answers(wrong)
    assert set(refused.value.fields) == {"health.shoe_size", "health.heart", "health.allergies", "health.diabetes"}


def test_a_tick_list_answers_no_for_what_was_left_empty() -> None:
    ticked = complete_ticks({"diabetes": "yes"}, [])
    assert ticked["diabetes"] == "yes"
    assert ticked["heart"] is False
    assert "sunburn" not in ticked
    assert complete_ticks({}, ["skin"]).keys() == {question.key for question in questions_of("skin")}


def test_every_question_has_a_group_and_a_phone_form_stays_short() -> None:
    groups = {group.key: group for group in GROUPS}
    assert {question.group for question in QUESTIONS} == groups.keys()
    yes_or_no = [question for question in QUESTIONS if groups[question.group].style == "each"]
    assert len(yes_or_no) <= 5
    assert len({question.key for question in QUESTIONS}) == len(QUESTIONS)


@pytest.mark.parametrize("key", [question.key for question in QUESTIONS])
def test_every_key_is_fit_for_a_form_field(key: str) -> None:
    assert re.fullmatch(r"[a-z_]{3,20}", key)
    assert not Path(key).suffix
