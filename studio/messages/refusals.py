"""What the messages room can refuse."""

from __future__ import annotations

from studio.kernel.refusal import Conflict, Refusal
from studio.kernel.text import N_


class SnoozeIsUnknown(Refusal):
    sentence = N_("Choose one hour, tomorrow or next week.")


class RouteIsClosed(Refusal):
    sentence = N_("This role cannot get this alert that way: it may not see what the alert is about.")


class RouteIsUnknown(Refusal):
    sentence = N_("There is no such alert, role or way.")


class MailIsNotSetUp(Refusal):
    sentence = N_("E-mail is not set up. The owner does that in the settings.")


class RecipientIsWrong(Refusal):
    sentence = N_("Write an e-mail address, like name@example.com.")


class LetterIsGone(Conflict):
    sentence = N_("This letter has been sent already.")


class HostIsWrong(Refusal):
    sentence = N_("Write the name of the mail server, like mail.example.com, or leave it empty.")


class SenderIsWrong(Refusal):
    sentence = N_("Write the address letters come from, like studio@example.com.")


class SecurityIsUnknown(Refusal):
    sentence = N_("Choose STARTTLS, TLS or none.")


class MailPortIsWrong(Refusal):
    sentence = N_("A mail port is a number from 1 to 65535.")


class TextIsTooLong(Refusal):
    sentence = N_("Write at most {most} letters, in one line.")
