"""The verbs of upkeep."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, insert, select, update

from storage.table import columns_of
from studio.kernel.changes import SECRET
from studio.kernel.secret import seal
from studio.kernel.settings import Setting, SettingRow
from studio.kernel.undoing import CannotBeUndone, Past
from studio.kernel.work import Work, action
from studio.upkeep.facts import SettingChanged
from studio.upkeep.refusals import SettingIsUnknown, ValueDoesNotFit

_setting = columns_of(SettingRow)


@action("upkeep.settings.change", needs="upkeep.settings.reach")
def change_setting(work: Work, key: str, value: Any) -> None:
    """Set one setting; its own declaration says who may and what fits."""
    declared = _declared(work, key)
    if type(value) is not declared.type:
        raise ValueDoesNotFit(key)
    value = declared.check(value) if declared.check else value
    if declared.secret:
        _keep_secret(work, key, value)
        return
    row = work.session.get(SettingRow, key)
    if row is None:
        work.add(SettingRow(key=key, value=value))
    elif row.value != value:
        row.value = value
    work.emit(SettingChanged(key))


@action("upkeep.settings.reset", needs="upkeep.settings.reach")
def reset_setting(work: Work, key: str) -> None:
    """Set one setting back to how it comes; a secret is forgotten."""
    declared = _declared(work, key)
    row = work.session.get(SettingRow, key)
    if row is None:
        return
    if declared.secret:
        work.connection.execute(delete(_setting).where(_setting.c.key == key))
        work.note("setting", key, {"value": SECRET}, None)
    else:
        work.session.delete(row)
    work.emit(SettingChanged(key))


@change_setting.undone_by
@reset_setting.undone_by
def as_it_was(work: Work, past: Past) -> None:
    """The value before, or how it comes where it was never set."""
    (change,) = past.of("setting")
    if SECRET in (change["before"] or change["after"]).values():
        raise CannotBeUndone
    if change["before"] is None:
        reset_setting(work, change["id"])
    else:
        change_setting(work, change["id"], change["before"]["value"])


def _declared(work: Work, key: str) -> Setting:
    """The declaration, if this person may change what it declares."""
    declared = work.house.settings.declaration(key)
    if declared is None:
        raise SettingIsUnknown(key=key[:80])
    work.permit(declared.who)
    return declared


def _keep_secret(work: Work, key: str, value: str) -> None:
    """Sealed before it is stored; the journal says that it changed, not into what."""
    row = {"key": key, "value": seal(work.house, value)}
    known = work.connection.execute(select(_setting.c.key).where(_setting.c.key == key)).first()
    change = update(_setting).where(_setting.c.key == key) if known else insert(_setting)
    work.connection.execute(change.values(row))
    work.note("setting", key, {"value": SECRET} if known else None, {"key": key, "value": SECRET})
    work.emit(SettingChanged(key))
