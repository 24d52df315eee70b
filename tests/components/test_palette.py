"""The command palette without a browser: what is asked, when, and what is not believed."""

from collections.abc import Sequence
from typing import Any

from components.palette import Entry, Palette
from components.palette.palette import Offer
from components.pickers.search_box import Choice
from tests.patience import until

INBOX = Entry("go/inbox", "Inbox", to="/inbox", icon="inbox", group="Go to")
ANA = Choice("1", "Ana Pereira", to="/clients/CL-0001")


class Desk:
    """What was asked of the studio."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    async def entries(self) -> Sequence[Entry]:
        self.asked.append("entries")
        return [INBOX]

    async def search(self, query: str) -> Sequence[Choice]:
        self.asked.append(query)
        return [ANA] if query in "ana" else []

    async def recall(self, addresses: Sequence[str]) -> Sequence[Choice]:
        self.asked.append(list(addresses))
        return [ANA]

    def draw(self) -> None:
        acts = {"register": lambda: self.asked.append("registered")}
        Palette(Offer(self.entries, self.search, self.recall, "Clients", acts), who="nell")


async def opened(open_page: Any, desk: Desk) -> tuple[Any, Palette]:
    user = await open_page(desk.draw)
    (palette,) = user.find(Palette).elements
    return user, palette


async def test_nothing_is_asked_before_it_opens_and_the_rest_only_once(open_page: Any) -> None:
    desk = Desk()
    user, palette = await opened(open_page, desk)
    assert desk.asked == []
    user.find(Palette).trigger("open", {"recent": []})
    await until(lambda: palette.props["entries"])
    user.find(Palette).trigger("open", {"recent": ["/clients/CL-0001", 7]})
    await until(lambda: palette.props["recent"])
    assert desk.asked == ["entries", ["/clients/CL-0001"]], "what is no address is left out"


async def test_one_keystroke_is_one_question(open_page: Any) -> None:
    desk = Desk()
    user, palette = await opened(open_page, desk)
    user.find(Palette).trigger("ask", {"n": 1, "q": "an"})
    await until(lambda: palette.props["answer"]["n"] == 1)
    assert [hit["title"] for hit in palette.props["answer"]["hits"]] == ["Ana Pereira"]
    assert desk.asked == ["an"]


async def test_only_declared_acts_are_done(open_page: Any) -> None:
    desk = Desk()
    user, _ = await opened(open_page, desk)
    user.find(Palette).trigger("act", "sell the studio")
    user.find(Palette).trigger("act", "register")
    await until(lambda: desk.asked == ["registered"])
