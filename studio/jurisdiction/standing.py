"""What was in force when: noted in the act that first relies on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from storage.table import columns_of
from studio.jurisdiction.facts import RulesChanged
from studio.jurisdiction.models import ProfileInForce
from studio.jurisdiction.reading import plain_content
from studio.jurisdiction.refusals import ProfileIsUnknown
from studio.jurisdiction.schema import Profile
from studio.jurisdiction.shelf import NEUTRAL, SETTING, careful, digest_of, found
from studio.kernel.settings import SettingRow
from studio.kernel.text import LANGUAGES, language
from studio.kernel.work import Work

FORCE = columns_of(ProfileInForce)
ROW = columns_of(SettingRow)


@dataclass(frozen=True, slots=True)
class Standing:
    """Which rules counted: what evidence carries."""

    number: int
    key: str
    name: str
    digest: str
    checked_on: date | None

    def plain(self) -> dict[str, object]:
        """As a signed packet keeps it."""
        checked = self.checked_on.isoformat() if self.checked_on else ""
        return {"number": self.number, "key": self.key, "name": self.name, "digest": self.digest, "checked_on": checked}


def stand(work: Work) -> Standing:
    """The edition in force in this act. A new one is noted: the choice, a copy or a shipped file has changed."""
    return _noted(work, _chosen(work) or careful())


def stand_chosen(work: Work) -> Standing:
    """As `stand`, for a choice just made. Raises ProfileIsUnknown where there is no such profile."""
    profile = _chosen(work)
    if profile is None:
        raise ProfileIsUnknown(SETTING)
    return _noted(work, profile)


def _noted(work: Work, profile: Profile) -> Standing:
    digest = digest_of(profile)
    last = work.connection.execute(
        select(FORCE.c.number, FORCE.c.key, FORCE.c.digest).order_by(FORCE.c.number.desc()).limit(1)
    ).first()
    if last is not None and (last.key, last.digest) == (profile.key, digest):
        number = last.number
    else:
        number = last.number + 1 if last else 1
        name = name_of(profile, "en")
        content = plain_content(profile)
        work.add(
            ProfileInForce(
                number=number, key=profile.key, name=name, since=work.now, digest=digest, content=content,
                created_at=work.now, updated_at=work.now,
            )
        )  # fmt: skip
        work.emit(RulesChanged(number, profile.key, digest))
    return Standing(number, profile.key, name_of(profile, "en"), digest, profile.checked_on)


def name_of(profile: Profile, tag: str = "") -> str:
    """Its name in the reader's language."""
    return said(profile.name, tag)


def said(words: dict[str, str], tag: str = "") -> str:
    """A text in the reader's language, else in English, else in whichever it has."""
    wanted = tag or language()
    return words.get(wanted) or next((words[other] for other in (*LANGUAGES, *words) if other in words), "")


def _chosen(work: Work) -> Profile | None:
    """As the act itself sees it, also what it has just changed."""
    key = work.connection.scalar(select(ROW.c.value).where(ROW.c.key == SETTING))
    return found(work.connection, key or NEUTRAL)
