"""Filters kept under a name: chosen from a menu beside the list, kept and let go there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

from nicegui import ui

from components.app.button import button, icon_button, lasting
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.live import live
from components.app.perform import act, attempt, look
from components.app.text import text
from components.form import Form, check_field, text_field
from components.table import Wanted
from studio.clients import facts
from studio.clients.actions import drop_view, keep_view
from studio.clients.queries import KeptView, views_of
from studio.extension.registry import may
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.text import t


class Views:
    """The menu of kept filters."""

    def __init__(self, actor: Actor, kept: list[KeptView], wanted: Callable[[], Wanted]) -> None:
        self.actor, self.kept, self.wanted = actor, kept, wanted
        self.all = house().rights.scope(actor, "clients.view.keep") == "all"

    def draw(self) -> None:
        """A button beside the filters, with a menu that follows what is kept elsewhere."""
        with button(t("Views"), icon="star", kind="bare"):
            self.menu = ui.menu().props("anchor='bottom right' self='top right'")
        self._fill()
        live((facts.ViewKept, facts.ViewDropped), do=self._again)

    async def _again(self, _: object) -> None:
        self.kept = await look(views_of)
        self._fill()

    def _fill(self) -> None:
        self.menu.clear()
        with self.menu:
            for view in self.kept:
                self._line(view)
            if not self.kept:
                text(t("No views kept yet. Narrow the list, then keep it here."), "small quiet views-none", "p")
            if may(self.actor, "clients.view.keep", house().rights):
                ui.menu_item(t("Keep this view…"), lasting(self._keep)).props("role=menuitem")

    def _line(self, view: KeptView) -> None:
        with ui.element("div").classes("view-line"):
            made = text(view.name, "pick grow cut", "a")
            made.props["href"] = address_of(view.wanted)
            made.props["role"] = "menuitem"
            if not view.mine:
                text(t("by {name}", name=view.by_name), "small quiet nowrap")
            elif view.shared:
                text(t("shared"), "small quiet nowrap")
            if view.mine or self.all:
                icon_button("close", t("Remove the view {name}", name=view.name), partial(self._drop, view))

    async def _drop(self, view: KeptView) -> None:
        if await act(drop_view, view.id) and view.mine:
            back = partial(act, keep_view, view.name, view.wanted, view.shared)
            toast(t("The view {name} is removed.", name=view.name), back)

    async def _keep(self) -> None:
        wanted = asked_view(self.wanted())
        with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
            text(t("Keep this view"), "", "h2")
            text(t("Words, filters and order of the list as they are now."), "second", "p")

            async def save(values: dict[str, Any]) -> bool | None:
                done = await attempt(keep_view, form, values["name"], wanted, bool(values["shared"]))
                if done is None:
                    return None
                dialog.submit(done.name)
                return True

            with Form(save) as form:
                form.field("name", text_field(t("Name"), required=True)).props("autofocus")
                form.field("shared", check_field(t("For everybody in the studio")))
                with form.acts(t("Keep the view")):
                    button(t("Cancel"), dialog.close)
        dialog.props["aria-label"] = t("Keep this view")
        name = await answer(dialog)
        if name:
            toast(t("The view {name} is kept.", name=name))


def asked_view(wanted: Wanted) -> dict[str, str]:
    """What of the list is worth keeping: words, order and filters."""
    sort = ("-" if wanted.descending else "") + wanted.sort if wanted.sort else ""
    return {key: value for key, value in {"q": wanted.q, "sort": sort, **wanted.filters}.items() if value}


def address_of(wanted: Mapping[str, Any]) -> str:
    """The list as a view keeps it."""
    return "/clients" + (f"?{urlencode(dict(wanted))}" if wanted else "")
