"""The verbs of importing: a file is kept, mapped, checked and staged; then all of it is put on file at once."""

from studio.clients.importing.actions.file import drop_import, keep_import, map_import, tidy_import
from studio.clients.importing.actions.finish import import_clients, undo_import
from studio.clients.importing.actions.ready import index_rows, start_import, stop_import
from studio.clients.importing.actions.stage import check_import, choose_row, settle_check, stage_rows

__all__ = [
    "check_import",
    "choose_row",
    "drop_import",
    "import_clients",
    "index_rows",
    "keep_import",
    "map_import",
    "settle_check",
    "stage_rows",
    "start_import",
    "stop_import",
    "tidy_import",
    "undo_import",
]
