"""The verbs of upkeep."""

from __future__ import annotations

from typing import Any

from studio.kernel.settings import SettingRow
from studio.kernel.work import Work, action
from studio.upkeep.facts import SettingChanged
from studio.upkeep.refusals import SettingIsUnknown, ValueDoesNotFit


@action("upkeep.settings.change", needs="upkeep.settings.reach")
def change_setting(work: Work, key: str, value: Any) -> None:
    """Set one setting; its own declaration says who may and what fits."""
    declared = work.house.settings.declaration(key)
    if declared is None:
        raise SettingIsUnknown(key=key[:80])
    work.permit(declared.who)
    if type(value) is not declared.type:
        raise ValueDoesNotFit(key)
    value = declared.check(value) if declared.check else value
    row = work.session.get(SettingRow, key)
    if row is None:
        work.add(SettingRow(key=key, value=value))
    elif row.value != value:
        row.value = value
    work.emit(SettingChanged(key))
