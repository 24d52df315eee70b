"""How easily a password is guessed, judged offline, with advice for somebody who means well."""

from __future__ import annotations

import re

from studio.kernel.text import N_

ENOUGH = 3
JUDGED = 72
"""Letters that are looked at: what is longer is strong by its first ones, or by its last."""

ADVICE = {
    "This is a top-10 common password.": N_("It is among the first ten anybody would try."),
    "This is a top-100 common password.": N_("It is among the first hundred anybody would try."),
    "This is a very common password.": N_("Many people use it."),
    "This is similar to a commonly used password.": N_("It is close to one that many people use."),
    "A word by itself is easy to guess.": N_("One word by itself is in every dictionary."),
    "Names and surnames by themselves are easy to guess.": N_("Names are tried early."),
    "Common names and surnames are easy to guess.": N_("Names are tried early."),
    "Straight rows of keys are easy to guess.": N_("Keys that lie in a row are tried early."),
    "Short keyboard patterns are easy to guess.": N_("Patterns on the keyboard are tried early."),
    'Repeats like "aaa" are easy to guess.': N_("Repeating a letter adds little."),
    'Repeats like "abcabcabc" are only slightly harder to guess than "abc".': N_("Repeating a word adds little."),
    'Sequences like "abc" or "6543" are easy to guess.': N_("Rows like abc or 6543 are tried early."),
    "Recent years are easy to guess.": N_("Years are tried early."),
    "Dates are often easy to guess.": N_("Dates are tried early."),
}
"""What the judge says in its own words → what we say."""


def weakness(password: str, about: tuple[str, ...] = ()) -> tuple[str, ...] | None:
    """Sentences that say why it is easy to guess, maybe none; None for a password that will do.

    `about` holds what others know of the person. Takes some hundredths of a second: never on the event loop.
    """
    from zxcvbn import zxcvbn

    known = [word for words in about for word in (words, words.split("@")[0], *re.split(r"[@. ]+", words))]
    parts = {password[:JUDGED], password[-JUDGED:]}
    judged = max((zxcvbn(part, known, max_length=JUDGED) for part in parts), key=lambda one: int(one["score"]))
    if judged["score"] >= ENOUGH:
        return None
    said = ADVICE.get(judged["feedback"]["warning"])
    return (said,) if said else ()
