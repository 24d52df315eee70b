"""What can stand between us and the mail server, each in words that say what to do."""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Mapping

from studio.kernel.text import N_, t

NO_NAME = N_("There is no mail server called {host}. Is its name right, and has this computer internet?")
NO_ANSWER = N_("{host} does not answer on port {port}. Are server and port right, and has this computer internet?")
TOO_SLOW = N_("{host} took too long to answer.")
NO_STARTTLS = N_("{host} offers no STARTTLS on port {port}. Choose TLS, usually on port 465, or ask the mail provider.")
NOT_TRUSTED = N_("The certificate of {host} is not to be trusted: {reason}. Nothing was sent.")
NO_TLS = N_("{host} speaks no TLS on port {port}. Choose STARTTLS, usually on port 587.")
WRONG_PASSWORD = N_("{host} refuses user name and password. Some providers want a password made for programs.")
NO_LOGIN = N_("{host} takes no user name without encryption. Choose STARTTLS or TLS.")
UNSAFE = N_("The password would travel in the open. Choose STARTTLS or TLS.")
SENDER_REFUSED = N_("{host} refuses letters from this sender: {reason}")
RECIPIENT_REFUSED = N_("{host} refuses this recipient: {reason}")
NO_ALPHABET = N_("{host} takes no addresses in another alphabet. Write this one in plain letters, without accents.")
REFUSED = N_("{host} did not take the letter: {reason}")
CUT = N_("{host} ended the connection.")
OTHER = N_("The letter could not be handed over: {reason}")
FILE_IS_GONE = N_("{name}, which was to go along, is no longer on file.")
INTERRUPTED = N_("Linework ended while this was being sent. It is sent again, and may arrive twice.")


class Trouble(Exception):
    """Why a letter was not taken. `lasting` when trying again would change nothing."""

    def __init__(self, sentence: str, values: Mapping[str, object] | None = None, *, lasting: bool = False) -> None:
        super().__init__(sentence)
        self.sentence, self.lasting = sentence, lasting
        self.values = {name: str(value) for name, value in (values or {}).items()}

    def text(self) -> str:
        """In the reader's language."""
        return told(self.sentence, self.values)


def told(sentence: str, values: Mapping[str, object]) -> str:
    """What is kept of a trouble, in the reader's language."""
    return t(sentence, **values) if sentence else ""


def unsafe() -> Trouble:
    return Trouble(UNSAFE)


def file_is_gone(name: str) -> Trouble:
    return Trouble(FILE_IS_GONE, {"name": name}, lasting=True)


def trouble_of(error: Exception, host: str, port: int) -> Trouble:
    """The exception as a person understands it."""
    where: dict[str, object] = {"host": host, "port": port}
    if isinstance(error, smtplib.SMTPException):
        return _answered(error, where)
    if isinstance(error, ssl.SSLCertVerificationError):
        return Trouble(NOT_TRUSTED, where | {"reason": error.verify_message})
    if isinstance(error, ssl.SSLError):
        return Trouble(NO_TLS, where)
    if isinstance(error, socket.gaierror):
        return Trouble(NO_NAME, where)
    if isinstance(error, TimeoutError):
        return Trouble(TOO_SLOW, where)
    if isinstance(error, ConnectionRefusedError):
        return Trouble(NO_ANSWER, where)
    if isinstance(error, OSError):
        return Trouble(NO_ANSWER if error.errno else CUT, where)
    return Trouble(OTHER, {"reason": type(error).__name__}, lasting=True)


def _answered(error: smtplib.SMTPException, where: dict[str, object]) -> Trouble:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return Trouble(WRONG_PASSWORD, where)
    if isinstance(error, smtplib.SMTPNotSupportedError) and "SMTPUTF8" in str(error):
        return Trouble(NO_ALPHABET, where, lasting=True)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return Trouble(NO_STARTTLS if "STARTTLS" in str(error) else NO_LOGIN, where)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
        return Trouble(RECIPIENT_REFUSED, where | {"reason": _said(code, said)}, lasting=_is_lasting(code))
    if isinstance(error, smtplib.SMTPSenderRefused):
        return Trouble(SENDER_REFUSED, where | {"reason": _said(error.smtp_code, error.smtp_error)})
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return Trouble(CUT, where)
    if isinstance(error, smtplib.SMTPResponseException):
        reason = _said(error.smtp_code, error.smtp_error)
        return Trouble(REFUSED, where | {"reason": reason}, lasting=_is_lasting(error.smtp_code))
    return Trouble(NO_LOGIN, where)


def _is_lasting(code: int) -> bool:
    return 500 <= code < 600


def _said(code: int, words: bytes | str) -> str:
    """What the server said, short and in one line; it may be anything."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return f"{code} " + " ".join("".join(one if one.isprintable() else " " for one in text).split())[:160]
