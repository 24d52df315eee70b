"""What was removed long enough ago goes for good, row and bytes; never while a client is held back."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import not_
from sqlmodel import col, select

from studio.documents.attachments.facts import RemovedFilesGone
from studio.documents.attachments.holding import about_clients
from studio.documents.attachments.models import Attachment
from studio.extension.stored import let_go
from studio.kernel.work import Work, action
from studio.privacy.due import held_clients

DAYS = "documents.attachments.days"


@action("documents.attachment.clear")
def clear_removed(work: Work) -> int:
    """Gives how many went."""
    house = work.house
    last = work.now - timedelta(days=house.settings[DAYS])
    held = held_clients(work.connection, house.clock.today(house.settings["studio.zone"]))
    over = select(Attachment).where(col(Attachment.removed_at) <= last)
    gone = work.session.exec(over.where(not_(about_clients(list(held)))) if held else over).all()
    files = [file for one in gone for file in (one.file_id, one.small_id)]
    for one in gone:
        work.session.delete(one)
    let_go(work, files)
    if gone:
        work.emit(RemovedFilesGone(len(gone)))
    return len(gone)
