"""What attached files tell of people: they go with whomever they are about, bytes and all."""

from __future__ import annotations

from storage.table import columns_of
from studio.documents.attachments.models import Attachment
from studio.extension.holding import Holding
from studio.kernel.text import N_

ATTACHED = Holding(
    columns_of(Attachment),
    {
        "person": "name note",
        "picture": "file_id small_id",
        "evidence": "at",
        "staff": "by_id by_name removed_by_name",
        "technical": "subject_kind subject_id kind size pages private removed_at",
    },
    N_("Attached files"),
    whose="subject_id",
    files="file_id small_id",
)
