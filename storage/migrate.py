"""Brings a database up to date: one lineage of revisions per owner, each upgraded in one transaction, after a copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, column, select, table

from storage.connecting import MIGRATING, make_engine
from storage.copies import copy_database, keep_newest
from storage.engine import Database
from storage.errors import NewerSchema, StorageFault, UpgradeFailed
from storage.opening import refuse_affected_sqlite, refuse_unreadable

COPIES_KEPT = 5
_REVISION_FILE = re.compile(r"(\d{4})_\w+\.py")


@dataclass(frozen=True)
class Lineage:
    """One owner's revisions: `NNNN_what.py`, in which revision is "NNNN" and down_revision the one before."""

    owner: str
    folder: Path
    metadata: MetaData

    @property
    def revisions(self) -> list[str]:
        """All there are, in order; none when the owner has left."""
        names = (_REVISION_FILE.fullmatch(path.name) for path in self.folder.glob("*.py"))
        return sorted(name[1] for name in names if name)

    @property
    def version_table(self) -> str:
        """Each owner counts for itself, so that one that left holds up nobody."""
        return f"schema_version_{self.owner}"


def pending(db: Database, lineages: Iterable[Lineage]) -> bool:
    """Whether any lineage has revisions this database lacks. NewerSchema when the database has some that we lack."""
    with db.reading() as connection:
        return bool([lineage for lineage in lineages if _lacks(connection, lineage)])


def upgrade(path: Path, key: bytes, lineages: Sequence[Lineage], copies: Path) -> None:
    """Runs what is pending, owner by owner; a database with data in it is copied first. All of an owner's or none."""
    refuse_affected_sqlite()
    refuse_unreadable(path, key)
    engine = make_engine(path, key, pool_size=1, pragmas=MIGRATING)
    try:
        with engine.connect() as connection:
            behind = [lineage for lineage in lineages if _lacks(connection, lineage)]
            worth_a_copy = connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").first() is not None
        for lineage in behind:
            if worth_a_copy:
                _copy(path, key, lineage, copies)
            _upgrade(engine, lineage)
    finally:
        engine.dispose()


def _upgrade(engine: Engine, lineage: Lineage) -> None:
    """In one transaction; whatever a revision raises, the database is as it was."""
    try:
        with engine.execution_options(access="write").begin() as connection:
            _run(connection, lineage)
    except StorageFault:
        raise
    except Exception as error:
        first_line = str(error).partition("\n")[0]  # the ones below may hold what people wrote
        raise UpgradeFailed(f"{lineage.owner}: {first_line}") from error


def _run(connection: Connection, lineage: Lineage) -> None:
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(lineage.folder), version_locations=[str(lineage.folder)])

    def steps(revision: Any, context: Any) -> Any:
        return script._upgrade_revs("head", revision)

    with EnvironmentContext(Config(), script, fn=steps) as environment:
        environment.configure(
            connection=connection,
            target_metadata=lineage.metadata,
            version_table=lineage.version_table,
            render_as_batch=True,
            transactional_ddl=True,
        )
        environment.run_migrations()
    loose = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if loose:
        raise StorageFault(f"after upgrading {lineage.owner}, a row of {loose[0][0]} points nowhere")


def _lacks(connection: Connection, lineage: Lineage) -> bool:
    """Whether revisions are to be run. An owner without any revision has left, or stores nothing."""
    revisions, current = lineage.revisions, current_revision(connection, lineage)
    if not revisions:
        return False
    if current is not None and current not in revisions:
        raise NewerSchema(f"{lineage.owner} is at {current}, known up to {revisions[-1]}")
    return current != revisions[-1]


def current_revision(connection: Connection, lineage: Lineage) -> str | None:
    """Where this database stands with an owner; None before the first revision."""
    known = "SELECT 1 FROM sqlite_master WHERE type='table' AND name=?"
    if connection.exec_driver_sql(known, (lineage.version_table,)).first() is None:
        return None
    versions = table(lineage.version_table, column("version_num"))
    found = connection.execute(select(versions.c.version_num)).scalar()
    return None if found is None else str(found)


def _copy(path: Path, key: bytes, lineage: Lineage, copies: Path) -> None:
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    copy_database(path, key, copies / f"before-{lineage.owner}-{lineage.revisions[-1]}-{now}.db")
    keep_newest(copies, "before-*.db", COPIES_KEPT)
