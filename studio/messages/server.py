"""The mail server as the owner set it, and handing one letter over to it. Blocks: never inside an act."""

from __future__ import annotations

import ipaddress
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from mimetypes import guess_type

from storage.errors import StorageFault
from studio.kernel.house import House
from studio.kernel.secret import unseal
from studio.messages.rules.mail import subject_line
from studio.messages.troubles import Trouble, file_is_gone, trouble_of, unsafe

SECONDS = 20.0


@dataclass(frozen=True)
class MailServer:
    """Where letters are handed over, and from whom they come."""

    host: str
    port: int
    security: str
    user: str
    password: str = field(repr=False)
    sender: str
    name: str


@dataclass(frozen=True)
class Envelope:
    """One letter as it travels."""

    to: str
    subject: str
    text: str
    html: str
    message_id: str
    file_id: str = ""
    """What goes along, by its id in the encrypted store; empty for nothing."""
    file_name: str = ""


def mail_server(house: House) -> MailServer | None:
    """None until host and sender are set: then nothing is ever sent, and nothing asks the network."""
    told = house.settings
    if not (told["mail.host"] and told["mail.from"]):
        return None
    return MailServer(
        told["mail.host"],
        told["mail.port"],
        told["mail.security"],
        told["mail.user"],
        unseal(house, told["mail.password"]),
        told["mail.from"],
        str(told["studio.name"]),
    )


def hand_over(server: MailServer, envelope: Envelope, house: House) -> None:
    """Give the letter to the mail server. Raises Trouble, in words for people, when it did not take it."""
    if server.user and server.security == "none" and not _is_near(server.host):
        raise unsafe()
    try:
        with _connected(server) as smtp:
            if server.user:
                smtp.login(server.user, server.password)
            smtp.send_message(_message(server, envelope, house), server.sender, [envelope.to])
    except Trouble:
        raise
    except (smtplib.SMTPException, ssl.SSLError, OSError, ValueError) as error:
        raise trouble_of(error, server.host, server.port) from error


@contextmanager
def _connected(server: MailServer) -> Iterator[smtplib.SMTP]:
    secure = ssl.create_default_context()
    name = "linework.invalid"  # the computer's own name is nobody's business
    smtp: smtplib.SMTP
    if server.security == "tls":
        smtp = smtplib.SMTP_SSL(server.host, server.port, name, timeout=SECONDS, context=secure)
    else:
        smtp = smtplib.SMTP(server.host, server.port, name, timeout=SECONDS)
    try:
        if server.security == "starttls":
            smtp.starttls(context=secure)
        yield smtp
    except BaseException:
        smtp.close()
        raise
    try:
        smtp.quit()  # the letter is taken: how the server says goodbye changes nothing
    except (smtplib.SMTPException, OSError):
        smtp.close()


def _message(server: MailServer, envelope: Envelope, house: House) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = _address(server.sender, subject_line(server.name))
    message["To"] = _address(envelope.to)
    message["Subject"] = subject_line(envelope.subject)
    message["Date"] = format_datetime(house.clock.now())
    message["Message-ID"] = envelope.message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(envelope.text)
    message.add_alternative(envelope.html, subtype="html")
    if envelope.file_id:
        _put_along(message, envelope, house)
    return message


def _put_along(message: EmailMessage, envelope: Envelope, house: House) -> None:
    try:
        data = house.files.read(envelope.file_id)
    except StorageFault as error:
        raise file_is_gone(envelope.file_name) from error
    kind, _, part = (guess_type(envelope.file_name)[0] or "application/octet-stream").partition("/")
    message.add_attachment(data, maintype=kind, subtype=part, filename=envelope.file_name)


def _address(spec: str, name: str = "") -> Address:
    """In its two parts: taken whole, an address with other letters than ASCII would be refused."""
    user, _, domain = spec.rpartition("@")
    return Address(name, user, domain)


def _is_near(host: str) -> bool:
    """This computer itself: no wire a password could be read on. No name is looked up."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
