"""What the staff room declares about signing in: rights, settings and the sentences of the journal."""

from __future__ import annotations

from studio.kernel.permissions import Permission
from studio.kernel.text import N_

PERMISSIONS = (
    Permission.of("staff.code.give", N_("Give codes for a new password"), "owner console"),
    Permission.of("staff.code.use", N_("Choose a new password with a code"), "guest"),
)

SENTENCES = {
    "staff.code.give": N_("{who} gave {what} a code for a new password"),
    "staff.code.ask": N_("{what} was sent a code for a new password"),
    "staff.code.use": N_("{what} chose a new password with a code"),
    "staff.code.refuse": N_("A code for a new password was refused"),
}
