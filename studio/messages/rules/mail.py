"""What fits into a mail setting and into the head of a letter: one line, no control characters, an address."""

from __future__ import annotations

import re

from studio.kernel.email import fold_email
from studio.messages.refusals import (
    HostIsWrong,
    MailPortIsWrong,
    RecipientIsWrong,
    SecurityIsUnknown,
    SenderIsWrong,
    TextIsTooLong,
)

SECURITIES = ("starttls", "tls", "none")
HOST = re.compile(r"^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$")
LONGEST_SUBJECT = 200


def host(value: str) -> str:
    folded = value.strip().casefold()
    if folded and not HOST.match(folded):
        raise HostIsWrong("mail.host")
    return folded


def mail_port(value: int) -> int:
    if not 1 <= value <= 65535:
        raise MailPortIsWrong("mail.port")
    return value


def security(value: str) -> str:
    if value not in SECURITIES:
        raise SecurityIsUnknown("mail.security")
    return value


def sender(value: str) -> str:
    folded = fold_email(value) if value.strip() else ""
    if folded is None:
        raise SenderIsWrong("mail.from")
    return folded


def user(value: str) -> str:
    return _line(value.strip(), "mail.user")


def password(value: str) -> str:
    return _line(value, "mail.password")


def recipient(value: str) -> str:
    """One address, nothing else: a line break or a second address is refused."""
    folded = None if has_breaks(value) else fold_email(value)
    if folded is None:
        raise RecipientIsWrong("email")
    return folded


def subject_line(words: str) -> str:
    """The words in one line, whatever was put into them."""
    shown = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(shown.split())[:LONGEST_SUBJECT]


def has_breaks(value: str) -> bool:
    return any(not letter.isprintable() for letter in value.strip(" "))


def _line(value: str, field: str, most: int = 200) -> str:
    if len(value) > most or any(not letter.isprintable() for letter in value):
        raise TextIsTooLong(field, most=most)
    return value
