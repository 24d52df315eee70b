"""Reading a profile from a file: whatever is wrong is said with its field and its line."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError

from studio.extension.toml import read_toml
from studio.extension.wrong import SENTENCES
from studio.jurisdiction.schema import GUARDIAN_LATER, NEVER_CHECKED, READ_WITHOUT_SOURCE, Profile
from studio.kernel.text import t

MOST = 200_000
"""Characters of a file; shipped ones have a tenth."""
MENDED = {READ_WITHOUT_SOURCE: "source", GUARDIAN_LATER: "with_guardian", NEVER_CHECKED: "checked_on"}
WHERE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True)
class Trouble:
    """What stands against a file: the field, its line where it can be found (0 where not), and what is wrong."""

    field: str
    line: int
    what: str

    def __str__(self) -> str:
        place = f"line {self.line}" if self.line else ""
        return ": ".join(part for part in (place, self.field, self.what) if part)


class ProfileIsBroken(Exception):
    """A file that is no profile, with all that stands against it."""

    def __init__(self, *troubles: Trouble) -> None:
        super().__init__("; ".join(str(trouble) for trouble in troubles[:8]))
        self.troubles = troubles


def read_profile(text: str) -> Profile:
    """The profile in a TOML file. Raises ProfileIsBroken."""
    if len(text) > MOST:
        raise ProfileIsBroken(Trouble("", 0, f"more than {MOST} characters"))
    try:
        content = read_toml(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileIsBroken(_syntax(error, text)) from error
    except ValueError as error:
        raise ProfileIsBroken(Trouble("", 0, str(error))) from error
    return check_content(content, text)


def check_content(content: Any, text: str = "") -> Profile:
    """The profile in plain values, such as a stored one. Raises ProfileIsBroken."""
    try:
        return Profile.model_validate_json(json.dumps(content, default=_plain))
    except (ValidationError, TypeError, ValueError, RecursionError) as error:
        raise ProfileIsBroken(*_troubles(error, text)) from error


def plain_content(profile: Profile) -> dict[str, Any]:
    """As it is stored, compared and written to a file: without what is not given."""
    return profile.model_dump(mode="json", exclude_none=True)


def _troubles(error: Exception, text: str) -> list[Trouble]:
    if not isinstance(error, ValidationError):
        return [Trouble("", 0, str(error))]
    found = (
        Trouble(".".join(str(step) for step in _place(one)), _line_of(text, _place(one)), _said(one))
        for one in error.errors(include_url=False, include_input=False)
    )
    return sorted(found, key=lambda trouble: (trouble.line == 0, trouble.line))


def _syntax(error: tomllib.TOMLDecodeError, text: str) -> Trouble:
    found = WHERE.search(str(error))
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    return Trouble("", line, WHERE.sub("", str(error)).strip())


def _place(one: Any) -> tuple[int | str, ...]:
    """Where it is to be mended: what a rule lacks as a whole is put into one of its parts."""
    place: tuple[int | str, ...] = one["loc"]
    error = str(one.get("ctx", {}).get("error", ""))
    return (*place, MENDED[error]) if error in MENDED else place


def _said(one: Any) -> str:
    """What is wrong, in the reader's language where it is one of the usual things."""
    wrong, limits = str(one["type"]), one.get("ctx", {})
    if wrong == "value_error":
        return t(str(limits["error"]))
    return t(SENTENCES[wrong], **_limits(limits)) if wrong in SENTENCES else str(one["msg"])


def _limits(limits: dict[str, Any]) -> dict[str, object]:
    return {name: value for name, value in limits.items() if name in ("ge", "le", "min_length", "max_length")}


def _line_of(text: str, steps: tuple[int | str, ...]) -> int:
    """The line in which the last step that stands in the text is written, looked for below its table's head."""
    lines, line, at = text.splitlines(), 0, 0
    for depth, step in enumerate(steps):
        if not isinstance(step, str):
            continue
        head = ".".join(str(one) for one in steps[: depth + 1] if isinstance(one, str))
        wanted = re.compile(rf'^\s*\[+{re.escape(head)}\]+|(?:^|[\s{{,])"?{re.escape(step)}"?\s*=')
        found = next((number for number in range(at, len(lines)) if wanted.search(lines[number])), None)
        if found is not None:
            at, line = found, found + 1
    return line


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a profile")
