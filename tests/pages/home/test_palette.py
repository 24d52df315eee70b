"""What the palette offers to whom."""

from components.palette import Palette
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.tattoo.actions import advance_piece
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.pieces import piece_for
from tests.factories.services import offered as offered_service
from tests.pages.desks import Open
from tests.patience import until


async def offered(open_at: Open, actor: Actor) -> set[str]:
    user = await open_at(actor)
    (palette,) = user.find(Palette).elements
    user.find(Palette).trigger("open", {"recent": []})
    await until(lambda: palette.props["entries"])
    return {one["to"] or one["act"] for one in palette.props["entries"]}


async def test_nobody_is_offered_what_they_may_not_reach(studio: House, open_at: Open) -> None:
    owner, viewer = await offered(open_at, signed_in("owner")), await offered(open_at, signed_in("viewer"))
    assert {"/audit", "/staff", "/settings#studio.name", "register", "/clients/new"} <= owner
    assert not viewer & {"/staff", "/settings#studio.name", "register", "/clients/new", "/inbox"}
    assert {"/", "/clients", "/profile", "theme", "/consent/templates", "/consent/templates/piercing"} <= viewer
    assert {"/documents/papers/privacy", "/documents/papers/aftercare-piercing"} <= viewer
    assert not [one for one in owner if "{" in one], "an address with a gap leads nowhere"


async def test_clients_are_found_by_name_and_code_and_remembered_as_they_are_called_now(
    studio: House, open_at: Open
) -> None:
    ana = on_file(signed_in("owner"), "Ana Pereira")
    user = await open_at(signed_in("reception"))
    (palette,) = user.find(Palette).elements
    for n, words in enumerate(("ana", ana.code), 1):
        user.find(Palette).trigger("ask", {"n": n, "q": words})
        await until(lambda n=n: palette.props["answer"]["n"] == n)
        assert [hit["to"] for hit in palette.props["answer"]["hits"]] == [f"/clients/{ana.code}"]
    user.find(Palette).trigger(
        "open", {"recent": [f"/clients/{ana.code}", "/inbox", "/clients/CL-9999", "//elsewhere"]}
    )
    await until(lambda: palette.props["recent"])
    assert [one["title"] for one in palette.props["recent"]] == ["Ana Pereira", "Inbox"]


async def test_an_unknown_consent_code_is_no_trouble(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("owner"))
    (palette,) = user.find(Palette).elements
    user.find(Palette).trigger("ask", {"n": 1, "q": "cs-4711"})
    await until(lambda: palette.props["answer"]["n"] == 1)
    assert palette.props["answer"]["hits"] == []


async def test_services_are_sought_by_name_or_code_and_opened(studio: House, open_at: Open) -> None:
    offered_service(signed_in("owner"), "Cover-up")
    user = await open_at(signed_in("reception"))
    (palette,) = user.find(Palette).elements
    user.find(Palette).trigger("open", {"recent": ["/catalog/SV-0001"]})
    await until(lambda: palette.props["entries"])
    found = [one for one in palette.props["entries"] if one["to"] == "/catalog/SV-0001"]
    assert [(one["title"], one["code"], one["words"], one["sought"]) for one in found] == [
        ("Cover-up", "SV-0001", "SV-0001", True)
    ]
    assert "/catalog/new" not in {one["to"] for one in palette.props["entries"]}
    assert [one["title"] for one in palette.props["recent"]] == ["Cover-up"]


async def test_pieces_under_way_are_sought_by_title_and_any_piece_by_its_code(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    done, under_way = piece_for(owner), piece_for(owner, title="Fern")
    perform(owner, advance_piece, done.id, "dropped", "No answer")
    user = await open_at(signed_in("artist"))
    (palette,) = user.find(Palette).elements
    user.find(Palette).trigger("open", {"recent": ["/pieces/PC-0002"]})
    await until(lambda: palette.props["entries"])
    found = [one for one in palette.props["entries"] if one["to"].startswith("/pieces/PC-")]
    assert [(one["title"], one["to"]) for one in found] == [("Fern", f"/pieces/{under_way.code}")]
    user.find(Palette).trigger("ask", {"n": 1, "q": "pc0001"})
    await until(lambda: palette.props["answer"]["n"] == 1)
    assert [hit["to"] for hit in palette.props["answer"]["hits"]] == ["/pieces/PC-0001"]
