"""What can have happened to a file of clients."""

from dataclasses import dataclass

from studio.clients.facts import ManyClientsFact


@dataclass(frozen=True)
class ClientsImported(ManyClientsFact):
    """Everybody in a file is on file: `count` new ones; `filled` were on file and lacked something.

    `file_hash` is the SHA-256 of the file, `file_id` where it is kept: its rows can be looked up again.
    """

    file_name: str = ""
    file_hash: str = ""
    file_id: str = ""
    filled: int = 0
    left_out: int = 0
    wrong: int = 0


@dataclass(frozen=True)
class ImportUndone(ManyClientsFact):
    """Everybody an import had put on file was archived again."""

    file_name: str = ""
    file_hash: str = ""
