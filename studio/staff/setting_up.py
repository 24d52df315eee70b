"""What staff declares of the first start: the right to it, and what was typed so far, kept until the owner is made."""

from __future__ import annotations

from studio.kernel.house import house
from studio.kernel.permissions import Permission
from studio.kernel.secret import unseal
from studio.kernel.settings import Setting
from studio.kernel.text import N_

KEPT, NEEDS = "staff.setup", "staff.studio.set_up"
PERMISSIONS = (Permission.of(NEEDS, N_("Set up an empty studio"), "console"),)
SETTINGS = (
    Setting(KEPT, str, "", N_("What was typed before the studio was set up"), NEEDS, secret=True, listed=False),
)
SENTENCES = {
    "staff.studio.set_up": N_("{who} set up the studio"),
    "staff.setup.finish": N_("{who} set up the studio"),
    "staff.setup.keep": N_("{who} went on with setting up the studio"),
}


def kept_setup() -> str:
    """What was typed so far, for the wizard itself; nothing at the very first start and after the last."""
    return unseal(house(), str(house().settings[KEPT]))
