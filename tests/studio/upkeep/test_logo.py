"""The studio's logo: drawn anew, small, and the only attachment guests are ever shown."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from studio.consent.models import SignedPart
from studio.consent.paper import document_of
from studio.consent.queries.packets import packet_to_draw
from studio.documents.drawing import draw
from studio.extension.incoming import PictureIsEmpty, PictureIsTooLarge, PictureIsUnclear
from studio.kernel.actor import rule
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.upkeep.actions import change_setting
from studio.upkeep.logo import KEY, WIDEST, keep_logo, logo_bytes, read_logo
from studio.upkeep.refusals import LogoIsUnclear
from tests.factories.consents import packet
from tests.factories.people import signed_in


def picture(size: tuple[int, int] = (900, 300), kind: str = "PNG", margin: int = 0) -> bytes:
    """Red ink on nothing."""
    drawn = Image.new("RGBA", size)
    drawn.paste((180, 30, 20, 255), (margin, margin, size[0] - margin, size[1] - margin))
    out = BytesIO()
    (drawn if kind == "PNG" else drawn.convert("RGB")).save(out, kind)
    return out.getvalue()


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png), formats=("PNG",))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_any_usual_picture_becomes_a_small_png(kind: str) -> None:
    logo = opened(read_logo(picture((1800, 600), kind)))
    assert logo.size == (WIDEST, WIDEST // 3)
    assert not logo.info.get("exif")


def test_empty_margins_go_and_what_is_transparent_stays_so() -> None:
    half = Image.new("RGBA", (200, 100))
    half.paste((0, 0, 0, 255), (50, 20, 100, 60))
    half.paste((0, 0, 0, 90), (100, 20, 150, 60))
    out = BytesIO()
    half.save(out, "PNG")
    logo = opened(read_logo(out.getvalue()))
    assert (logo.size, logo.mode) == ((100, 40), "RGBA")


@pytest.mark.parametrize("upload", [b"", b"GIF89a", b"%PDF-1.7", picture()[:200], picture(margin=450)])
def test_what_is_no_picture_or_shows_nothing_is_refused(upload: bytes) -> None:
    with pytest.raises((PictureIsUnclear, PictureIsEmpty)):
        read_logo(upload)


def test_what_claims_to_be_huge_is_refused_before_it_is_unpacked() -> None:
    out = BytesIO()
    Image.new("1", (40_000, 40_000)).save(out, "PNG")
    with pytest.raises(PictureIsTooLarge):
        read_logo(out.getvalue())


def test_no_other_attachment_can_be_made_the_logo(studio: House) -> None:
    owner, secret = signed_in("owner"), studio.files.put(b"\xff\xd8\xff somebody's portrait")
    for value in (secret, "0" * 64, "../../linework.db"):
        with pytest.raises(LogoIsUnclear):
            perform(owner, change_setting, KEY, value)
    perform(owner, change_setting, KEY, keep_logo(studio, picture()))
    perform(owner, change_setting, KEY, "")
    assert studio.settings[KEY] == ""


def test_a_consent_keeps_the_logo_it_was_signed_under(studio: House) -> None:
    owner, first = signed_in("owner"), keep_logo(studio, picture())
    perform(owner, change_setting, KEY, first)
    kept = packet()
    perform(owner, change_setting, KEY, "")
    document = document_of(studio, ask(rule("papers"), packet_to_draw, kept.id))
    assert document.letterhead.logo == logo_bytes(studio, first)
    assert b"/Subtype /Image" in draw(document)
    with studio.db.writing() as session:
        part = session.get(SignedPart, kept.part_id)
        assert part is not None
        assert part.body is not None
        assert part.body["studio"]["logo"] == first
    studio.files.remove(first)
    assert draw(document_of(studio, ask(rule("papers"), packet_to_draw, kept.id))).startswith(b"%PDF-")
