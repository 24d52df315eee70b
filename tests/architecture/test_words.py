"""Whoever reads Portuguese reads all of it."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path
from string import Formatter

import pytest

from studio.kernel.text import FOLDER
from tests.architecture.sources import name, nobody, ours, tree
from tests.architecture.words import KEYWORDS, called, catalogue_at, forms_of, is_translated, sentences

CATALOGUES = sorted(FOLDER.glob("*.po"))


@pytest.mark.parametrize("path", CATALOGUES, ids=name)
def test_every_sentence_is_translated(path: Path) -> None:
    """Red? `python -m tests.architecture.words` gives new sentences a place in the file; then translate them there."""
    known = {message.id for message in catalogue_at(path) if is_translated(message)}
    assert [sentence for sentence in sentences() if sentence not in known] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=name)
def test_a_translation_keeps_the_places_to_fill(path: Path) -> None:
    wrong = [
        message.id
        for message in catalogue_at(path)
        if message.id and is_translated(message) and _places(message.id) != _places(message.string)
    ]
    assert wrong == []


def test_the_reader_finds_what_babel_would_overlook() -> None:
    found = sentences()
    assert "edition {n}" in found, "inside an f-string"
    assert ("{n} form waits", "{n} forms wait") in found, "with its plural"
    assert "Who is at the desk?" in found, "in a plain page"


def test_no_sentence_is_glued_together_before_it_is_translated() -> None:
    said = [(path, node) for path in ours(".py") for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    firsts = [(path, first) for path, call in said if called(call) in KEYWORDS for first in call.args[:1]]
    glued = [(path, first) for path, first in firsts if isinstance(first, ast.JoinedStr | ast.BinOp)]
    nobody(f"{name(path)}:{first.lineno}" for path, first in glued)


def _places(sentence: str | Sequence[str] | None) -> set[frozenset[str]]:
    """The places of each form; forms of one sentence have the same."""
    return {frozenset(place for _, place, _, _ in Formatter().parse(form) if place) for form in forms_of(sentence)}
