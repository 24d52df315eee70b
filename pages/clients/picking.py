"""A field for a client: somebody on file, or a new name, which is put on file by choosing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from components.app.feedback import toast
from components.app.perform import act
from components.app.who import current_actor
from components.pickers.picker import Choice, Picker
from pages.furnishing import search
from studio.clients.actions import archive_client, create_client
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t

Chosen = Callable[[Choice | None], Any]
EDIT = "clients.client.edit"
NEW = "new"
SHORTEST = 3
"""Letters from which what is typed may be a name."""


class ClientPicker(Picker):
    """Finds clients while one types; whoever may put somebody on file is offered that, too."""

    def __init__(
        self, *, choice: Choice | None = None, on_change: Callable[[Choice | None], Any] | None = None
    ) -> None:
        super().__init__(
            t("Client"), self._find, choice=choice, placeholder=t("Name, phone or code"), on_change=on_change
        )
        self._name = ""

    async def _find(self, query: str) -> list[Choice]:
        found, name = await search(query), " ".join(query.split())
        if not _is_name(name) or any(one.title.casefold() == name.casefold() for one in found):
            return found
        self._name = name
        return [*found, Choice(NEW, t("Put {name} on file", name=name), t("A new client"), icon="plus")]

    async def _picked(self, choice: Choice | None) -> None:
        await super()._picked(await self._put_on_file() if choice and choice.id == NEW else choice)

    async def _put_on_file(self) -> Choice | None:
        client = await act(create_client, {"name": self._name})
        if client is None:
            return None
        toast(
            t("{name} is on file as {code}.", name=client.name, code=client.code),
            lambda: act(archive_client, client.id),
        )
        return Choice(str(client.id), client.name, code=client.code)


def _is_name(typed: str) -> bool:
    letters = sum(one.isalpha() for one in typed)
    return (
        letters >= SHORTEST and not any(one.isdigit() for one in typed) and may(current_actor(), EDIT, house().rights)
    )
