"""Whether what a client signed lets a visit begin, and how one says in two words what is still to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from studio.extension.lights import Light, Visit
from studio.kernel.text import N_, t

WITHOUT = frozenset({"consult", "block"})
"""Kinds of booking in which nobody is worked on."""
TALK = "consultation"
COVERS = {"touch_up": ("touch_up", "tattoo"), "jewellery": ("jewellery", "piercing")}
"""Kinds of service for which the consent to another kind will do."""
A_DAY = timedelta(days=1)
STATES = ("valid", "taken_back", "old", "other", "")
"""What somebody's papers come down to for a visit, the best first."""
LAPSED = {"taken_back": N_("Taken back"), "old": N_("Signed too long ago"), "other": N_("Signed for other work")}
FORMS = {"sent": N_("Sent, not opened"), "opened": N_("Sent"), "came": N_("Form in the inbox")}


@dataclass(frozen=True, slots=True)
class Paper:
    """A consent that is signed and witnessed, with a document of identity seen."""

    service_kind: str
    signed_at: datetime
    made_at: datetime
    taken_back: bool


def needs_consent(visit: Visit) -> bool:
    """Whether somebody is worked on."""
    only_talk = visit.service_kinds and set(visit.service_kinds) <= {TALK}
    return visit.kind not in WITHOUT and not only_talk


def fits(paper: Paper, visit: Visit) -> bool:
    """Whether it was signed for something that is done in this visit; any will do where nobody says what is done."""
    return not wanted(visit) or any(paper.service_kind in COVERS.get(kind, (kind,)) for kind in wanted(visit))


def wanted(visit: Visit) -> tuple[str, ...]:
    """The kinds of service a consent is needed for."""
    kinds = visit.service_kinds or (("piercing",) if visit.kind == "piercing" else ())
    return tuple(kind for kind in kinds if kind != TALK)


def counts(paper: Paper, at: datetime, days: int) -> bool:
    """Whether it was signed early enough and not too early for a visit at this time."""
    return not paper.taken_back and at - timedelta(days=days) <= paper.signed_at <= at + A_DAY


def state_of(papers: Sequence[Paper], visit: Visit, at: datetime, days: int) -> str:
    """Of all they signed: valid where each kind of service is covered, else why the newest paper does not count."""
    valid = [paper for paper in papers if counts(paper, at, days)]
    covered = (any(paper.service_kind in COVERS.get(kind, (kind,)) for paper in valid) for kind in wanted(visit))
    if valid and all(covered):
        return "valid"
    fitting = [paper for paper in papers if fits(paper, visit) and paper.signed_at <= at + A_DAY]
    if not fitting:
        return "other" if valid else ""
    newest = max(fitting, key=lambda paper: paper.signed_at)
    return "taken_back" if newest.taken_back else "other" if counts(newest, at, days) else "old"


def read_at(visit: Visit, now: datetime) -> datetime:
    """The time a visit is judged at: its start, or now for one that is late; one of another day as it was then."""
    return visit.starts_at if visit.starts_at < now - A_DAY else max(visit.starts_at, now)


def signed_light(state: str, signing: str, form: str) -> tuple[str, str]:
    """Key and words of what is signed, from the papers, a signing that is under way, and a form that was sent."""
    if state == "valid":
        return "signed", t("Signed")
    if signing:
        return ("sent" if signing == "sent" else "signing"), _signing_words(signing)
    if state in LAPSED:
        return "missing", t(LAPSED[state])
    return ("sent", t(FORMS[form])) if form in FORMS else ("not_sent", t("Not sent"))


def _signing_words(signing: str) -> str:
    return {
        "sent": t("Sent, not opened"),
        "reading": t("Signing"),
        "guardian": t("Guardian to sign"),
    }.get(signing) or t("To be witnessed")


def health_light(light: str, flagged_at: datetime | None, papers: Iterable[Paper], artist: str) -> tuple[str, str]:
    """Key and words of the health answers: a witness has looked at those that were given before the last paper."""
    if light == "green":
        return "none", t("No flags")
    if light == "red":
        return "stop", stop_words(artist)
    if light != "amber":
        return "", ""
    looked = max((paper.made_at for paper in papers), default=None)
    seen = looked is not None and flagged_at is not None and flagged_at <= looked
    return ("reviewed", t("Reviewed")) if seen else ("to_review", t("Artist to review"))


def stop_words(artist: str) -> str:
    """Whom to ask, never the answer."""
    first = artist.split()[0] if artist.split() else ""
    return t("Stop: speak to {artist}", artist=first) if first else t("Stop: speak to the artist")


def light(visit: Visit, signed: tuple[str, str], health: tuple[str, str]) -> Light:
    """Both together; nothing is signed and nobody is asked where nobody is worked on."""
    return Light(*signed, *health) if needs_consent(visit) else Light("none_needed", t("No form needed"))
