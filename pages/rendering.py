"""Plain pages drawn with Jinja2: escaped, in the reader's language, with a policy that allows nothing inline."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from components.app.marks import initials
from pages.static_files import address, logo_address
from studio.kernel.house import house
from studio.kernel.text import LANGUAGES, language, nearest, t

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
SPARE = re.compile(r"\n\s*\n")


def render(template: str, status: int = 200, *, sheet: str = "plain.css", **context: Any) -> HTMLResponse:
    """A page from a template below pages/, in the language spoken now."""
    return page(drawn(template, sheet=sheet, **context), status)


def drawn(template: str, *, sheet: str = "plain.css", **context: Any) -> str:
    """The text of a page."""
    text = (
        environment()
        .get_template(template)
        .render(context, sheet=sheet, language=language(), studio=house().settings["studio.name"])
    )
    return SPARE.sub("\n", text)


def page(text: str, status: int = 200) -> HTMLResponse:
    """A finished page as an answer."""
    headers = {
        "Content-Security-Policy": POLICY,
        "Cache-Control": "no-store",
        "Content-Language": language(),
        "Vary": "Accept-Language",
    }
    return HTMLResponse(text, status, headers)


def message(
    title: str,
    *lines: str,
    status: int = 200,
    done: bool = False,
    over: bool = False,
    to: str = "",
    to_label: str = "",
) -> HTMLResponse:
    """A page that says one thing. Where a form is `over`, the phone forgets what it kept of it."""
    what: dict[str, Any] = {
        "title": title,
        "lines": lines,
        "done": done,
        "over": over or done,
        "to": to,
        "to_label": to_label,
    }
    return render("plain_assets/one.html", status, **what)


def neutral() -> HTMLResponse:
    """The one answer for everything that is not there, is over, or is not for the asker."""
    said = t("This code has been used or is too old. Ask at the desk for a new one.")
    return message(t("Nothing to see here"), said, status=404, over=True)


def spoken(wish: str, header: str, otherwise: str) -> str:
    """The language to speak: as wished, else the first of the browser's that we have, else the studio's."""
    if wish and (found := nearest(wish, "")):
        return found
    return next((found for tag in _preferred(header) if (found := nearest(tag, ""))), nearest(otherwise))


@cache
def environment() -> Environment:
    """Our Jinja2: everything escaped, and a name that does not exist is a mistake."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    made.globals.update(
        t=t,
        asset=address,
        logo=logo_address,
        languages=LANGUAGES,
        months=lambda: month_names(language()),
        drawing=drawing,
        initials=initials,
    )
    return made


def drawing(name: str) -> Markup:
    """Line art of ours, inside the page so that it follows the colours."""
    from components.app import drawings

    return Markup(drawings.inline(name))  # noqa: S704  our own file


@lru_cache(maxsize=8)
def month_names(tag: str) -> tuple[str, ...]:
    """January to December as the language writes them on their own."""
    from babel.dates import get_month_names

    names = get_month_names("wide", "stand-alone", locale=tag.replace("-", "_"))
    return tuple(names[number] for number in range(1, 13))


def _preferred(header: str) -> list[str]:
    """Language tags of an Accept-Language header, most wanted first."""
    weighed = []
    for place, part in enumerate(header[:500].split(",")):
        tag, _, weight = part.partition(";q=")
        try:
            weighed.append((-float(weight or 1), place, tag.strip()))
        except ValueError:
            continue
    return [tag for _, _, tag in sorted(weighed) if tag]
