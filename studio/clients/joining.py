"""Making two files one, and taking them apart again: what the verbs of merging share."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import select

from studio.clients import facts, refusals
from studio.clients.filing import change, make_findable
from studio.clients.models import Client, HealthAnswer
from studio.clients.rules.details import FIELDS
from studio.clients.rules.health import health_light
from studio.clients.rules.joining import PICTURE
from studio.kernel.changes import plain
from studio.kernel.work import Work

PICTURES = ("photo", "photo_small")
ANSWER = ("answer", "choices", "detail", "level", "answered_at", "source", "before")
Inverse = dict[str, Any]


def write_fields(work: Work, kept: Client, other: Client, values: Mapping[str, Any]) -> Inverse:
    """The chosen fields and the picture; gives each changed one before and after."""
    before = {field: plain(getattr(kept, field)) for field in (*FIELDS, *PICTURES)}
    change(work, kept, {field: value for field, value in values.items() if field != PICTURE})
    if PICTURE in values:
        kept.photo, kept.photo_small = other.photo, other.photo_small
        work.emit(facts.PhotoChanged(kept.id))
    after = {field: plain(getattr(kept, field)) for field in before}
    return {field: [before[field], after[field]] for field in before if before[field] != after[field]}


def take_answers(work: Work, kept: Client, other: Client) -> list[Inverse]:
    """To each question the newer answer counts, and shows what was said before; gives each before and after."""
    ours, told = answers_by_question(work, kept), []
    for theirs in answers_by_question(work, other).values():
        row = ours.get(theirs.question)
        if row is not None and row.answered_at >= theirs.answered_at:
            continue
        before = _content(row) if row else None
        row = row or HealthAnswer(
            client_id=kept.id, question=theirs.question, answer=False, level=theirs.level, answered_at=work.now
        )
        _fill(row, {name: getattr(theirs, name) for name in ANSWER})
        work.add(row)
        told.append({"question": theirs.question, "before": before, "after": _content(row)})
    if told:
        set_light(work, kept)
    return told


def give_answers_back(work: Work, kept: Client, told: list[Inverse]) -> None:
    """The answers as they were before the merge; refused when one has been given again since."""
    ours = answers_by_question(work, kept)
    for one in told:
        row = ours.get(one["question"])
        if row is None or _content(row) != one["after"]:
            raise refusals.MergeWasBuiltOn(name=kept.name)
        if one["before"] is None:
            work.session.delete(row)
        else:
            _fill(row, one["before"])
            work.add(row)
    if told:
        work.session.flush()
        set_light(work, kept)


def give_fields_back(work: Work, kept: Client, told: Mapping[str, list[Any]]) -> None:
    """The fields as they were before the merge; refused when one has been changed since."""
    if any(plain(getattr(kept, field)) != after for field, (_, after) in told.items()):
        raise refusals.MergeWasBuiltOn(name=kept.name)
    dates = {"birth_date", "guardian_birth_date", "id_expires"}
    before = {
        field: date.fromisoformat(was) if was and field in dates else was
        for field, (was, _) in told.items()
        if field not in PICTURES
    }
    change(work, kept, before)
    if "photo" in told or "photo_small" in told:
        for field in PICTURES:
            if field in told:
                setattr(kept, field, told[field][0])
        work.emit(facts.PhotoChanged(kept.id))


def put_away(work: Work, other: Client, kept: Client) -> Inverse:
    """Archive the other file with a pointer, and point those merged into it before to the same one."""
    children = list(work.session.exec(select(Client).where(Client.merged_into == other.id)))
    inverse = {"archived_at": plain(other.archived_at), "children": [str(one.id) for one in children]}
    for one in (*children, other):
        one.merged_into = kept.id
        work.add(one)
    other.archived_at = other.archived_at or work.now
    work.session.flush()
    make_findable(work, other)
    return inverse


def bring_back(work: Work, other: Client, inverse: Inverse) -> None:
    """The other file where it was before the merge, with those that had been merged into it."""
    since = inverse["archived_at"]
    other.merged_into = None
    other.archived_at = datetime.fromisoformat(since) if since else None
    for child in inverse["children"]:
        work.get(Client, UUID(child)).merged_into = other.id
    work.session.flush()
    make_findable(work, other)


def answers_by_question(work: Work, client: Client) -> dict[str, HealthAnswer]:
    """The present answers."""
    found = work.session.exec(select(HealthAnswer).where(HealthAnswer.client_id == client.id))
    return {row.question: row for row in found}


def set_light(work: Work, client: Client) -> None:
    """The light as the answers now say."""
    rows = answers_by_question(work, client).values()
    client.health_light = health_light((row.question, row.answer, row.level) for row in rows)
    work.emit(facts.HealthChanged(client.id, client.health_light))


def _content(row: HealthAnswer) -> Inverse:
    return {name: plain(getattr(row, name)) for name in ANSWER}


def _fill(row: HealthAnswer, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        moment = name == "answered_at" and isinstance(value, str)
        setattr(row, name, datetime.fromisoformat(value) if moment else value)
