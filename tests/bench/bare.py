"""A bare NiceGUI with a login page, and a bare HTML form: what the frameworks cost without us. `python -m … PORT`."""

from __future__ import annotations

import sys

from fastapi.responses import HTMLResponse
from nicegui import app, ui

FORM = (
    "<!doctype html><meta name=viewport content='width=device-width'><title>Form</title>"
    "<form method=post><input name=name><input name=phone><button>Send</button></form>"
)


@ui.page("/login")
def login() -> None:
    ui.input("E-mail")
    ui.input("Password", password=True)
    ui.button("Sign in")


@app.get("/form")
async def form() -> HTMLResponse:
    return HTMLResponse(FORM)


if __name__ in {"__main__", "__mp_main__"}:
    ui.run(host="127.0.0.1", port=int(sys.argv[1]), show=False, reload=False)
