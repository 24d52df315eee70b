"""A page with one field for several files, served by itself: what forms with attachments put on theirs."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import uvicorn
from fastapi import FastAPI
from nicegui import app as screens
from nicegui import ui

from components.app import theme
from components.app.button import button
from components.app.text import text
from components.files import FileField, arriving
from studio.extension.incoming import ANYTHING
from studio.extension.opening import open_studio
from studio.kernel.actor import person
from tests.conftest import rooms

NELL = person(uuid4(), "Nell", "reception", uuid4())


class Known:
    """Everybody who comes is Nell."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        scope["linework.actor"] = NELL
        await self.inner(scope, receive, send)


@ui.page("/")
def draw() -> None:
    with ui.element("div").classes("body stack wide"):
        text("Attachments", "", "h1")
        field = FileField(label="Drop files here, or paste them", allowed=ANYTHING, several=True)
        said = text("", "", "p").props("id=kept")
        turn = count(1)
        button(
            "Keep", lambda: said.set_text(" ".join([str(next(turn)), *(one.name for one in field.value if one.read())]))
        )
        button("Clear", field.clear_files)
        button("Complain", lambda: field.complain("Choose at least one file."))


def main(folder: Path, port: int) -> None:
    open_studio(folder, rooms())
    outer = FastAPI()
    theme.dress()
    arriving.mount(screens)
    ui.run_with(outer, **theme.manner(), show_welcome_message=False)
    uvicorn.run(Known(outer), port=port, log_level="warning")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
