"""What every test may ask for: a studio of its own, opened on a fresh data folder."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.catalog.area import AREA as CATALOG
from studio.clients.area import AREA as CLIENTS
from studio.consent.area import AREA as CONSENT
from studio.consent.drawer import drawer
from studio.documents.area import AREA as DOCUMENTS
from studio.extension.opening import open_studio
from studio.extension.registry import Registry
from studio.inspection.area import AREA as INSPECTION
from studio.jurisdiction.area import AREA as JURISDICTION
from studio.kernel.house import House, close_house
from studio.messages.area import AREA as MESSAGES
from studio.messages.postman import postman
from studio.photos.area import AREA as PHOTOS
from studio.privacy.area import AREA as PRIVACY
from studio.schedule.area import AREA as SCHEDULE
from studio.staff import rules as staff_rules
from studio.staff.area import AREA as STAFF
from studio.tattoo.area import AREA as TATTOO
from studio.upkeep.area import AREA as UPKEEP
from tests.again import pytest_report_teststatus, pytest_runtest_protocol, pytest_terminal_summary
from tests.guard import nothing_leaves_this_machine
from tests.patience import pages_are_given_time, pages_that_are_gone_leave_nothing
from tests.workers import (
    only_what_is_tried_is_measured,
    pytest_collection_modifyitems,
    pytest_xdist_make_scheduler,
    what_lives_on_is_not_swept_again,
)

__all__ = [
    "migrated",
    "nothing_leaves_this_machine",
    "only_what_is_tried_is_measured",
    "pages_are_given_time",
    "pages_that_are_gone_leave_nothing",
    "pytest_collection_modifyitems",
    "pytest_report_teststatus",
    "pytest_runtest_protocol",
    "pytest_terminal_summary",
    "pytest_xdist_make_scheduler",
    "studio",
    "usual_cost",
    "what_lives_on_is_not_swept_again",
]


def rooms() -> Registry:
    """The core rooms, without screens."""
    for room in (
        "staff",
        "upkeep",
        "clients",
        "catalog",
        "messages",
        "documents",
        "jurisdiction",
        "privacy",
        "inspection",
        "photos",
        "schedule",
        "tattoo",
        "consent",
    ):
        importlib.import_module(f"studio.{room}.actions")  # the registry checks the verbs it can see
    for demo in ("clients", "catalog", "jurisdiction", "messages", "photos", "privacy", "schedule", "consent"):
        importlib.import_module(f"studio.{demo}.demo")
    ground = [STAFF, UPKEEP, CLIENTS, CATALOG, MESSAGES, DOCUMENTS, JURISDICTION, PRIVACY, INSPECTION, PHOTOS]
    return Registry([*ground, SCHEDULE, TATTOO, CONSENT])


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty data folder with every table, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("migrated") / "data"
    open_studio(folder, rooms())
    close_house()
    return folder


@pytest.fixture(scope="session", autouse=True)
def usual_cost() -> Iterator[int]:
    """Passwords of tests are hashed as cheaply as bcrypt can; this is what they cost in a studio."""
    with pytest.MonkeyPatch.context() as patch:
        usual = staff_rules.COST
        patch.setattr(staff_rules, "COST", 4)
        yield usual


@pytest.fixture
def studio(migrated: Path, tmp_path: Path) -> Iterator[House]:
    """A house of one's own, closed at the end."""
    folder = tmp_path / "data"
    shutil.copytree(migrated, folder)
    yield open_studio(folder, rooms())
    drawer.settle()  # papers of kept packets are drawn on a thread of its own
    postman.settle()
    close_house()
