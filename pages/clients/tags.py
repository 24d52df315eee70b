"""The studio's tags: how many carry each, its colour, another name, or none at all."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from nicegui import ui

from components.app.button import button, icon_button
from components.app.dialogs import answer
from components.app.drawings import drawing
from components.app.feedback import confirm, toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.marks import tag
from components.app.perform import act, attempt, look
from components.app.text import text
from components.form import Form, text_field
from studio.clients import facts
from studio.clients.actions import Renamed, colour_tag, remove_tag, rename_tag, tag_clients, undo_rename
from studio.clients.choosing import Chosen
from studio.clients.queries import TagUse, tag_uses
from studio.kernel.text import N_, nt, t

SHOWN = (facts.ClientsTagged, facts.TagColoured, facts.ClientEdited, facts.ClientCreated)
PIGMENTS = (N_("Plain"), N_("Oxide"), N_("Ochre"), N_("Sap"), N_("Blue"), N_("Madder"), N_("Graphite"))


async def draw() -> None:
    """The screen `/clients/tags`."""
    sheet = TagSheet(await look(tag_uses))
    with frame(t("Tags"), active="/clients"):
        head(t("Tags"), t("Words of the studio's own, put on clients."))
        with ui.element("div").classes("body narrow"):
            sheet.draw()
    live(SHOWN, do=Gathering(sheet.follow))


class TagSheet:
    """All tags, one line each."""

    def __init__(self, uses: list[TagUse]) -> None:
        self.uses = uses

    @ui.refreshable_method
    def draw(self) -> None:
        if not self.uses:
            with ui.element("div").classes("empty"):
                drawing("lens")
                text(t("No tags yet"), "", "h2")
                text(t("Tick clients in the list and put a tag on them, or type one on a client's form."), "", "p")
        with ui.element("div").classes("ruled tag-sheet"):
            for use in self.uses:
                self._line(use)

    async def follow(self, _: list[Any]) -> None:
        """Somebody changed tags: draw what is there now."""
        uses = await look(tag_uses)
        if uses != self.uses:
            self.uses = uses
            self.draw.refresh()

    def _line(self, use: TagUse) -> None:
        with ui.element("div").classes("line tag-line"):
            with ui.element("span").classes("grow line"):
                tag(use.tag, use.pigment)
                link = text(nt("{n} client", "{n} clients", use.count), "small link", "a")
                link.props["href"] = f"/clients?{urlencode({'tag': use.tag})}"
            self._colours(use)
            button(t("Rename"), partial(self._rename, use), kind="bare", icon="edit").props["aria-label"] = t(
                "Rename {tag}", tag=use.tag
            )
            icon_button("trash", t("Remove {tag} from all clients", tag=use.tag), partial(self._remove, use))

    def _colours(self, use: TagUse) -> None:
        with icon_button("drop", t("Colour of {tag}", tag=use.tag)), ui.menu():
            for number, name in enumerate(PIGMENTS):
                with ui.menu_item(on_click=partial(act, colour_tag, use.tag, number)).props("role=menuitem"):
                    tag(t(name), number)

    async def _rename(self, use: TagUse) -> None:
        done = await self._ask(use)
        if done is None or done.old == done.new:
            return
        if done.both:
            said = t("{old} and {new} are one tag now.", old=done.old, new=done.new)
        else:
            said = t("{old} is called {new} now.", old=done.old, new=done.new)
        toast(said, partial(act, undo_rename, done))

    async def _ask(self, use: TagUse) -> Renamed | None:
        done: list[Renamed] = []
        with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
            text(t("Rename {tag}", tag=use.tag), "", "h2")
            text(t("A name that is in use makes the two one tag."), "second", "p")

            async def save(values: dict[str, Any]) -> bool | None:
                renamed = await attempt(rename_tag, form, use.tag, values["tag"])
                if renamed is None:
                    return None
                done.append(renamed)
                dialog.submit(True)
                return True

            with Form(save) as form:
                field = text_field(t("New name"), use.tag, required=True)
                form.field("tag", field.set_autocomplete([one.tag for one in self.uses])).props("autofocus")
                with form.acts(t("Rename the tag")):
                    button(t("Cancel"), dialog.close)
        dialog.props["aria-label"] = t("Rename {tag}", tag=use.tag)
        await answer(dialog)
        return done[0] if done else None

    async def _remove(self, use: TagUse) -> None:
        title = t("Remove “{tag}” from all clients?", tag=use.tag)
        body = nt(
            "{n} client carries it. Nothing else changes.", "{n} clients carry it. Nothing else changes.", use.count
        )
        if not await confirm(title, body, t("Remove the tag"), stop=True):
            return
        ids = await act(remove_tag, use.tag)
        if ids is not None:
            chosen = Chosen(ids=tuple(ids))
            toast(t("“{tag}” is removed.", tag=use.tag), partial(act, tag_clients, chosen, use.tag))
