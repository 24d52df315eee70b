"""The way into a data folder: straight through when all is well, by the recovery screen when it was hurt."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import SQLAlchemyError

from pages.recovery.telling import tell_the_journal
from pages.recovery.ways import judged
from storage.arriving import refuse_damaged_pages, refuse_hurt, refuse_unwritable, shut
from storage.errors import Damaged, FolderInUse, StorageFault, fault_in
from storage.folder import DataFolder
from storage.keys import data_key
from studio.kernel.text import t

if TYPE_CHECKING:
    from pages.recovery.showing import Screens

T = TypeVar("T")


@contextmanager
def entered(told: argparse.Namespace, enter: Callable[[], T], tell: Callable[[str], None]) -> Iterator[T | None]:
    """What `enter` gives once the folder is whole and ours alone; None when somebody ended the recovery screen.

    Behind a proxy nothing tells this computer from the network, so there the fault is raised instead.
    """
    folder, screens = DataFolder(told.data), None
    with ExitStack() as held:
        lock = _locking(folder, held)
        while isinstance(inside := tried(folder, enter, lock), StorageFault):
            if told.behind_proxy:
                raise inside
            tell(str(inside))
            screens = screens or _screens(told, tell)
            if not screens.show(folder, judged(folder, inside)):
                yield None
                return
        tell_the_journal(folder)
        yield inside


def tried(folder: DataFolder, enter: Callable[[], T], lock: Callable[[], None]) -> T | StorageFault:
    """What stands in the way is given back; a Linework that already serves the folder is no matter for this screen."""
    try:
        lock()
        refuse_unwritable(folder)
        refuse_hurt(folder)
        if folder.db.exists():
            refuse_damaged_pages(folder, data_key(folder.path))
        folder.ensure()
        return enter()
    except FolderInUse:
        raise
    except StorageFault as fault:
        return fault
    except OSError as error:
        return shut(error)
    except (SQLAlchemyError, driver.Error) as error:
        return fault_in(error) or Damaged(type(error).__name__)


def _locking(folder: DataFolder, held: ExitStack) -> Callable[[], None]:
    """Locks the folder at the first call that can; it stays ours until `held` is left."""
    locked = False

    def lock() -> None:
        nonlocal locked
        if not locked:
            folder.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            held.enter_context(folder.lock())
            locked = True

    return lock


def _screens(told: argparse.Namespace, tell: Callable[[str], None]) -> Screens:
    from pages.recovery.showing import Screens

    return Screens(told.port, lambda url: tell(t("Recovery screen: {url}", url=url)), window=told.command == "window")
