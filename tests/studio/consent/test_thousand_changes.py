"""A thousand single changes to a packet are a thousand times detected, in whichever part they are made."""

from collections.abc import Callable
from random import Random

import pytest

from studio.consent.filing import PURPOSE
from studio.consent.models import Packet
from studio.consent.rules.sealing import why_broken
from studio.kernel.house import House
from tests.factories.consents import adult, packet
from tests.factories.guardians import packet_of_minor
from tests.factories.photos import jpeg
from tests.factories.texts import ANSWERS, publish_every_block
from tests.studio.consent.test_verifying import PACKETS, PARTS, changed_once, places, row_of


def rich() -> Packet:
    """A packet of a text with every kind of block."""
    publish_every_block()
    more = {"questions": ANSWERS, "places": {"place": ["back.spine"]}, "photos": {"skin": {"jpeg": jpeg()}}}
    return packet(adult("Rita Block"), **more)


@pytest.mark.parametrize("changes", [300, pytest.param(1000, marks=pytest.mark.long)])
@pytest.mark.parametrize(
    ("made", "kinds"),
    [
        (rich, {"answers", "questions", "places", "photos", "initials", "signature", "times", "identity", "sheet",
                "client", "witness", "consents", "read", "studio", "rules"}),
        (packet_of_minor, {"guardian", "overrides", "session", "signature", "times", "identity", "answers", "place"}),
    ],
    ids=["every block", "minor"],
)  # fmt: skip
def test_a_thousand_single_changes_are_a_thousand_times_detected(
    studio: House, made: Callable[[], Packet], kinds: set[str], changes: int
) -> None:
    """Every part gets its share, however few values it has beside the thousands of points of the strokes."""
    packet(adult("First"))
    kept = made()
    key, random = studio.derive(PURPOSE), Random(11)
    rows = {"packet": row_of(studio, PACKETS, kept.id), "part": row_of(studio, PARTS, kept.part_id)}
    with studio.db.reading() as connection:
        found = connection.execute(PACKETS.select().where(PACKETS.c.digest == kept.prev_digest)).one()
    previous = dict(found._mapping)
    assert why_broken(key, rows["packet"], rows["part"], previous) is None
    leaves = list(places(rows))
    shares = {kind: [place for place in leaves if kind in place] for kind in sorted(kinds)}
    assert [kind for kind, found in shares.items() if not found and kind != "overrides"] == []
    tried = [random.choice(share or leaves) for share in shares.values() for _ in range(changes // len(shares))]
    for place in [*tried, *(random.choice(leaves) for _ in range(changes - len(tried)))]:
        changed = changed_once(rows, place, random)
        assert why_broken(key, changed["packet"], changed["part"], previous), f"a change went unseen: {place}"
