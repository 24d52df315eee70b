"""A studio whose documents room is open, and made-up papers."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from studio.documents.area import AREA as DOCUMENTS
from studio.extension.opening import open_studio
from studio.kernel.house import House, close_house
from tests.conftest import rooms


@pytest.fixture
def studio(migrated: Path, tmp_path: Path) -> Iterator[House]:
    """As everywhere, with the documents room and its tables."""
    importlib.import_module("studio.documents.actions")
    folder = tmp_path / "data"
    shutil.copytree(migrated, folder)
    registry = rooms()
    if "documents" not in registry.areas:
        registry.add(DOCUMENTS)
    house = open_studio(folder, registry)
    with house.db.writing() as session:
        SQLModel.metadata.create_all(session.connection())
    yield house
    close_house()
