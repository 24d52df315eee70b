"""Looking at a file without saving it: pictures and writing over the page, PDFs as the browser shows them."""

from __future__ import annotations

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.perform import act
from components.app.text import text
from pages.documents.attachments.words import ADDRESS, told
from studio.documents.attachments.actions import open_attachment
from studio.documents.attachments.queries import AttachmentLine
from studio.extension.incoming import PAPERS, PICTURES
from studio.kernel.text import t

WRITING = ("text", "csv")
LONGEST = 40_000
"""Letters shown of a long text."""


def opens(one: AttachmentLine) -> bool:
    """Whether it can be looked at here."""
    return one.readable and one.removed_at is None and one.kind in (*PICTURES, *PAPERS, *WRITING)


async def look_at(one: AttachmentLine) -> None:
    """Show it; that somebody looked is written in the journal."""
    if one.kind in PAPERS:
        ui.navigate.to(f"{ADDRESS}/{one.id}/look", new_tab=True)
        return
    words = await _words_of(one) if one.kind in WRITING else ""
    if words is None:
        return
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack attached-look"):
        text(one.name, "", "h2")
        if one.kind in PICTURES:
            picture = ui.element("img")
            picture.props.update({"src": f"{ADDRESS}/{one.id}/look", "alt": one.note or one.name})
        else:
            text(words, "attached-words", "pre").props("tabindex=0")
        text(told(one), "small second")
        if one.note:
            text(one.note, "prose", "p")
        with ui.element("div").classes("acts"):
            button(t("Save"), icon="download", to=f"{ADDRESS}/{one.id}/save")
            button(t("Close"), dialog.close, kind="primary").props("autofocus")
    dialog.props["aria-label"] = one.name
    await answer(dialog)


async def _words_of(one: AttachmentLine) -> str | None:
    """The beginning of a text; what cannot be read stands as a mark."""
    opened = await act(open_attachment, one.id)
    if opened is None:
        return None
    tongue = "utf-16" if opened.data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    words = opened.data[: 4 * LONGEST].decode(tongue, "replace")
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
