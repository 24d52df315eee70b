"""How a tablet or laptop learns to trust the studio's own certificate; a guest's phone has nothing to do here."""

from __future__ import annotations

import plistlib
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from components.qr import svg
from pages.asking import zone
from pages.rendering import neutral, render
from pages.staff.sign_in import safe_next
from pages.upkeep.install_steps import Guide, guides
from studio.kernel.house import house
from studio.kernel.text import t
from studio.upkeep.certificates import CertificateView, present_certificate
from studio.upkeep.lan import lan_address, lan_enabled, phone_url, tls_enabled, tls_port

router = APIRouter()
NAME = "studio"


@dataclass(frozen=True)
class Download:
    """A file, as one kind of device wants it."""

    suffix: str
    kind: str


DOWNLOADS = (
    Download("crt", "application/x-x509-ca-cert"),
    Download("pem", "application/x-pem-file"),
    Download("mobileconfig", "application/x-apple-aspen-config"),
)


@router.get("/install")
def show_install(request: Request, next: str = "") -> Response:  # noqa: A002  the name in the address
    """That this device reaches the studio, and what to do so that encrypted pages open on it."""
    authority = present_certificate(house(), "authority") if tls_enabled() else None
    encrypted = request.url.scheme == "https"
    own, others = guides(request.headers.get("user-agent", ""))
    to = safe_next(next) if next else ""
    return render(
        "upkeep/install.html",
        sheet="install.css",
        authority=authority,
        encrypted=encrypted,
        asked=bool(to),
        again=to == "/kiosk",
        own=own,
        others=others,
        to=onward(request, to or "/"),
        code=code_for_another(request),
        title=title(authority, encrypted=encrypted),
    )


@router.get("/install/{name}")
def send_certificate(name: str) -> Response:
    """The authority's certificate in one of its forms. There is nothing secret in it."""
    authority = present_certificate(house(), "authority") if tls_enabled() else None
    wanted = next((one for one in DOWNLOADS if name == f"{NAME}.{one.suffix}"), None)
    if authority is None or wanted is None:
        return neutral()
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content(authority, wanted.suffix), media_type=wanted.kind, headers=headers)


def content(authority: CertificateView, suffix: str) -> bytes:
    """The bytes of a download."""
    if suffix == "mobileconfig":
        return profile(authority)
    return authority.pem.encode() if suffix == "pem" else authority.der


def profile(authority: CertificateView) -> bytes:
    """A configuration profile: the only form in which iPads and iPhones take an authority in."""
    name = str(house().settings["studio.name"])
    whole_number, part_number = authority.number(0), authority.number(1)
    part = {
        "PayloadType": "com.apple.security.root",
        "PayloadVersion": 1,
        "PayloadIdentifier": f"linework.{whole_number}.authority",
        "PayloadUUID": part_number,
        "PayloadDisplayName": name,
        "PayloadContent": authority.der,
    }
    whole = {
        "PayloadType": "Configuration",
        "PayloadVersion": 1,
        "PayloadIdentifier": f"linework.{whole_number}",
        "PayloadUUID": whole_number,
        "PayloadDisplayName": name,
        "PayloadDescription": t("Lets this device trust the studio's own computer, and nothing on the internet."),
        "PayloadContent": [part],
    }
    return plistlib.dumps(whole)


def title(authority: CertificateView | None, *, encrypted: bool) -> str:
    """What the page is about for this visitor."""
    studio = str(house().settings["studio.name"])
    if encrypted:
        return t("This connection is encrypted")
    return (
        t("Let this device trust {studio}", studio=studio)
        if authority
        else t("You have reached {studio}", studio=studio)
    )


def onward(request: Request, to: str) -> str:
    """Where encrypted pages begin, by the name this device already knows the computer by."""
    name = lan_address() if zone(request) == "desk" else request.url.hostname
    return f"https://{name}:{tls_port()}{to}"


def code_for_another(request: Request) -> Markup | None:
    """A code that opens this page on another device; on a phone itself it would be of no use."""
    small = any(word in request.headers.get("user-agent", "") for word in ("Mobile", "Android", "iPhone"))
    if small or not lan_enabled():
        return None
    return Markup(svg(phone_url("/install")))  # noqa: S704  figures only, drawn by us


__all__ = ["Guide", "router"]
