"""The verbs about people, sign-ins and tokens."""

from studio.staff.actions.codes import ask_for_code, give_code, refuse_code, use_code
from studio.staff.actions.devices import (
    invite_device,
    leave_device,
    mark_desk,
    pair_device,
    rename_device,
    revoke_device,
    unmark_desk,
)
from studio.staff.actions.faces import remove_face, set_face
from studio.staff.actions.inviting import invite_again, invite_user
from studio.staff.actions.people import add_user, change_user, fill_account, set_password, set_up_studio
from studio.staff.actions.pins import lock_sign_in, set_pin, switch_sign_in, unlock_sign_in
from studio.staff.actions.roles import add_role, change_rights, remove_role, rename_role, reset_rights
from studio.staff.actions.second_step import (
    refuse_second_step,
    renew_recovery_codes,
    turn_off_second_step,
    turn_on_second_step,
)
from studio.staff.actions.sessions import end_sign_in, open_sign_in, refuse_sign_in, sign_out_everywhere
from studio.staff.actions.setting_up import Invited, finish_setup, keep_setup
from studio.staff.actions.tokens import invite_guest, issue_token, open_guest_token, use_guest_token

__all__ = [
    "Invited",
    "add_role",
    "add_user",
    "ask_for_code",
    "change_rights",
    "change_user",
    "end_sign_in",
    "fill_account",
    "finish_setup",
    "give_code",
    "invite_again",
    "invite_device",
    "invite_guest",
    "invite_user",
    "issue_token",
    "keep_setup",
    "leave_device",
    "lock_sign_in",
    "mark_desk",
    "open_guest_token",
    "open_sign_in",
    "pair_device",
    "refuse_code",
    "refuse_second_step",
    "refuse_sign_in",
    "remove_face",
    "remove_role",
    "rename_device",
    "rename_role",
    "renew_recovery_codes",
    "reset_rights",
    "revoke_device",
    "set_face",
    "set_password",
    "set_pin",
    "set_up_studio",
    "sign_out_everywhere",
    "switch_sign_in",
    "turn_off_second_step",
    "turn_on_second_step",
    "unlock_sign_in",
    "unmark_desk",
    "use_code",
    "use_guest_token",
]
