"""A place for files: says what it takes, shows how far each one is, and what is wrong with the one that is refused."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from typing import Any

import structlog
from nicegui import run
from nicegui.element import Element

from components.app import icons
from components.app.hearing import hear
from components.app.who import current_actor
from components.files.arriving import Handed, gathered, wait_at_address
from storage.errors import StorageFault
from storage.spool import Spool
from studio.extension.incoming import Allowed, check_kind, made_safe
from studio.kernel.house import house
from studio.kernel.incidents import happened, trouble_of
from studio.kernel.refusal import Refusal
from studio.kernel.text import language, nt, speaking, t

Take = Callable[[Handed], Awaitable[Any]]
log = structlog.get_logger(__name__)
MOST_FILES = 20


class FileField(Element, component="file_field.js"):
    """`FileField(take)` hands over each file as it arrives; a Refusal raised by `take` is said beside the file.

    Without `take` files are made safe (`made_safe`) and stay in `value` until they are removed or the page goes, so
    that a form can keep them when it is saved. `side` lets the browser make large photos smaller before they travel;
    `facing` is `user` for faces, `environment` for things.
    """

    def __init__(
        self,
        take: Take | None = None,
        *,
        label: str,
        allowed: Allowed | None = None,
        several: bool = False,
        side: int = 0,
        facing: str = "environment",
    ) -> None:
        super().__init__()
        self.owner, self.allowed = current_actor(), allowed or Allowed()
        self.value: tuple[Handed, ...] = ()
        self._take, self._several = take, several
        self._changed: list[Callable[[], Any]] = []
        hear(self, "removed", self._removed, str)
        self._props.update(
            {
                "url": wait_at_address(self),
                "icons": icons.sprite_address(),
                "words": _words() | {"title": label, "allowed": self.allowed.told(), "large": self._too_large()},
                "accept": self.allowed.accept,
                "most": self.allowed.bytes,
                "several": several,
                "keeps": take is None,
                "camera": self.allowed.pictures,
                "side": side,
                "facing": facing,
            }
        )

    def on_value_change(self, do: Callable[[], Any]) -> None:
        """Told whenever a file was kept or removed."""
        self._changed.append(do)

    def complain(self, text: str) -> None:
        """Show what to mend about the field as a whole; empty text takes it away."""
        self._props["error"] = text

    def clear_files(self) -> None:
        """Forget what was handed in, here and on the screen: it has been kept elsewhere."""
        self._set(())
        self.run_method("clear")

    async def receive(self, name: str, pieces: AsyncIterator[bytes]) -> dict[str, Any]:
        """One file on its way in; gives what its line on the screen shows then."""
        with self.parent_slot or self:
            try:
                spool = await gathered(pieces, self.allowed.bytes, self.allowed.most)
                return await self._look_at(name, spool)
            except Refusal as refusal:
                return {"said": refusal.text()}
            except StorageFault as fault:
                return {"said": t(fault.sentence)}
            except Exception as error:
                code = happened(trouble_of(error))
                log.exception("incident", code=code)
                return {"said": t("This file could not be taken in. Code {code} is in the log.", code=code)}

    async def _look_at(self, name: str, spool: Spool) -> dict[str, Any]:
        if self.is_deleted:
            spool.close()
            return {}
        if self._take is None:
            return await self._keep(name, spool)
        handed = Handed(name, "", spool)
        try:
            handed.whole = await asyncio.to_thread(spool.read)
            handed.kind = check_kind(handed.whole, self.allowed)
            await self._take(handed)
        finally:
            handed.close()
        return {"kind": handed.kind}

    async def _keep(self, name: str, came: Spool) -> dict[str, Any]:
        """The file as it may be kept, encrypted again until somebody asks for it."""
        try:
            handed = await run.io_bound(self._made_safe, name, came, language())
        finally:
            came.close()
        if handed is None:  # the house is closing
            return {}
        if self.is_deleted or len(self.value) >= MOST_FILES:
            handed.close()
            return {"said": t("No more than {n} files at once.", n=MOST_FILES)}
        self._set((*self.value, handed) if self._several else (handed,))
        return {"id": handed.id, "kind": handed.kind, "pages": _pages(handed.pages)}

    def _made_safe(self, name: str, came: Spool, tongue: str) -> Handed:
        """In a worker thread: opened, drawn anew, sealed and laid down."""
        with speaking(tongue):
            safe = made_safe(came.read(), self.allowed)
        spool = Spool(house().folder.files)
        spool.add(safe.data)
        return Handed(name, safe.kind, spool, safe.pages, safe.small)

    def _removed(self, wanted: str) -> None:
        self._set(tuple(one for one in self.value if one.id != wanted))

    def _set(self, files: tuple[Handed, ...]) -> None:
        gone = [one for one in self.value if one not in files]
        self.value = files
        for one in gone:
            one.close()
        for told in self._changed:
            told()

    def _too_large(self) -> str:
        return t("This file is larger than {n} MB.", n=self.allowed.most)

    def _handle_delete(self) -> None:
        with suppress(OSError):
            for one in self.value:
                one.close()
        super()._handle_delete()

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        words = self._props["words"]
        return [words["title"], words["allowed"], self._props.get("error", "")]


def _pages(number: int) -> str:
    return nt("{n} page", "{n} pages", number) if number else ""


def _words() -> dict[str, str]:
    return {
        "choose": t("Choose a file"),
        "choose_several": t("Choose files"),
        "take": t("Take a photo"),
        "snap": t("Take it"),
        "stop": t("Close the camera"),
        "which": t("Camera"),
        "view": t("What the camera sees"),
        "waiting": t("Waits"),
        "sending": t("Sending, {n} %"),
        "looking": t("Being looked at…"),
        "done": t("Ready"),
        "remove": t("Remove {name}"),
        "cancel": t("Stop sending {name}"),
        "again": t("Try again"),
        "lost": t("The file did not arrive. Check the connection, then try again."),
        "ended": t("Your sign-in has ended, or this page is too old. Load it again."),
        "denied": t("The camera was not allowed. Allow it in the browser's settings for this page, then start again."),
        "none": t("The camera does not answer. Choose a picture instead."),
        "photo": t("Photo"),
        "over": t("Let go to hand it in"),
    }
