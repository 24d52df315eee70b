"""The cover over a page whose person stepped away; it keeps what was typed."""

from __future__ import annotations

from uuid import UUID

from nicegui.element import Element

from components.app.icons import sprite_address
from components.app.marks import initials
from components.app.who import FORM_FIELD, form_token
from studio.kernel.actor import Actor
from studio.kernel.text import t


class Lock(Element, component="lock.js"):
    """A button that locks, and the cover itself. `minutes` without use lock by themselves; 0 never does."""

    def __init__(self, actor: Actor, *, pin: bool, minutes: int) -> None:
        super().__init__()
        self.session: UUID | None = actor.session_id
        self._props.update(
            token={"name": FORM_FIELD, "value": form_token()},
            session=str(actor.session_id),
            who={"name": actor.name, "initials": initials(actor.name)},
            pin=pin,
            minutes=minutes,
            icon=f"{sprite_address()}#lock",
            words=_words(),
        )

    def cover(self) -> None:
        """The sign-in was locked elsewhere."""
        self.run_method("cover")

    def uncover(self) -> None:
        """Its person is back, on another page."""
        self.run_method("uncover")


def _words() -> dict[str, str]:
    return {
        "lock": t("Lock the screen"),
        "locked": t("Locked. What was typed is still here."),
        "pin": t("PIN"),
        "password": t("Password"),
        "open": t("Go on"),
        "withPassword": t("With the password"),
        "other": t("Somebody else"),
        "again": t("Sign in again"),
        "offline": t("Linework does not answer. Is it still running?"),
    }
