"""A drawn revision brings a database to the tables as they are declared, and a second one finds nothing to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, String, Table

from storage.drawing import draw_revision
from storage.engine import Database
from storage.migrate import Lineage, pending, upgrade
from tests.storage.tables import Line, Own, Sale


@pytest.fixture
def core(tmp_path: Path) -> Lineage:
    (tmp_path / "core").mkdir()
    return Lineage("core", tmp_path / "core", Own.metadata)


def test_drawn_and_run_the_tables_take_rows(core: Lineage, tmp_path: Path, key: bytes) -> None:
    drawn = draw_revision(core, "First: the tables!")
    assert drawn.name == "0001_first_the_tables.py"
    upgrade(tmp_path / "linework.db", key, [core], tmp_path)
    db = Database(tmp_path / "linework.db", key)
    assert not pending(db, [core])
    with db.writing() as session:
        sale = Sale(number=1, basket=["needle"])
        session.add(sale)
        session.flush()
        session.add(Line(sale_id=sale.id))
    db.close()
    second = draw_revision(core, "Nothing new").read_text()
    assert second.split("def upgrade() -> None:")[1].strip() == "pass"
    assert 'down_revision = "0001"' in second


def test_an_owner_draws_its_own_tables_only(core: Lineage, tmp_path: Path) -> None:
    draw_revision(core, "Core")
    metadata = MetaData()
    Table("ideas_idea", metadata, Column("id", Integer, primary_key=True), Column("title", String(40)))
    Table("foreign_matter", metadata, Column("id", Integer, primary_key=True))
    (tmp_path / "ideas").mkdir()
    drawn = draw_revision(Lineage("ideas", tmp_path / "ideas", metadata), "Ideas", others=[core]).read_text()
    assert "ideas_idea" in drawn
    assert "foreign_matter" not in drawn
    assert "drop_table" not in drawn
