"""Acts on all clients that are ticked, or on all that a filter finds: asked once, done as one, taken back as one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import confirm, toast
from components.app.perform import act, look
from components.app.text import text
from components.form import Form, choice_field, text_field
from studio.clients.actions import archive_clients, restore_clients, tag_clients, untag_clients
from studio.clients.choosing import Chosen
from studio.clients.queries import tags_in_use
from studio.kernel.text import nt, t
from studio.kernel.work import Action

Export = Callable[[str, Chosen], Awaitable[None]]


class Many:
    """What may be done with many clients at once."""

    def __init__(self, export: Export) -> None:
        self._export = export

    async def do(self, name: str, chosen: Chosen, count: int) -> None:
        """One of the list's bulk acts, by its name."""
        if name == "tag":
            await self._tag(chosen, count)
        elif name == "untag":
            await self._untag(chosen, count)
        elif name in ("archive", "restore"):
            await self._move(name, chosen, count)
        elif name == "export":
            await self._take_out(chosen, count)

    async def _tag(self, chosen: Chosen, count: int) -> None:
        known = await look(tags_in_use)
        title = nt("Put a tag on {n} client", "Put a tag on {n} clients", count)

        def field() -> Any:
            return text_field(t("Tag"), required=True).set_autocomplete(known)

        tag = await _ask(title, t("Put the tag on"), field)
        if not tag:
            return
        changed = await act(tag_clients, chosen, tag)
        if changed is None:
            return
        said = nt("{n} client now carries “{tag}”.", "{n} clients now carry “{tag}”.", len(changed), tag=tag)
        toast(said, _back(untag_clients, changed, tag))

    async def _untag(self, chosen: Chosen, count: int) -> None:
        known = await look(tags_in_use)
        title = nt("Take a tag off {n} client", "Take a tag off {n} clients", count)

        def field() -> Any:
            return choice_field(t("Tag"), {tag: tag for tag in known}, required=True, searched=True)

        tag = await _ask(title, t("Take the tag off"), field)
        if not tag:
            return
        changed = await act(untag_clients, chosen, tag)
        if changed is None:
            return
        said = nt("“{tag}” was taken off {n} client.", "“{tag}” was taken off {n} clients.", len(changed), tag=tag)
        toast(said, _back(tag_clients, changed, tag))

    async def _move(self, name: str, chosen: Chosen, count: int) -> None:
        away = name == "archive"
        if chosen.ids is None and not await _sure(away, count):
            return
        done = await act(archive_clients if away else restore_clients, chosen)
        if not done:
            return
        said = (
            nt("Archived {n} client.", "Archived {n} clients.", len(done))
            if away
            else nt("Restored {n} client.", "Restored {n} clients.", len(done))
        )
        toast(said, _back(restore_clients if away else archive_clients, done))

    async def _take_out(self, chosen: Chosen, count: int) -> None:
        with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
            title = nt("Take {n} client out as a file", "Take {n} clients out as a file", count)
            text(title, "", "h2")
            text(t("Who took it, and how many, is written in the journal."), "second", "p")
            with ui.element("div").classes("acts"):
                button(t("Cancel"), dialog.close)
                for kind in ("csv", "xlsx", "pdf"):
                    button(kind.upper(), lambda kind=kind: dialog.submit(kind), icon="download")
        dialog.props["aria-label"] = title
        kind = await answer(dialog)
        if kind:
            await self._export(str(kind), chosen)


def _back(verb: Action[..., Any], ids: Sequence[UUID], *more: Any) -> Callable[[], Awaitable[Any]] | None:
    """The way back for exactly those; none where nothing was changed."""
    return (lambda: act(verb, Chosen(ids=tuple(ids)), *more)) if ids else None


async def _sure(away: bool, count: int) -> bool:
    if away:
        title = nt("Archive {n} client?", "Archive {n} clients?", count)
        return await confirm(title, t("They leave the lists; everything stays on file."), t("Archive them all"))
    title = nt("Restore {n} client?", "Restore {n} clients?", count)
    return await confirm(title, t("They stand in the lists again."), t("Restore them all"))


async def _ask(title: str, words: str, field: Callable[[], Any]) -> str:
    """One word for all of them, or nothing when somebody would rather not."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(title, "", "h2")

        async def save(values: dict[str, Any]) -> bool:
            dialog.submit(" ".join(str(values["tag"] or "").lower().split()))
            return True

        with Form(save) as form:
            form.field("tag", field()).props("autofocus")
            with form.acts(words):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = title
    return str(await answer(dialog) or "")
