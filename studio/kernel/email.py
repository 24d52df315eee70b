"""E-mail addresses: checked for their form, never for whether the internet knows them."""

from __future__ import annotations


def fold_email(typed: str) -> str | None:
    """The address in one spelling, or None when it is none.

    Names kept for local networks and tests (`.local`, `.test`, `.invalid`) are fine: a studio may have no internet.
    """
    import email_validator

    email_validator.SPECIAL_USE_DOMAIN_NAMES.clear()  # the library's own way to allow them
    try:
        found = email_validator.validate_email(
            typed.strip()[:255], check_deliverability=False, globally_deliverable=False
        )
    except (email_validator.EmailNotValidError, UnicodeError):
        return None
    return str(found.normalized.casefold()) if "." in found.domain else None
