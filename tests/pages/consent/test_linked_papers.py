"""Which of the studio's papers were linked while somebody signed stands on the packet, by the title they had then."""

from __future__ import annotations

from pathlib import Path

from pages.consent.packet import draw as draw_packet
from studio.consent.paper import document_of
from studio.consent.queries.packets import packet_to_draw
from studio.documents.drawing import draw
from studio.documents.papers.actions import publish_paper
from studio.documents.papers.queries import paper
from studio.kernel.actor import rule
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.consents import packet
from tests.factories.papers import words_in
from tests.factories.people import signed_in
from tests.pages.clients.looking import looking


def publish(title: str) -> None:
    owner, content = signed_in("owner"), {"en": {"title": title, "lead": "", "body": f"{title}: little."}}
    perform(owner, publish_paper, "privacy", content, (), ask(owner, paper, "privacy").line.version)


async def test_the_paper_and_the_screen_name_the_edition_that_was_shown(studio: House, tmp_path: Path) -> None:
    publish("What we keep of you")
    kept = packet(papers="privacy:1:en")
    publish("What we keep now")
    drawn = draw(document_of(studio, ask(rule("papers"), packet_to_draw, kept.id)))
    assert "What we keep of you, edition 1" in " ".join(words_in(drawn, tmp_path).split())
    async with looking(signed_in("artist"), lambda: draw_packet(kept.code)) as user:
        await user.should_see("What we keep of you, edition 1")
