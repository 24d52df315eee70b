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
    ("name", "phone", "email"): N_("Same name, phone and e-mail"),
    ("name", "phone", "birth"): N_("Same name, phone and birth date"),
    ("name", "email", "birth"): N_("Same name, e-mail and birth date"),
    ("phone", "email", "birth"): N_("Same phone, e-mail and birth date"),
    ("name", "phone", "email", "birth"): N_("Everything the same"),
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
    words = [t(SAME[same])] if same else []
    if 0 < points < NAME:
        words.append(t("similar name"))
    if all(pairs["birth_date"]) and pairs["birth_date"][0] != pairs["birth_date"][1]:
        words.append(t("another birth date"))
    said = ", ".join(words)
    return said[:1].upper() + said[1:]


def is_probable(candidate: Candidate) -> bool:
    """Whether merging is the likelier right decision."""
    return candidate.score >= PROBABLE
