"""Draws a lineage's next revision from its tables: a developer's command, never run in a studio."""

from __future__ import annotations

import re
import secrets
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal

from storage.connecting import make_engine
from storage.migrate import Lineage, upgrade

_TEMPLATE = '''"""{message}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "{revision}"
down_revision = {before}


def upgrade() -> None:
    {steps}
'''
_OURS = ("search_", "schema_version_", "sqlite_")


def draw_revision(lineage: Lineage, message: str, others: Sequence[Lineage] = ()) -> Path:
    """Writes `NNNN_message.py` with what the tables have and the revisions so far lack. Read it before committing it.

    Search index, guards and new members of an enumeration are not seen: write those by hand (`op.get_bind()`).
    """
    before = lineage.revisions[-1] if lineage.revisions else None
    revision = f"{int(before or 0) + 1:04}"
    slug = re.sub(r"\W+", "_", message.lower()).strip("_")[:40]
    text = _TEMPLATE.format(
        message=message, revision=revision, before=f'"{before}"' if before else None, steps=_steps(lineage, others)
    )
    drawn = lineage.folder / f"{revision}_{slug}.py"
    drawn.write_text(text, encoding="utf-8")
    return drawn


def _steps(lineage: Lineage, others: Sequence[Lineage]) -> str:
    """What leads from a database made by the revisions so far to the tables as declared."""
    from alembic.autogenerate import produce_migrations, render_python_code
    from alembic.operations.ops import UpgradeOps
    from alembic.runtime.migration import MigrationContext

    key = secrets.token_bytes(32)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "drawing.db"
        upgrade(path, key, [*others, lineage], Path(scratch))
        engine = make_engine(path, key, pool_size=1)
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts=_options(lineage))
            steps = produce_migrations(context, lineage.metadata).upgrade_ops or UpgradeOps()
        engine.dispose()
    code = render_python_code(steps, render_as_batch=True, render_item=_render, migration_context=context)
    return "\n".join(line for line in code.splitlines() if "###" not in line).strip()


def _options(lineage: Lineage) -> dict[str, Any]:
    return {
        "target_metadata": lineage.metadata,
        "compare_type": True,
        "render_as_batch": True,
        "render_item": _render,
        "include_name": _belongs_to(lineage),
        "include_object": lambda table, name, kind, reflected, other: _belongs_to(lineage)(name, kind, {}),
    }


def _belongs_to(lineage: Lineage) -> Callable[[str | None, str, Any], bool]:
    """Core owns every table of its metadata; another owner those that begin with its name."""

    def belongs(name: str | None, kind: str, parents: Any) -> bool:
        if kind != "table" or name is None:
            return True
        return not name.startswith(_OURS) and (lineage.owner == "core" or name.startswith(f"{lineage.owner}_"))

    return belongs


def _render(kind: str, value: Any, context: Any) -> str | Literal[False]:
    """Our column types by their names; SQLModel's own string as the plain one."""
    if kind != "type":
        return False
    if type(value).__module__ == "storage.columns":
        return f"columns.{type(value).__name__}()"
    if type(value).__name__ == "AutoString":
        return f"sa.String(length={value.length})" if value.length else "sa.String()"
    return False
