"""What a client is found by."""

from studio.clients.rules.phones import phone_words


def found_by(name: str, preferred_name: str, email: str, phone: str, code: str, country: str) -> tuple[str, ...]:
    """Every word somebody may look for, in one order."""
    return tuple(sorted({name, preferred_name, email, code, *phone_words(phone, country)} - {""}))
