"""Who may do what in the clients room: each verb is refused to everybody it is not for."""

from typing import Any

import pytest
from uuid_utils.compat import uuid7

import studio.clients.actions as verbs
from studio.clients.actions.export import export_clients
from studio.clients.area import AREA
from studio.clients.choosing import Chosen
from studio.clients.demo.fill import fill_batch, fill_inbox
from studio.clients.importing.readying import Portion
from studio.clients.pictures import Portrait
from studio.clients.waiting import watch_waiting
from studio.kernel.actor import guest
from studio.kernel.house import House
from studio.kernel.permissions import ROLES
from studio.kernel.refusal import Denied, Refusal
from studio.kernel.work import ACTIONS, Action, perform
from tests.factories.people import signed_in

NOBODY = uuid7()
NONE = Chosen(ids=())
DESKS = {"owner", "manager"}
LOOKED = {"reading": {}, "mapping": [], "order": "dmy", "heads": [], "samples": [], "lines": 0}
TEAM = {"owner", "manager", "reception", "artist", "guest_artist", "viewer"}
CALLS: list[tuple[Action[..., Any], tuple[Any, ...], set[str]]] = [
    (verbs.create_client, ({"name": "A"},), {"owner", "manager", "reception", "artist"}),
    (verbs.edit_client, (NOBODY, {}, 1), {"owner", "manager", "reception", "artist"}),
    (verbs.archive_client, (NOBODY,), {"owner", "manager", "reception"}),
    (export_clients, (), {"owner", "manager"}),
    (verbs.restore_client, (NOBODY,), {"owner", "manager", "reception"}),
    (verbs.set_artist, (NOBODY, None), {"owner", "manager", "reception"}),
    (verbs.export_clients, (), {"owner", "manager"}),
    (verbs.note_blocked_export, (), TEAM),
    (verbs.tag_clients, (NONE, "vip"), {"owner", "manager", "reception", "artist"}),
    (verbs.untag_clients, (NONE, "vip"), {"owner", "manager", "reception", "artist"}),
    (verbs.archive_clients, (NONE,), {"owner", "manager", "reception"}),
    (verbs.restore_clients, (NONE,), {"owner", "manager", "reception"}),
    (verbs.reveal_identity, (NOBODY,), {"owner", "manager"}),
    (verbs.merge_clients, (NOBODY, uuid7(), {}, 1, 1), {"owner", "manager", "reception"}),
    (verbs.unmerge_clients, (NOBODY,), {"owner", "manager", "reception"}),
    (verbs.keep_apart, (NOBODY, uuid7()), {"owner", "manager", "reception"}),
    (verbs.doubt_apart, (NOBODY, uuid7()), {"owner", "manager", "reception"}),
    (verbs.rename_tag, ("old", "new"), {"owner", "manager", "reception"}),
    (verbs.undo_rename, (verbs.Renamed("old", "new", (), ()),), {"owner", "manager", "reception"}),
    (verbs.remove_tag, ("old",), {"owner", "manager", "reception"}),
    (verbs.colour_tag, ("old", 1), {"owner", "manager", "reception"}),
    (verbs.keep_view, ("Mine", {}), TEAM),
    (verbs.drop_view, (NOBODY,), TEAM),
    (verbs.set_photo, (NOBODY, Portrait(b"", b"")), {"owner", "manager", "reception", "artist"}),
    (verbs.remove_photo, (NOBODY,), {"owner", "manager", "reception", "artist"}),
    (verbs.record_health, (NOBODY, {}), {"owner", "manager", "reception", "artist", "guest_artist"}),
    (verbs.view_health, (NOBODY,), {"owner", "manager", "artist", "guest_artist"}),
    (verbs.note_form_read, (NOBODY,), {"owner", "manager", "artist", "guest_artist"}),
    (verbs.record_consent, (NOBODY, "marketing", True), {"owner", "manager", "reception", "artist", "guest_artist"}),
    (verbs.invite_registration, (), {"owner", "manager", "reception", "artist", "guest_artist"}),
    (verbs.send_registration, (NOBODY,), {"owner", "manager", "reception", "artist", "guest_artist"}),
    (verbs.withdraw_registration, (NOBODY,), {"owner", "manager", "reception", "artist", "guest_artist"}),
    (verbs.take_registration, (NOBODY,), set()),
    (verbs.leave_registration, (NOBODY,), {"guest"}),
    (verbs.join_by_poster, ("guessed",), {"guest"}),
    (verbs.renew_poster, (), {"owner", "manager"}),
    (verbs.accept_by_itself, (NOBODY,), set()),
    (verbs.decline_registrations, ([], "no"), {"owner", "manager", "reception"}),
    (verbs.reopen_registrations, ([],), {"owner", "manager", "reception"}),
    (verbs.submit_registration, (NOBODY, "f", "en", {"name": "A"}), {"guest"}),
    (verbs.accept_registration, (NOBODY,), {"owner", "manager", "reception"}),
    (verbs.merge_registration, (NOBODY, NOBODY, {}, 1), {"owner", "manager", "reception"}),
    (verbs.decline_registration, (NOBODY, "no"), {"owner", "manager", "reception"}),
    (verbs.reopen_registration, (NOBODY,), {"owner", "manager", "reception"}),
    (verbs.importing.keep_import, ("f", "", "", 0, LOOKED), DESKS),
    (verbs.importing.map_import, (NOBODY, [], "dmy"), DESKS),
    (verbs.importing.check_import, (NOBODY,), DESKS),
    (verbs.importing.stage_rows, (NOBODY, []), DESKS),
    (verbs.importing.settle_check, (NOBODY,), DESKS),
    (verbs.importing.choose_row, (NOBODY, 1, ""), DESKS),
    (verbs.importing.start_import, (NOBODY,), DESKS),
    (verbs.importing.index_rows, (NOBODY, Portion((2,), 1, ())), DESKS),
    (verbs.importing.import_clients, (NOBODY,), DESKS),
    (verbs.importing.stop_import, (NOBODY, ""), DESKS),
    (verbs.importing.tidy_import, (NOBODY,), DESKS),
    (verbs.importing.drop_import, (NOBODY,), DESKS),
    (verbs.importing.undo_import, (NOBODY,), DESKS),
    (watch_waiting, (), set()),
    (fill_batch, ([], [], 0.5), set()),
    (fill_inbox, (0.5,), set()),
]


@pytest.mark.parametrize(("verb", "args", "roles"), CALLS, ids=[call[0].name for call in CALLS])
def test_a_verb_is_refused_to_all_but_its_roles(
    studio: House, verb: Action[..., Any], args: tuple[Any, ...], roles: set[str]
) -> None:
    actors = [guest(NOBODY), *(signed_in(role) for role in ROLES if role != "kiosk")]
    assert {actor.role for actor in actors if not denied(actor, verb, args)} == roles


def test_no_verb_of_this_room_is_left_out() -> None:
    ours = {name for name in ACTIONS if name.startswith("clients.")}
    assert {call[0].name for call in CALLS} == ours
    assert set(AREA.sentences) == ours


def denied(actor: Any, verb: Action[..., Any], args: tuple[Any, ...]) -> bool:
    try:
        perform(actor, verb, *args)
    except Denied:
        return True
    except Refusal:
        return False
    return False
