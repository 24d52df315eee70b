"""The texts that come with Linework: one TOML file a paper and language, `texts/<key>.<language>.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import structlog

from studio.documents.papers.content import check_whole, clean_contents
from studio.kernel.house import House
from studio.kernel.refusal import Refusal
from studio.kernel.settings import Settings
from studio.upkeep.premises import ADDRESS, CONTACT

log = structlog.get_logger(__name__)

FOLDER = Path(__file__).parent / "texts"
KINDS = ("privacy", "terms", "deposit", "aftercare")
PROPOSED = frozenset({"privacy", "terms", "deposit"})
"""What binds a studio comes as a proposal: it is shown to nobody until somebody there has read and published it."""


@dataclass(frozen=True)
class Shipped:
    """One paper in every language it was written in."""

    key: str
    kind: str
    service_kinds: tuple[str, ...]
    contents: Mapping[str, dict[str, str]]


@cache
def shipped(folder: Path = FOLDER) -> Mapping[str, Shipped]:
    """Every paper of the folder, in the order of kinds; a file that cannot be read is logged and left out."""
    found: dict[str, Shipped] = {}
    for path in sorted(folder.glob("*.toml")):
        key, _, language = path.name.removesuffix(".toml").partition(".")
        try:
            one = _read(path, key, language, found.get(key))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError, LookupError, TypeError, Refusal) as error:
            log.error("paper cannot be read", file=path.name, why=str(error))  # noqa: TRY400  no traceback
            continue
        found[key] = one
    return dict(sorted(found.items(), key=lambda one: (KINDS.index(one[1].kind), one[0] != "aftercare-tattoo", one[0])))


def filled(content: Mapping[str, str], settings: Settings) -> dict[str, str]:
    """The proposal with the studio's own name, address and contact; what is not set stays in braces."""
    known = {
        "{studio}": str(settings["studio.name"]),
        "{address}": ", ".join(str(settings[ADDRESS]).splitlines()),
        "{contact}": ", ".join(str(settings[CONTACT]).splitlines()),
    }
    told = dict(content)
    for place, words in known.items():
        if words:
            told = {field: text.replace(place, words) for field, text in told.items()}
    return told


def proposal(house: House, key: str) -> dict[str, dict[str, str]]:
    """What a draft of this paper begins with where the studio has no edition of its own."""
    ours = shipped().get(key)
    return {tag: filled(content, house.settings) for tag, content in ours.contents.items()} if ours else {}


def _read(path: Path, key: str, language: str, known: Shipped | None) -> Shipped:
    raw = tomllib.loads(path.read_text("utf-8"))
    kind, kinds = str(raw.pop("kind")), tuple(raw.pop("service_kinds", ()))
    contents = clean_contents({language: raw})
    if kind not in KINDS or language not in contents:
        raise LookupError(kind)
    if kind not in PROPOSED:
        check_whole(contents)
    return Shipped(key, kind, kinds, {**(known.contents if known else {}), **contents})
