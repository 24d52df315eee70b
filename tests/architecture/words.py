"""The sentences of our sources: `python -m tests.architecture.words` brings the .po files up to date with them."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from studio.kernel.text import FOLDER
from tests.architecture.sources import FLOORS, ROOT

KEYWORDS: dict[str, tuple[int, ...] | None] = {"t": None, "N_": None, "nt": (1, 2)}
CHURN = ('"Report-Msgid-Bugs-To:', '"POT-Creation-Date:', '"PO-Revision-Date:', '"Generated-By:')

Sentence = str | tuple[str, ...]


def sentences() -> list[Sentence]:
    """Each sentence once, in the order of the tree; one that fits a number comes with its plural."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in mappings]
    found: dict[Sentence, None] = {}
    for floor in FLOORS:
        for *_, sentence, _, _ in extract_from_dir(ROOT / floor, methods, keywords=KEYWORDS):
            found[sentence] = None
    return list(found)


def catalogue_at(path: Path) -> Catalog:
    with path.open("rb") as source:
        return read_po(source)


def bring_up_to_date(path: Path) -> list[str | Sequence[str]]:
    """Give new sentences a place, let old ones go, keep what is translated; say what is not."""
    old = catalogue_at(path)
    new = Catalog(locale=old.locale, header_comment=old.header_comment, fuzzy=False)
    new.mime_headers = old.mime_headers
    for sentence in sentences():
        known = old.get(sentence if isinstance(sentence, str) else sentence[0])
        new.add(sentence, known.string if known and isinstance(known.id, str) == isinstance(sentence, str) else "")
    path.write_bytes(_written(new))
    return [message.id for message in new if message.id and not is_translated(message)]


def is_translated(message: Message) -> bool:
    return all(forms_of(message.string)) and not message.fuzzy


def forms_of(sentence: str | Sequence[str] | None) -> Sequence[str]:
    """One form, or one for each kind of number."""
    return (sentence or "",) if isinstance(sentence, str | None) else sentence


def _written(catalog: Catalog) -> bytes:
    """The file without places, dates and versions, which would change with every run."""
    out = BytesIO()
    write_po(out, catalog, width=0, no_location=True, ignore_obsolete=True)
    return b"".join(line for line in out.getvalue().splitlines(True) if not line.decode().startswith(CHURN))


def python_sentences(
    file: IO[bytes], keywords: Iterable[str], _comments: Any, options: Any
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """Read Python for babel by its syntax tree: babel's own reader overlooks what stands inside an f-string."""
    wanted = set(keywords)
    calls = [node for node in ast.walk(ast.parse(file.read())) if isinstance(node, ast.Call) and called(node) in wanted]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        said = [list(_literals(argument)) for argument in call.args]
        if called(call) == "nt" and all(said[:2]):
            yield call.lineno, "nt", (said[0][0], said[1][0]), []
        elif called(call) != "nt":
            yield from ((call.lineno, called(call), sentence, []) for sentence in (said[0] if said else ()))


def called(call: ast.Call) -> str:
    return getattr(call.func, "id", "") or getattr(call.func, "attr", "")


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_literals(node.body), *_literals(node.orelse))


if __name__ == "__main__":
    for catalogue in sorted(FOLDER.glob("*.po")):
        for missing in bring_up_to_date(catalogue):
            print(f"{catalogue.name}: {missing}")
