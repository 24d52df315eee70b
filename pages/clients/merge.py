"""Two files side by side, field by field, about to become one."""

from __future__ import annotations

from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.frame import frame, head
from components.app.marks import face
from components.app.moments import here, show_date
from components.app.perform import act, look
from components.app.text import text
from components.compare import Compare, Pair
from components.pickers.picker import Choice, Picker
from pages.clients.handover import leave_word
from pages.clients.pairs import address
from pages.clients.showing import LABELS, field_text, photo_address
from studio.clients.actions import merge_clients, unmerge_clients
from studio.clients.queries import ClientCard, Joining, find_clients, joining_of
from studio.clients.rules.joining import JOINED, JoinField
from studio.kernel.text import N_, t

MOVES = N_("Signed consents, ticked consents, health answers, forms and history of both are read as one.")


async def draw(kept: str, other: str) -> None:
    """The screen `/clients/duplicates/{kept}/{other}`."""
    screen = MergeScreen(await look(joining_of, kept, other))
    with frame(t("Merge two files"), active="/clients", under=[(t("On file twice?"), "/clients/duplicates")]):
        note = t("What is chosen stays on the file of {name}.", name=screen.kept.name)
        with head(t("Merge two files"), note).end:
            button(t("Keep the other file"), icon="refresh", to=address(other, kept))
        with ui.element("div").classes("body merge-screen"):
            screen.draw()


class MergeScreen:
    """Both files, what differs, and the act."""

    compare: Compare | None = None

    def __init__(self, joining: Joining) -> None:
        self.kept, self.other, self.plan = joining.kept, joining.other, joining.plan

    def draw(self) -> None:
        with ui.element("div").classes("pair-sides"):
            _who(self.kept, t("Stays"))
            _who(self.other, t("Is merged into it"))
        pairs = [pair_of(entry) for entry in self.plan if entry.differs]
        if pairs:
            heads = (self.kept.code, self.other.code)
            self.compare = Compare(pairs, heads=heads, nothing=t("empty"))
        else:
            text(t("All details are the same."), "second", "p")
        text(t(MOVES), "small second prose", "p")
        text(t("{code} is archived and leads here. Undo brings both back.", code=self.other.code), "small second", "p")
        with ui.element("div").classes("line wrap"):
            button(t("Merge into {name}", name=self.kept.name), self._merge, kind="primary", icon="merge", key="a")
            button(t("Cancel"), to="/clients/duplicates", kind="bare")

    async def _merge(self) -> None:
        kept, other = self.kept, self.other
        choices = dict(self.compare.taken) if self.compare else {}
        done = await act(merge_clients, kept.id, other.id, choices, kept.version, other.version)
        if done is not None:
            said = t("{code} is now part of {name}'s file.", code=other.code, name=kept.name)
            leave_word(said, partial(act, unmerge_clients, done.id))
            ui.navigate.to(f"/clients/{kept.code}")


def pair_of(entry: JoinField) -> Pair:
    """The field as the comparison shows it."""
    both = t("Keep both") if entry.field in JOINED and entry.ours else ""
    return Pair(entry.field, t(LABELS[entry.field]), _told(entry, entry.ours), _told(entry, entry.theirs),
                entry.suggested, both)  # fmt: skip


def _told(entry: JoinField, value: Any) -> str:
    if entry.field == "photo":
        return t("a photo") if value else ""
    return field_text(entry.field, value)


def _who(row: Any, part: str) -> None:
    with ui.element("div").classes("pair-side panel"):
        face(row.name, photo_address(row.code, row.photo_small), size="m")
        with ui.element("span").classes("grow stack tight"):
            text(part, "small quiet")
            text(row.name, "strong cut")
            text(t("{code}, since {day}", code=row.code, day=show_date(here(row.created_at).date())), "small second")


async def choose_other(card: ClientCard) -> None:
    """Ask who else this client is, then compare the two."""

    async def search(words: str) -> list[Choice]:
        hits = await look(find_clients, words)
        return [Choice(str(hit.id), hit.title, hit.subtitle, hit.code) for hit in hits if hit.code != card.code]

    def chosen(choice: Choice | None) -> None:
        if choice:
            ui.navigate.to(address(card.code, choice.code))

    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Who else is {name}?", name=card.name), "", "h2")
        text(t("Both files are compared before anything changes."), "second", "p")
        Picker(t("Client"), search, placeholder=t("Name, phone, e-mail or code"), on_change=chosen)
        with ui.element("div").classes("acts"):
            button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Who else is {name}?", name=card.name)
    dialog.on("hide", dialog.delete, args=[])
    dialog.open()
