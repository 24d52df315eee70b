"""`python -m studio.extension.drawing "what it is for"`: draws core's next revision. A developer's command."""

from __future__ import annotations

import importlib
import sys

from storage.drawing import draw_revision
from studio.extension.opening import CORE

TABLES = (
    "studio.kernel.journal",
    "studio.kernel.settings",
    "studio.kernel.roles",
    "studio.extension.timers",
    "studio.staff.models",
    "studio.clients.models",
    "studio.schedule.models",
    "studio.catalog.models",
    "studio.messages.models",
    "studio.documents.models",
    "studio.documents.papers.models",
    "studio.documents.attachments.models",
    "studio.upkeep.models",
    "studio.consent.models",
    "studio.consent.text_models",
    "studio.jurisdiction.models",
    "studio.privacy.models",
    "studio.inspection.models",
    "studio.photos.models",
    "studio.tattoo.models",
)


def main() -> int:
    """Import every table, compare with the revisions so far, write the difference."""
    if len(sys.argv) != 2:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    for module in TABLES:
        importlib.import_module(module)
    sys.stdout.write(f"{draw_revision(CORE, sys.argv[1])}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
