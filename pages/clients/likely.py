"""Why a client on file may be the guest, in words."""

from __future__ import annotations

from studio.clients.queries import Candidate
from studio.clients.rules.cleaning import digits
from studio.clients.rules.matching import NAME, PROBABLE, name_points, same_phone
from studio.kernel.text import N_, t

SAME = {
    ("name",): N_("Same name"),
    ("phone",): N_("Same phone"),
    ("email",): N_("Same e-mail"),
    ("birth",): N_("Same birth date"),
    ("name", "phone"): N_("Same name and phone"),
    ("name", "email"): N_("Same name and e-mail"),
    ("name", "birth"): N_("Same name and birth date"),
    ("phone", "email"): N_("Same phone and e-mail"),
    ("phone", "birth"): N_("Same phone and birth date"),
    ("email", "birth"): N_("Same e-mail and birth date"),
}


def likeness_words(candidate: Candidate) -> str:
    """Same phone and birth date; similar name."""
    pairs = {entry.field: (entry.ours, entry.theirs) for entry in candidate.plan}
    points = name_points(candidate.name, str(pairs["name"][1] or ""))
    same = tuple(
        key
        for key, found in (
            ("name", points >= NAME),
            ("phone", same_phone(digits(pairs["phone"][0] or ""), digits(pairs["phone"][1] or ""))),
            (
                "email",
                bool(pairs["email"][0]) and str(pairs["email"][0]).lower() == str(pairs["email"][1] or "").lower(),
            ),
            ("birth", bool(pairs["birth_date"][0]) and pairs["birth_date"][0] == pairs["birth_date"][1]),
        )
        if found
    )
    words = _said(same)
    if 0 < points < NAME:
        words.append(t("Similar name"))
    if all(pairs["birth_date"]) and pairs["birth_date"][0] != pairs["birth_date"][1]:
        words.append(t("Another birth date"))
    return ", ".join(words)


def is_probable(candidate: Candidate) -> bool:
    """Whether merging is the likelier right decision."""
    return candidate.score >= PROBABLE


def _said(same: tuple[str, ...]) -> list[str]:
    if len(same) == 4:
        return [t("Everything the same")]
    if same in SAME:
        return [t(SAME[same])]
    return [t(SAME[(key,)]) for key in same]
