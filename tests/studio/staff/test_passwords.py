"""Passwords: long enough, hard to guess, taken whole, and advised on kindly in the reader's language."""

from __future__ import annotations

import pytest

from studio.kernel.text import speaking
from studio.staff.refusals import PasswordIsTooLong, PasswordIsTooShort, PasswordIsWeak, PasswordSaysWhoYouAre
from studio.staff.rules import check_password
from studio.staff.strength import ADVICE, weakness

RUTH = {"email": "ruth.calder@northquay.example", "name": "Ruth Calder"}


@pytest.mark.parametrize(
    ("password", "refusal"),
    [
        ("seven q", PasswordIsTooShort),
        ("x" * 1_000_000, PasswordIsTooLong),
        ("password", PasswordIsWeak),
        ("Password123!", PasswordIsWeak),
        ("qwertyuiop", PasswordIsWeak),
        ("aaaaaaaaaaaaaaaa", PasswordIsWeak),
        ("12041998", PasswordIsWeak),
        ("northquay1", PasswordIsWeak),
        ("ruth.calder7", PasswordIsWeak),
        ("Ruth Calder", PasswordSaysWhoYouAre),
        ("xy" * 40, PasswordIsWeak),
    ],
)
def test_what_anybody_would_try_is_refused(password: str, refusal: type) -> None:
    assert isinstance(check_password(password, **RUTH), refusal)


@pytest.mark.parametrize(
    "password",
    ["three little swallows", "Tr0ub4dor&3", "🦋 moth and flame 🔥", "quiet needles " * 20, "日本語の入れ墨と海と月"],
)
def test_what_is_hard_to_guess_is_taken(password: str) -> None:
    assert check_password(password, **RUTH) is None


def test_the_advice_is_said_in_the_readers_language() -> None:
    refusal = check_password("qwertyuiop", **RUTH)
    assert refusal is not None
    assert "first hundred" in refusal.text()
    with speaking("pt-BR"):
        assert "entre as cem" in refusal.text()


def test_every_sentence_of_the_judge_is_known() -> None:
    import inspect

    from zxcvbn import feedback

    source = inspect.getsource(feedback)
    assert all(said.split('"')[0].split("' \\")[0] in source for said in ADVICE)
    assert weakness("correct horse battery staple") is None
