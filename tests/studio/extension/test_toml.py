"""A hostile TOML file is refused by the places that take one in, in a sentence and in no time."""

import pytest

from studio.consent.refusals import TemplateIsIncomplete
from studio.consent.rules.files import read_file
from studio.extension.toml import MOST_DOTS
from studio.jurisdiction.reading import ProfileIsBroken, read_profile

HOSTILE = {
    "brackets": "a = " + "[" * 50_000,
    "dots": ".".join("a" * 90_000) + " = 1",
    "digits": "a = " + "9" * 5_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_it_is_refused_wherever_one_is_taken_in(text: str) -> None:
    with pytest.raises(TemplateIsIncomplete):
        read_file(text)
    with pytest.raises(ProfileIsBroken):
        read_profile(text)


def test_a_long_name_is_not_even_begun() -> None:
    with pytest.raises(ProfileIsBroken, match="too deeply nested"):
        read_profile(".".join("a" * (MOST_DOTS + 2)) + " = 1")
