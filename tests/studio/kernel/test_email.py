"""An address is judged by its form, not by whether the internet knows it."""

import pytest

from studio.kernel.email import fold_email


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Ana@Example.COM", "ana@example.com"),
        (" owner@studio.test ", "owner@studio.test"),
        ("desk@linework.local", "desk@linework.local"),
        ("c1@example.invalid", "c1@example.invalid"),
        ("zoë@exämple.com", "zoë@exämple.com"),
    ],
)
def test_addresses_are_kept_in_one_spelling(typed: str, folded: str) -> None:
    assert fold_email(typed) == folded


@pytest.mark.parametrize(
    "typed",
    ["", "ana", "ana@", "a@b", "@b.c", "a b@c.de", "a@b.c\nBcc: x@y.z", "a@b..c", "x" * 300 + "@b.c", "\ud800@b.c"],
)
def test_what_is_no_address_is_none(typed: str) -> None:
    assert fold_email(typed) is None
