"""How the recovery screen is drawn: our own look, without anything a studio has set."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

from babel.dates import format_datetime
from fastapi.responses import HTMLResponse
from starlette.responses import PlainTextResponse, Response

from pages.recovery.ways import offers, way_out
from pages.rendering import environment, page
from pages.static_files import CACHED, FONT, PAGES, address, asset, lean_script, sheet
from storage.errors import StorageFault
from storage.folder import DataFolder
from storage.putting_back import Source
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_, language, t

LABELS = {
    "copy": N_("The copy made before the last migration"),
    "here": N_("What is still whole of the present data"),
    "aside": N_("What was put aside"),
}
OLDER = N_("An older copy, made before a migration")


def screen(
    folder: DataFolder,
    fault: StorageFault,
    *,
    refusal: Refusal | None = None,
    trouble: StorageFault | None = None,
    chosen: str = "",
) -> HTMLResponse:
    """What is wrong and what can be done; what was chosen stays chosen."""
    way = way_out(fault)
    errors = refusal.fields if refusal else {}
    choices = _choices(offers(folder, fault))
    context = {
        "title": t(way.title),
        "sentence": t(fault.sentence),
        "advice": t(way.advice),
        "detail": fault.detail,
        "needs": way.needs,
        "choices": choices,
        "chosen": chosen or (choices[0]["name"] if choices else ""),
        "place": str(folder.path),
        "key_place": str(folder.key),
        "errors": {field: texts[0] for field, texts in errors.items()},
        "said": t(trouble.sentence) if trouble else (refusal.text() if refusal else ""),
    }
    return page(_drawn("recovery/screen.html", **context), 422 if refusal or trouble else 503)


def starting(number: int) -> HTMLResponse:
    """Linework opens again; the page finds out by itself."""
    return page(_drawn("recovery/starting.html", title=t("Linework is opening"), round=number))


def static(path: str) -> Response:
    """The few files the screen is made of."""
    found = {_address(name): name for name in ("recovery.css", "recovery.js")}.get(path)
    if found:
        kind = "text/css" if found.endswith(".css") else "text/javascript"
        return Response(_content(found), media_type=kind, headers={"Cache-Control": CACHED})
    if path == address(FONT):
        return Response(asset(FONT).body, media_type=asset(FONT).kind, headers={"Cache-Control": CACHED})
    return PlainTextResponse("", 404)


def _choices(found: list[Source]) -> list[dict[str, str]]:
    copies = [one for one in found if one.kind == "copy"]
    return [
        {
            "name": one.name,
            "label": t(OLDER if one in copies[1:] else LABELS[one.kind]),
            "when": format_datetime(one.made.astimezone(), "medium", locale=language().replace("-", "_")),
        }
        for one in found
    ]


def _drawn(template: str, **context: Any) -> str:
    text = environment().get_template(template)
    return text.render(context, asset=_address, sheet="recovery.css", language=language(), studio="")


def _address(name: str) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"/static/{stem}-{hashlib.sha256(_content(name)).hexdigest()[:10]}.{suffix}"


@cache
def _content(name: str) -> bytes:
    if name.endswith(".css"):
        return sheet(("plain.css", "desk.css", f"../recovery/{name}")).encode()
    return lean_script((PAGES / "recovery" / name).read_text("utf-8")).encode()
