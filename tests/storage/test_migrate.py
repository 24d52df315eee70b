"""Owners upgrade each for itself, after a copy, all or nothing; who left or is older than the data holds up nobody."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import MetaData

from storage.copies import copy_database, verify_copy
from storage.engine import Database
from storage.errors import Damaged, NewerSchema, StorageFault
from storage.migrate import Lineage, current_revision, pending, upgrade

FIRST = """op.create_table("parent", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String))
    link = sa.ForeignKey("parent.id", ondelete="CASCADE")
    op.create_table("child", sa.Column("id", sa.Integer, primary_key=True), sa.Column("parent_id", sa.Integer, link))"""
CORE = [
    FIRST,
    'search.create_index(op.get_bind())\n    guard.append_only(op.get_bind(), "child", erasable=[])',
    'with op.batch_alter_table("parent") as batch:\n        batch.alter_column("name", type_=sa.Text, nullable=False)',
]
PLUGIN = ['op.create_table("ideas_idea", sa.Column("parent_id", sa.Integer, sa.ForeignKey("parent.id")))']


def write(folder: Path, owner: str, steps: list[str]) -> Lineage:
    lineage = Lineage(owner, folder / owner, MetaData())
    lineage.folder.mkdir(exist_ok=True)
    for number, step in enumerate(steps, 1):
        before = f'"{number - 1:04}"' if number > 1 else None
        (lineage.folder / f"{number:04}_step.py").write_text(
            "import sqlalchemy as sa\nfrom alembic import op\nfrom storage import guard, search\n"
            f'revision = "{number:04}"\ndown_revision = {before}\ndef upgrade():\n    {step}\n'
        )
    return lineage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "linework.db"


def run(path: Path, key: bytes, *lineages: Lineage) -> None:
    upgrade(path, key, lineages, path.parent / "copies")


def ask(path: Path, key: bytes, statement: str) -> list[tuple[object, ...]]:
    db = Database(path, key)
    with db.reading() as connection:
        rows = [tuple(row) for row in connection.exec_driver_sql(statement)]
    db.close()
    return rows


def change(path: Path, key: bytes, statement: str) -> None:
    db = Database(path, key)
    with db.writing() as session:
        session.connection().exec_driver_sql(statement)
    db.close()


def copies(path: Path) -> list[str]:
    return sorted(copy.name for copy in (path.parent / "copies").glob("*"))


def test_a_new_database_gets_every_table_and_needs_no_copy(path: Path, key: bytes, tmp_path: Path) -> None:
    core, plugin = write(tmp_path, "core", CORE), write(tmp_path, "ideas", PLUGIN)
    run(path, key, core, plugin)
    assert copies(path) == []
    db = Database(path, key)
    assert not pending(db, [core, plugin])
    with db.reading() as connection:
        assert [current_revision(connection, each) for each in (core, plugin)] == ["0003", "0001"]
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    db.close()


def test_rebuilding_a_parent_keeps_its_children_under_a_plugin_too(path: Path, key: bytes, tmp_path: Path) -> None:
    core, plugin = write(tmp_path, "core", CORE[:2]), write(tmp_path, "ideas", PLUGIN)
    run(path, key, core, plugin)
    change(path, key, "INSERT INTO parent VALUES(1, 'Ana')")
    change(path, key, "INSERT INTO child VALUES(1, 1)")
    change(path, key, "INSERT INTO ideas_idea VALUES(1)")
    core = write(tmp_path, "core", CORE)
    db = Database(path, key)
    assert pending(db, [core, plugin])
    db.close()
    run(path, key, core, plugin)
    assert ask(path, key, "SELECT count(*) FROM child") == ask(path, key, "SELECT count(*) FROM ideas_idea") == [(1,)]


def test_a_verified_copy_of_before_is_kept(path: Path, key: bytes, tmp_path: Path) -> None:
    run(path, key, write(tmp_path, "core", CORE[:1]))
    change(path, key, "INSERT INTO parent VALUES(1, 'Ana')")
    run(path, key, write(tmp_path, "core", CORE))
    (name,) = copies(path)
    assert name.startswith("before-core-0003-")
    copy = path.parent / "copies" / name
    verify_copy(copy, key)
    assert b"SQLite format" not in copy.read_bytes()
    assert ask(copy, key, "SELECT version_num FROM schema_version_core") == [("0001",)]
    assert ask(copy, key, "SELECT name FROM parent") == [("Ana",)]


def test_only_the_last_five_copies_are_kept(path: Path, key: bytes, tmp_path: Path) -> None:
    for many in range(1, 9):
        run(
            path,
            key,
            write(tmp_path, "core", [f'op.create_table("t{n}", sa.Column("a", sa.Integer))' for n in range(many)]),
        )
    assert [name.split("-")[2] for name in copies(path)] == ["0004", "0005", "0006", "0007", "0008"]


def test_an_owner_that_left_holds_up_nobody(path: Path, key: bytes, tmp_path: Path) -> None:
    core, plugin = write(tmp_path, "core", CORE[:1]), write(tmp_path, "ideas", PLUGIN)
    run(path, key, core, plugin)
    for file in plugin.folder.rglob("*.py"):
        file.unlink()
    core = write(tmp_path, "core", CORE)
    run(path, key, plugin, core)
    assert ask(path, key, "SELECT version_num FROM schema_version_core") == [("0003",)]
    assert ask(path, key, "SELECT count(*) FROM ideas_idea") == [(0,)]


def test_data_of_a_newer_linework_is_refused_and_left_alone(path: Path, key: bytes, tmp_path: Path) -> None:
    core = write(tmp_path, "core", CORE)
    run(path, key, core)
    (core.folder / "0003_step.py").unlink()
    before = path.read_bytes()
    with pytest.raises(NewerSchema, match="newer Linework"):
        run(path, key, core)
    db = Database(path, key)
    with pytest.raises(NewerSchema):
        pending(db, [core])
    db.close()
    assert path.read_bytes() == before
    assert copies(path) == []


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (
            'op.create_table("late", sa.Column("a", sa.Integer))\n    raise RuntimeError("broken revision")',
            "broken revision",
        ),
        ('op.create_table("late", sa.Column("a", sa.Integer))\n    op.execute("DELETE FROM parent")', "points nowhere"),
    ],
)
def test_a_revision_that_fails_leaves_the_database_as_it_was(
    path: Path, key: bytes, tmp_path: Path, last: str, said: str
) -> None:
    run(path, key, write(tmp_path, "core", CORE[:1]))
    change(path, key, "INSERT INTO parent VALUES(1, 'Ana')")
    change(path, key, "INSERT INTO child VALUES(1, 1)")
    with pytest.raises((RuntimeError, StorageFault), match=said):
        run(path, key, write(tmp_path, "core", [*CORE[:2], last]))
    assert ask(path, key, "SELECT name FROM sqlite_master WHERE name LIKE 'search%' OR name = 'late'") == []
    assert ask(path, key, "SELECT version_num FROM schema_version_core") == [("0001",)]
    run(path, key, write(tmp_path, "core", CORE))
    assert ask(path, key, "SELECT name FROM parent") == [("Ana",)]


@pytest.mark.faults
@pytest.mark.parametrize("step", [1, 2])
def test_killed_in_the_middle_it_is_the_old_one(path: Path, key: bytes, tmp_path: Path, step: int) -> None:
    run(path, key, write(tmp_path, "core", CORE[:1]))
    change(path, key, "INSERT INTO parent VALUES(1, 'Ana')")
    deadly = list(CORE)
    deadly[step] += "\n    import os, signal\n    os.kill(os.getpid(), signal.SIGTERM)"
    core = write(tmp_path, "core", deadly)
    program = (
        "import sys; from pathlib import Path; from sqlalchemy import MetaData; from storage.migrate import *\n"
        "path, folder = map(Path, sys.argv[1:3])\n"
        "upgrade(path, bytes.fromhex(sys.argv[3]), [Lineage('core', folder, MetaData())], path.parent / 'copies')"
    )
    died = subprocess.run([sys.executable, "-c", program, str(path), str(core.folder), key.hex()], capture_output=True)
    assert died.returncode != 0
    assert ask(path, key, "SELECT version_num FROM schema_version_core") == [("0001",)]
    run(path, key, write(tmp_path, "core", CORE))
    assert ask(path, key, "SELECT name FROM parent") == [("Ana",)]
    assert ask(path, key, "SELECT version_num FROM schema_version_core") == [("0003",)]


def test_a_copy_that_is_not_whole_never_gets_its_name(db: Database, tmp_path: Path, key: bytes) -> None:
    copy_database(db.path, key, tmp_path / "good.db")
    data = bytearray((tmp_path / "good.db").read_bytes())
    data[-100] ^= 1
    (tmp_path / "bad.db").write_bytes(data)
    with pytest.raises(Damaged):
        verify_copy(tmp_path / "bad.db", key)
    with pytest.raises(StorageFault):
        verify_copy(tmp_path / "good.db", key[::-1])
    with pytest.raises(StorageFault):
        copy_database(tmp_path / "bad.db", key, tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy.db*"))


def test_a_copy_that_rots_while_it_is_made_never_gets_its_name(
    db: Database, tmp_path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rot_then_look(draft: Path, key: bytes) -> None:
        data = bytearray(draft.read_bytes())
        data[-100] ^= 1
        draft.write_bytes(data)
        verify_copy(draft, key)

    monkeypatch.setattr("storage.copies.verify_copy", rot_then_look)
    with pytest.raises(Damaged):
        copy_database(db.path, key, tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy.db*"))


def test_start_up_does_not_pay_for_alembic() -> None:
    program = "import sys, storage.migrate, storage.engine, storage.doctor; print('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True).stdout.strip() == "False"


def test_the_version_of_an_unknown_owner_is_none(db: Database, tmp_path: Path) -> None:
    with db.reading() as connection:
        assert current_revision(connection, Lineage("nobody", tmp_path, MetaData())) is None
    assert not pending(db, [Lineage("nobody", tmp_path / "gone", MetaData())])
