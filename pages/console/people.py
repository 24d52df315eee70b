"""Accounts and API tokens from the command line."""

from __future__ import annotations

import sys

from studio.kernel.actor import CONSOLE
from studio.kernel.refusal import Missing
from studio.kernel.text import N_
from studio.kernel.work import perform
from studio.staff.actions import add_user, fill_account, issue_token
from studio.staff.queries import user_by_email
from studio.staff.rules import clean_email


class NobodyHasThisEmail(Missing):
    sentence = N_("Nobody signs in with this e-mail address. Add the account first.")


def add(email: str, name: str, role: str) -> None:
    """Give somebody an account; the password comes from standard input, so that no shell remembers it."""
    from getpass import getpass

    password = getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    perform(CONSOLE, add_user, role=role, **fill_account(name=name, email=email, password=password))
    print(f"{role} {clean_email(email)}")  # noqa: T201  the command's result


def token(email: str, days: int) -> None:
    """Print a new API token and nothing else."""
    known = user_by_email(clean_email(email))
    if known is None:
        raise NobodyHasThisEmail("email")
    made, _ = perform(CONSOLE, issue_token, known[0], days)
    print(made)  # noqa: T201  the command's result
