"""Recovery codes, shown once: to print, or to copy by hand."""

from __future__ import annotations

from collections.abc import Sequence

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.moments import now_here, show_date
from components.app.text import text
from components.app.who import current_actor
from studio.kernel.house import house
from studio.kernel.text import t


async def show_codes(codes: Sequence[str]) -> None:
    """Until somebody says they have kept them."""
    with ui.dialog().props("persistent") as dialog, ui.element("div").classes("sheet stack loose spare-codes"):
        text(t("Your recovery codes"), "", "h2")
        lead = t("Each signs you in once, without your phone. They are shown only now: print them or write them down.")
        text(lead, "second", "p")
        line = f"{house().settings['studio.name']} · {current_actor().name} · {show_date(now_here().date())}"
        text(line, "small second", "p")
        with ui.element("ol").classes("codes"):
            for code in codes:
                text(code, "", "li")
        with ui.element("div").classes("acts"):
            button(t("Print"), lambda: ui.run_javascript("window.print()"), icon="print")
            button(t("I have kept them"), dialog.close, kind="primary")
    dialog.props["aria-label"] = t("Your recovery codes")
    await answer(dialog)
