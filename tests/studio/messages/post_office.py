"""A mail server of our own on this computer, for real: it takes letters, refuses, stays silent or goes away."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from threading import Event
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from studio.kernel.house import House
from studio.kernel.work import perform
from studio.messages.postman import postman
from studio.upkeep.actions import change_setting
from tests.factories.people import signed_in
from tests.ports import free_port

USER, PASSWORD = "studio", "a canary called Tweety"


@dataclass
class Office:
    """What arrived, and how the next letter is answered."""

    port: int
    arrived: list[EmailMessage] = field(default_factory=list)
    answer: str = ""
    commands: list[str] = field(default_factory=list)
    silent: Event | None = None
    """Set when a letter has come in that will get no answer."""

    async def handle_RCPT(self, _s: SMTP, _n: Session, envelope: Envelope, address: str, _o: list[str]) -> str:  # noqa: N802  the library's name
        self.commands.append(f"RCPT {address}")
        if self.answer.startswith("55"):
            return self.answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _s: SMTP, _n: Session, envelope: Envelope) -> str:  # noqa: N802  the library's name
        if self.silent is not None:
            self.silent.set()
            await asyncio.sleep(60)
        if self.answer:
            return self.answer
        raw = envelope.content if isinstance(envelope.content, bytes) else b""
        self.arrived.append(message_from_bytes(raw, policy=policy.default))
        return "250 OK"


def knows(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
    """One user, one password."""
    return AuthResult(success=(data.login, data.password) == (USER.encode(), PASSWORD.encode()), handled=False)


@contextmanager
def post_office(
    *,
    tls: tuple[Path, Path] | None = None,
    starttls: tuple[Path, Path] | None = None,
    port: int = 0,
    auth: bool = False,
    every_alphabet: bool = True,
) -> Iterator[Office]:
    """Open until the block ends. `tls` and `starttls` are certificate and key."""
    office = Office(port or free_port())
    more: dict[str, Any] = {"authenticator": knows, "auth_required": True} if auth else {}
    if auth and not starttls:
        more["auth_require_tls"] = False
    controller = Controller(
        office,
        hostname="127.0.0.1",
        port=office.port,
        ssl_context=_context(tls),
        tls_context=_context(starttls),
        enable_SMTPUTF8=every_alphabet,
        **more,
    )
    controller.start()
    try:
        yield office
    finally:
        controller.stop()


def set_up_mail(office: Office, **more: Any) -> None:
    """The studio sends through this office. Without more: no encryption, no user name."""
    chosen = {"host": "127.0.0.1", "port": office.port, "security": "none", "from": "studio@example.com", **more}
    owner = signed_in()
    for key, value in chosen.items():
        perform(owner, change_setting, f"mail.{key}", value)


def post_is_out(house: House) -> None:
    """Send what is due and wait until that is done."""
    postman.soon(house)
    postman.settle()


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that vouches for itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "post office")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    cert, private = folder / "office.pem", folder / "office.key"
    cert.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return cert, private


def _context(files: tuple[Path, Path] | None) -> ssl.SSLContext | None:
    if files is None:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*files)
    return context
