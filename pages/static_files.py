"""The plain pages' stylesheets and scripts, each under an address that changes with its content."""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fastapi import APIRouter, HTTPException, Request, Response

from components.app import assets
from components.app.tokens import ACCENTS, COLOURS, SHAPES
from studio.kernel.house import house
from studio.upkeep.logo import KEY, logo_bytes

PAGES = Path(__file__).parent
OURS = PAGES / "plain_assets"
SWAGGER = PAGES / "vendor" / "swagger-ui"
TYPES = {".css": "text/css", ".js": "text/javascript", ".woff2": "font/woff2"}
FONT = "inter-linework.woff2"
LOGO = "logo.png"
SHEETS = {
    "plain.css": ("plain.css",),
    "desk.css": ("plain.css", "desk.css"),
    "setup.css": ("plain.css", "desk.css", "setup.css"),
    "ceremony.css": ("plain.css", "../../components/body_map/body_map.css", "../consent/ceremony.css"),
    "logo.css": ("logo.css",),
    "papers.css": ("../documents/papers.css",),
    "tablet.css": ("plain.css", "tablet.css"),
    "install.css": ("plain.css", "../upkeep/install.css"),
}
TROUBLES = OURS / "troubles.js"
SCRIPTS = {
    "tell.js": (assets.FOLDER / "troubles.js",),
    "plain.js": (TROUBLES, OURS / "plain.js"),
    "setup.js": (TROUBLES, OURS / "setup.js"),
    "ceremony.js": (
        TROUBLES,
        PAGES.parent / "components" / "signature" / "pad.js",
        PAGES.parent / "components" / "body_map" / "body_map.js",
        OURS / "file.js",
        PAGES / "consent" / "ceremony.js",
        PAGES / "consent" / "ceremony_asking.js",
        PAGES / "consent" / "ceremony_sending.js",
    ),
}
"""Scripts made of several files, one behind the other."""
FILES = {
    "forget.js": OURS,
    "papers.js": OURS,
    "tablet-form.js": OURS,
    "tablet-home.js": OURS,
    "api-docs.js": OURS,
    "swagger-ui.css": SWAGGER,
    "swagger-ui-bundle.js": SWAGGER,
    FONT: assets.FOLDER,
}
CHANGING = ("fast", "calm")
CACHED = "public, max-age=31536000, immutable"

router = APIRouter()


@dataclass(frozen=True)
class Asset:
    """One file, ready to send."""

    address: str
    kind: str
    body: bytes
    packed: bytes


@router.get("/static/{name}")
def static_file(name: str, request: Request) -> Response:
    """One of our own files; an old address still answers with the present content, but is not kept.

    Any visitor may have any of them: all is published code and look, alike in every studio, and the hash only tells
    browsers what is fresh. Nothing a person or a studio wrote is ever put here, but for the logo the studio shows.
    """
    stem, suffix = name.rpartition("-")[0], Path(name).suffix
    wanted = f"{stem}{suffix}"
    if wanted == LOGO:
        return logo_file(name)
    if wanted not in (*SHEETS, *SCRIPTS, *FILES):
        raise HTTPException(404)
    found = asset(wanted)
    headers = {"Cache-Control": CACHED if found.address.endswith(name) else "no-store", "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.packed, media_type=found.kind, headers={**headers, "Content-Encoding": "gzip"})
    return Response(found.body, media_type=found.kind, headers=headers)


def logo_file(name: str) -> Response:
    """The studio's present logo, whatever it was called when the page was drawn."""
    present = house().settings[KEY]
    found = logo_bytes(house(), present)
    if not found:
        raise HTTPException(404)
    kept = CACHED if logo_address(present).endswith(name) else "no-store"
    return Response(found, media_type="image/png", headers={"Cache-Control": kept})


def logo_address(file_id: str | None = None) -> str:
    """Where a page finds the studio's logo; nothing where it has none."""
    present = str(house().settings[KEY]) if file_id is None else file_id
    return f"/static/logo-{present[:10]}.png" if present else ""


def address(name: str) -> str:
    """Where a page finds the file."""
    return asset(name).address


def asset(name: str) -> Asset:
    """The file in the studio's present colours."""
    return _made(name, str(house().settings["looks.accent"]) if name in SHEETS else "")


@cache
def _made(name: str, accent: str) -> Asset:
    body = _content(name, accent)
    stem, suffix = Path(name).stem, Path(name).suffix
    stamp = hashlib.sha256(body).hexdigest()[:10]
    return Asset(f"/static/{stem}-{stamp}{suffix}", TYPES[suffix], body, gzip.compress(body, 9, mtime=0))


def _content(name: str, accent: str) -> bytes:
    if name in SHEETS:
        return sheet(SHEETS[name], accent).encode()
    if name in SCRIPTS:
        return lean_script("".join(path.read_text("utf-8") for path in SCRIPTS[name])).encode()
    body = (FILES[name] / name).read_bytes()
    return lean_script(body.decode()).encode() if FILES[name] == OURS else body


def sheet(names: tuple[str, ...], accent: str = "") -> str:
    """Stylesheets joined behind the tokens they use, and no other."""
    text = "".join((OURS / name).read_text("utf-8") for name in names)
    text = flat(text)
    return lean_css(tokens_for(text, accent) + text).replace("FONT", address(FONT) if "FONT" in text else "")


def flat(text: str) -> str:
    """Sizes written out: only colours and motion still change while the page is open."""
    fixed = {name: value for name, value in SHAPES.items() if name not in CHANGING}
    return re.sub(r"var\(--([\w-]+)\)", lambda found: fixed.get(found[1], found[0]), text)


def tokens_for(text: str, accent: str = "") -> str:
    """The tokens a sheet mentions, light, and dark where the system is."""
    used = _mentioned(text)
    ours = _accent(accent)
    pairs = {name: ours.get(name, pair) for name, pair in COLOURS.items() if name in used}
    light, dark = ({name: pair[side] for name, pair in pairs.items()} for side in (0, 1))
    shapes = {name: value for name, value in SHAPES.items() if name in used}
    still = ":root{--fast:0ms;--calm:0ms}"
    return (
        f":root{{color-scheme:light;{_declared(light | shapes)}}}"
        f"@media (prefers-color-scheme:dark){{:root{{color-scheme:dark;{_declared(dark)}}}}}"
        f"@media (prefers-reduced-motion:reduce){{{still}}}"
    )


def lean_css(text: str) -> str:
    """Without comments and spare blanks."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    return re.sub(r"\s*([{};,>])\s*", r"\1", text).replace(": ", ":").replace(";}", "}").strip()


def lean_script(text: str) -> str:
    """Without indentation, whole-line comments and blanks around signs; what stands in quotes stays as it is."""
    lines = (line.strip() for line in text.splitlines())
    kept = "\n".join(line for line in lines if line and not line.startswith("//"))
    parts = re.split(r'("(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`)', kept)
    parts[::2] = [re.sub(r" *([=,{}();:?&|<>!]) *", r"\1", part) for part in parts[::2]]
    parts[::2] = [re.sub(r"([;{,(])\n|\n([})\]])", r"\1\2", part) for part in parts[::2]]
    return "".join(parts) + "\n"


def _accent(colour: str) -> dict[str, tuple[str, str]]:
    values = next((values for values in ACCENTS.values() if values[0] == colour), None)
    if values is None:
        return {}
    tokens = ("accent", "accent-hover", "on-accent", "accent-soft")
    return {token: (values[n], values[n + 4]) for n, token in enumerate(tokens)}


def _mentioned(text: str) -> set[str]:
    return set(re.findall(r"var\(--([\w-]+)", text))


def _declared(values: dict[str, str]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in values.items())
