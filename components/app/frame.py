"""The shell around every screen of the desk: rail, top bar, bottom bar on phones, banner and toasts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from nicegui import Client, ui
from nicegui.element import Element

from components.app import assets, icons
from components.app.marks import initials
from components.app.who import FORM_FIELD, current_actor, form_token
from components.pickers.search_box import Choice, SearchBox
from studio.kernel.actor import Actor
from studio.kernel.permissions import ROLES
from studio.kernel.text import language, t

Search = Callable[[str], Awaitable[Sequence[Choice]]]


@dataclass(frozen=True)
class Item:
    """A room in the rail. `hot` counts are news; others are only figures. `key` is a shortcut such as `g c`."""

    title: str
    icon: str
    to: str
    count: str = ""
    hot: bool = False
    key: str = ""
    group: str = ""


@dataclass(frozen=True)
class Bell:
    """Where news waits, and how many."""

    to: str
    label: str
    count: int = 0


@dataclass(frozen=True)
class Shell:
    """What the frame shows besides the screen itself."""

    studio: str
    menu: Sequence[Item]
    bell: Bell | None = None
    news: Callable[[], object] | None = None
    """Draws the panel under the bell; without it the bell is a link."""
    foot: Sequence[tuple[str, str]] = ()  # (kind of mark, word)
    search: Search | None = None
    profile: str = ""
    role: str = ""
    sign_out: str = "/logout"
    tools: Callable[[], object] | None = None
    placeholder: str = ""
    banners: Callable[[], object] | None = None
    """Draws what lasts, above the screen."""


Furnisher = Callable[[Actor], Shell]
_furnisher: list[Furnisher] = []
_frames: WeakKeyDictionary[Client, Frame] = WeakKeyDictionary()


class Frame(Element, component="frame.js"):
    """Use as a context manager; what is drawn inside is the screen."""

    def __init__(self, shell: Shell, *, active: str, under: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        _leave_main_to_us(self)
        self.shell = shell
        self._props.update(_props(shell, active))
        self._props["trail"] = _trail(shell, active, self.client.request.url.path, under)
        with self.add_slot("search"):
            if shell.search:
                box = SearchBox(shell.search, placeholder=shell.placeholder or t("Client, phone, code"))
                box.props.update({"data-key": "/", "data-word": t("Search")})
        if shell.bell and shell.news:
            with self.add_slot("bell"):
                shell.news()
        if shell.tools:
            with self.add_slot("tools"):
                shell.tools()
        if shell.banners:
            with self.add_slot("banners"):
                shell.banners()
        self.toasts = self.add_slot("toasts")
        _frames[self.client] = self

    def count(self, to: str, count: str, *, hot: bool = False) -> None:
        """Change the figure beside a room."""
        self._props["menu"] = [
            item | {"count": count, "hot": hot} if item["to"] == to else item for item in self._props["menu"]
        ]

    def ring(self, count: int) -> None:
        """Change the figure on the bell."""
        if self._props["bell"]:
            self._props["bell"] = self._props["bell"] | {"count": count}

    def say(self, foot: Sequence[tuple[str, str]]) -> None:
        """Change the lines at the foot of the rail."""
        self._props["foot"] = _lines(foot)

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        return [self.shell.studio, *(item["title"] for item in self._props["menu"])]


def furnish(furnisher: Furnisher) -> None:
    """Say once what every frame holds for an actor: menu, counts, search."""
    _furnisher[:] = [furnisher]


def frame(title: str, *, active: str = "", under: Sequence[tuple[str, str]] = ()) -> Frame:
    """The shell for the person who opened this page: `with frame(t("Clients"), active="/clients"): …`.

    A screen below its room's own shows the way back up; `under` names steps (title, address) between the two.
    """
    ui.page_title(f"{title} · Linework")
    return Frame(_furnisher[0](current_actor()), active=active, under=under)


def frame_here() -> Frame | None:
    """The frame of the page that is being drawn or acted on, if it has one."""
    return _frames.get(ui.context.client)


@dataclass
class Head:
    """The head of a screen: `words` holds title and note, `end` the acts; both can be drawn into."""

    words: Element
    end: Element
    note: Element | None = field(default=None)


def head(title: str, note: str = "") -> Head:
    """Title, one line below it, and room for the acts: `with head(t("Clients")).end: button(…)`."""
    with ui.element("div").classes("head"):
        with ui.element("div").classes("words") as words:
            _text("h1", title)
            line = _text("p", note) if note else None
        end = ui.element("div").classes("end")
    return Head(words, end, line)


def _leave_main_to_us(element: Element) -> None:
    """NiceGUI draws a <main> around everything; ours is the one that holds the screen alone."""
    for ancestor in element.ancestors():
        if ancestor.tag == "q-page":
            ancestor.tag = "div"


def _text(tag: str, words: str) -> Element:
    from nicegui.elements.mixins.text_element import TextElement

    return TextElement(tag=tag, text=words)


def _props(shell: Shell, active: str) -> Mapping[str, Any]:
    actor = current_actor()
    role = shell.role or t(ROLES.get(actor.role, ""))
    return {
        "studio": shell.studio,
        "menu": [asdict(item) for item in shell.menu],
        "active": active,
        "bell": {**asdict(shell.bell), "panel": shell.news is not None} if shell.bell else None,
        "foot": _lines(shell.foot),
        "who": {"name": actor.name, "role": role, "initials": initials(actor.name), "to": shell.profile},
        "token": {"action": shell.sign_out, "name": FORM_FIELD, "value": form_token()},
        "art": {"icons": icons.sprite_address(), "drawings": assets.address("drawings.svg")},
        "words": _words(),
    }


def _trail(shell: Shell, active: str, path: str, under: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    """Where this screen stands: its room, unless it is the room's own first screen, then what lies between."""
    room = [(item.title, item.to) for item in shell.menu if item.to == active and path != active]
    return [{"title": title, "to": to} for title, to in (*room, *under)]


def _lines(foot: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"kind": kind, "word": word} for kind, word in foot]


def _words() -> Mapping[str, Any]:
    return {
        "lang": language(),
        "skip": t("Skip to the content"),
        "rooms": t("Rooms"),
        "trail": t("Where this stands"),
        "more": t("More"),
        "fresh": t("new"),
        "theme": t("Theme"),
        "light": t("Switch to light"),
        "dark": t("Switch to dark"),
        "profile": t("Your account"),
        "close": t("Close"),
        "signOut": t("Sign out"),
        "keys": t("Keyboard shortcuts"),
        "tick": t("Tick"),
        "ends": t("First or last row"),
        "find": t("Find or do anything"),
        "everywhere": t("Everywhere"),
        "goto": t("Go to"),
        "here": t("On this page"),
        "lists": t("In lists"),
        "move": t("Row by row"),
        "turn": t("Page by page"),
        "open": t("Open"),
        "save": t("Save"),
        "offline": t("Connection lost. What you typed is still here."),
        "themes": {"system": t("System"), "light": t("Light"), "dark": t("Dark")},
    }
