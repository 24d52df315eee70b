"""The paper of a packet: drawn after the act, sealed, kept once, found again."""

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest

from studio.consent import refusals
from studio.consent.actions import keep_paper, open_paper
from studio.consent.area import AREA
from studio.consent.drawer import DRAWER, draw_paper, drawer
from studio.consent.facts import PacketKept
from studio.consent.housekeeping import draw_missing
from studio.consent.paper import document_of
from studio.consent.queries import packet_by_code
from studio.consent.queries.packets import packet_to_draw
from studio.consent.rules.sheet import blocks_of
from studio.documents.drawing import draw
from studio.documents.drawing.document import Clause, Evidence, Figures, Picture, Signature
from studio.documents.queries import documents_of
from studio.documents.sealing import seal, verify
from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.refusal import Denied
from studio.kernel.subject import Subject
from studio.kernel.work import ask, perform
from tests.factories.consents import adult, packet
from tests.factories.papers import words_in
from tests.factories.people import signed_in
from tests.factories.photos import jpeg
from tests.factories.texts import ANSWERS, publish_every_block


def test_a_kept_packet_gets_its_sealed_paper_by_itself(studio: House) -> None:
    kept = packet()
    drawer.settle()
    row = ask(signed_in("reception"), packet_by_code, kept.code).row
    name, pdf = perform(signed_in("artist"), open_paper, kept.code)
    assert (name, hashlib.sha256(pdf).hexdigest()) == ("CS-0001.pdf", row.paper_sha256)
    assert verify(studio, pdf).state == "valid"
    (line,) = ask(signed_in("reception"), documents_of, Subject("client", kept.client_id))
    assert (line.title, line.readable, line.id) == ("CS-0001", False, row.document_id)
    with pytest.raises(Denied):
        perform(signed_in("reception"), open_paper, kept.code)


def test_a_paper_that_was_never_drawn_is_drawn_by_the_timer_once(
    studio: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studio.consent.drawer.draw_paper", lambda *_: None)
    kept = packet()
    drawer.settle()
    with pytest.raises(refusals.PaperIsNotReady):
        perform(signed_in("artist"), open_paper, kept.code)
    monkeypatch.undo()
    assert perform(timer("x"), draw_missing) == 1
    drawer.settle()
    assert perform(timer("x"), draw_missing) == 0
    first = perform(signed_in("artist"), open_paper, kept.code)
    draw_paper(studio, kept.id)
    other = seal(studio, draw(document_of(studio, ask(DRAWER, packet_to_draw, kept.id))), "again")
    perform(DRAWER, keep_paper, kept.id, other)
    assert perform(signed_in("artist"), open_paper, kept.code) == first


def test_the_paper_has_every_word_stroke_and_digest(studio: House) -> None:
    kept = packet(adult("Zoë <b>Ωmega</b>", language="pt-BR"))
    view = ask(DRAWER, packet_to_draw, kept.id)
    assert view.signed is not None
    paper = document_of(studio, view)
    assert (paper.code, paper.language, paper.title) == ("CS-0001", "pt-BR", "Consentimento para tatuagem")
    clauses = [block for block in paper.blocks if isinstance(block, Clause)]
    assert [clause.text for clause in clauses] == [
        one["text"] for one in blocks_of(view.signed["sheet"]["content"], "clause")
    ]
    assert all(clause.initials and clause.initials.strokes for clause in clauses)
    client, witness = (block for block in paper.blocks if isinstance(block, Signature))
    assert client.who == "Zoë <b>Ωmega</b>"
    assert client.ink is not None
    points = [list(point) for stroke in client.ink.strokes for point in stroke]
    assert points == [point for stroke in view.signed["signature"]["strokes"] for point in stroke]
    assert witness.role
    (evidence,) = (block for block in paper.blocks if isinstance(block, Evidence))
    told = " ".join(value for _, value in evidence.rows)
    assert view.entry is not None
    assert all(word in told for word in (kept.digest, view.part_digest, view.entry[1]))
    assert not re.search(r"\d{4}-\d\d-\d\dT", told), "people read moments, not machine text"
    assert "tattoo-adult" not in told + paper.footer
    assert draw(paper).startswith(b"%PDF")


def test_the_paper_carries_every_block_and_can_be_searched(studio: House, tmp_path: Path) -> None:
    publish_every_block()
    more: dict[str, Any] = {
        "questions": ANSWERS,
        "places": {"place": ["front.chest_left", "back.spine"]},
        "photos": {"skin": {"jpeg": jpeg()}},
    }
    kept = packet(adult("Rita Block"), **more)
    view = ask(DRAWER, packet_to_draw, kept.id)
    assert view.signed is not None
    paper = document_of(studio, view)
    (picture,) = (block for block in paper.blocks if isinstance(block, Picture))
    assert view.signed["photos"]["skin"]["sha256"] in picture.caption
    read = words_in(draw(paper), tmp_path)
    for told in ("About swollen?", "Monday", "2.5", "31 January 2026", "Drawn for me", "2. Spine", "Twice a day."):
        assert told in read
    (figures,) = (block for block in paper.blocks if isinstance(block, Figures))
    assert [one.title for one in figures.outlines] == ["Front view", "Back view"]
    assert [part.number for one in figures.outlines for part in one.parts if part.number] == [1, 2]


def test_the_drawer_listens_to_kept_packets() -> None:
    assert PacketKept in {kind for kind, _ in AREA.after}
