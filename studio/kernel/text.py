"""Translation: English sentences are the keys, one .po file a language holds the rest."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from io import BytesIO
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "text"


def languages_in(folder: Path) -> dict[str, str]:
    """English, and one for each .po file there: tag → what the language calls itself, as the file's first line says."""
    found = {"en": "English"}
    for path in sorted(folder.glob("*.po")):
        with path.open(encoding="utf-8") as lines:
            found[path.stem.replace("_", "-")] = lines.readline().removeprefix("#").strip() or path.stem
    return found


LANGUAGES = languages_in(FOLDER)

_spoken: ContextVar[str | None] = ContextVar("language", default=None)
_ask_screen: Callable[[], str | None] = lambda: None  # noqa: E731  components/ answers for open pages


def t(sentence: str, /, **values: object) -> str:
    """The sentence in the reader's language, with `{name}` places filled."""
    found = catalogue(language()).gettext(sentence) if sentence else ""
    return found.format(**values) if values else found


def nt(one: str, many: str, n: int, /, **values: object) -> str:
    """The sentence that fits the number, which also fills `{n}`."""
    return catalogue(language()).ngettext(one, many, n).format(n=n, **values)


def N_(sentence: str) -> str:  # noqa: N802  the name every gettext tool knows
    """Mark a sentence for translation where it is only declared."""
    return sentence


def language() -> str:
    """The language now spoken: set for this task, else the open page's, else English."""
    return _spoken.get() or _ask_screen() or "en"


@contextmanager
def speaking(tag: str | None) -> Iterator[None]:
    """Speak one language for a while; an unknown one falls back to the nearest we have."""
    token = _spoken.set(nearest(tag) if tag else None)
    try:
        yield
    finally:
        _spoken.reset(token)


def nearest(tag: str, otherwise: str = "en") -> str:
    """The language of ours closest to a tag such as `pt`, `pt_PT` or `en-GB`."""
    wanted = tag.replace("_", "-").lower()
    exact = next((ours for ours in LANGUAGES if ours.lower() == wanted), None)
    return exact or next((ours for ours in LANGUAGES if ours.split("-")[0] == wanted.split("-")[0]), otherwise)


def answer_for_screens(resolver: Callable[[], str | None]) -> None:
    """Let the UI say which language the open page speaks."""
    global _ask_screen
    _ask_screen = resolver


@lru_cache(maxsize=16)
def catalogue(tag: str) -> gettext.NullTranslations:
    """The sentences of one language, read from its .po file at first use."""
    path = FOLDER / f"{tag.replace('-', '_')}.po"
    if not path.exists():
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    packed = BytesIO()
    with path.open("rb") as source:
        write_mo(packed, read_po(source))
    packed.seek(0)
    return gettext.GNUTranslations(packed)
