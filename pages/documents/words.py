"""What kinds, states and ways are called on screen."""

from __future__ import annotations

from collections.abc import Mapping

from components.app.marks import Kind
from studio.documents.papers.queries import PaperLine
from studio.extension.registry import registry
from studio.kernel.text import LANGUAGES, N_, t

KINDS: Mapping[str, str] = {
    "privacy": N_("Privacy notice"),
    "terms": N_("Studio terms"),
    "deposit": N_("Deposits and refunds"),
    "aftercare": N_("Aftercare sheet"),
}
STATES: Mapping[str, tuple[Kind, str]] = {
    "in_use": ("ok", N_("In use")),
    "proposal": ("warn", N_("Proposal, not published")),
    "draft": ("wait", N_("Draft")),
    "archived": ("none", N_("Archived")),
}
WAYS: Mapping[str, str] = {
    "phone": N_("On their phone"),
    "printed": N_("Printed"),
    "email": N_("Later by e-mail"),
}
SEALED: Mapping[str, str] = {"consent": N_("Consent")}
"""What rooms call their sealed documents, in words."""


def kind_word(kind: str) -> str:
    return t(KINDS[kind]) if kind in KINDS else kind


def sealed_word(kind: str) -> str:
    """A kind nobody has named yet stands as its room calls it."""
    return t(SEALED[kind]) if kind in SEALED else kind.replace("_", " ").capitalize()


def meant_for(line: PaperLine) -> str:
    """The kinds of service, or whoever reads it."""
    known = registry().service_kinds()
    if line.kind != "aftercare":
        return t("Every guest")
    return ", ".join(t(known[kind]) for kind in line.service_kinds if kind in known)


def tongues(tags: tuple[str, ...]) -> str:
    return ", ".join(LANGUAGES.get(tag, tag) for tag in tags)
