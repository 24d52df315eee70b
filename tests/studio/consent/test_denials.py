"""Who may do what in the consent room: each verb is refused to everybody it is not for."""

from datetime import date
from typing import Any

import pytest
from uuid_utils.compat import uuid7

import studio.consent.actions as verbs
from studio.consent import queries
from studio.consent.area import AREA
from studio.consent.demo import find_signers, find_todays, sign_made_up, wait_made_up, withdraw_made_up
from studio.consent.demo_minor import sign_made_up_minor
from studio.consent.housekeeping import draw_missing, end_forgotten, expire_pictures
from studio.consent.queries.packets import packet_to_draw
from studio.kernel.actor import CONSOLE, guest, rule, timer
from studio.kernel.house import House
from studio.kernel.permissions import ROLES
from studio.kernel.refusal import Denied, Refusal
from studio.kernel.work import ACTIONS, Action, Query, ask, perform
from tests.factories.devices import paired
from tests.factories.people import signed_in

NOBODY = uuid7()
CHAIR = {"owner", "manager", "artist", "guest_artist"}
FLOOR = CHAIR | {"reception"}
CALLS: list[tuple[Action[..., Any], tuple[Any, ...], set[str]]] = [
    (verbs.open_ceremony, (NOBODY,), FLOOR),
    (verbs.take_ceremony, (NOBODY,), {"kiosk"}),
    (verbs.cancel_ceremony, (NOBODY,), FLOOR),
    (verbs.leave_ceremony, (NOBODY,), {"guest", "kiosk"}),
    (verbs.sign_ceremony, (NOBODY, {}), {"guest", "kiosk"}),
    (verbs.invite_guardian, (NOBODY,), FLOOR),
    (verbs.revoke_guardian, (NOBODY,), FLOOR),
    (verbs.begin_guardian, (NOBODY,), {"guest", "kiosk"}),
    (verbs.take_aftercare, (NOBODY,), {"guest", "kiosk"}),
    (verbs.leave_guardian, (NOBODY,), {"guest", "kiosk"}),
    (verbs.sign_guardian, (NOBODY, {}), {"guest", "kiosk"}),
    (verbs.witness_ceremony, (NOBODY, {}), CHAIR),
    (verbs.keep_identity_picture, (NOBODY, "client", b""), CHAIR),
    (verbs.view_identity_picture, (NOBODY,), CHAIR),
    (verbs.remove_identity_picture, (NOBODY,), CHAIR),
    (expire_pictures, (), {"timer"}),
    (verbs.view_packet, ("CS-0001",), CHAIR),
    (verbs.view_signed, (NOBODY,), CHAIR),
    (verbs.withdraw_packet, (NOBODY, "x"), CHAIR),
    (verbs.keep_paper, (NOBODY, b""), {"rule", "timer"}),
    (verbs.open_paper, ("CS-0001",), CHAIR),
    (verbs.send_paper, ("CS-0001",), CHAIR),
    (verbs.publish_template, ("tattoo-adult", {}), {"owner", "manager"}),
    (verbs.publish_draft, ("tattoo-adult", 0), {"owner", "manager"}),
    (verbs.start_text, ("Ours",), {"owner", "manager"}),
    (verbs.save_draft, ("tattoo-adult", {}, 0), {"owner", "manager"}),
    (verbs.drop_draft, ("tattoo-adult", 0), {"owner", "manager"}),
    (verbs.import_text, ("",), {"owner", "manager"}),
    (verbs.archive_text, ("photo-release",), {"owner", "manager"}),
    (verbs.restore_text, ("photo-release",), {"owner", "manager"}),
    (end_forgotten, (), {"timer"}),
    (draw_missing, (), {"rule", "timer"}),
    (find_signers, (), {"console"}),
    (find_todays, (), {"console"}),
    (sign_made_up, (NOBODY, None, 0.5, "x"), {"console"}),
    (sign_made_up_minor, (None, 0.5, "x"), {"console"}),
    (withdraw_made_up, (NOBODY, "x"), {"console"}),
    (wait_made_up, (NOBODY, 0.5), {"console"}),
]
READS: list[tuple[Query[..., Any], tuple[Any, ...], set[str]]] = [
    (queries.ceremony_of_device, (), {"kiosk"}),
    (queries.ceremony_for_guest, (), {"guest", "kiosk"}),
    (queries.sheet_for_guardian, (), {"guest", "kiosk"}),
    (queries.identity_pictures, (NOBODY,), CHAIR),
    (queries.judgement, (NOBODY, "tattoo", None, None), FLOOR),
    (queries.overrides, (date(2026, 1, 1), date(2026, 12, 31)), {"owner", "manager", "inspector"}),
    (queries.open_ceremonies, (), FLOOR),
    (queries.count_open_ceremonies, (), FLOOR),
    (queries.ceremony, (NOBODY,), FLOOR),
    (queries.packets_of_client, (NOBODY,), FLOOR | {"viewer", "inspector"}),
    (queries.titles_of_client, (NOBODY,), FLOOR | {"viewer", "inspector"}),
    (queries.list_packets, (), FLOOR | {"viewer", "inspector"}),
    (queries.packet_by_code, ("CS-0001",), FLOOR | {"viewer", "inspector"}),
    (queries.texts, (), FLOOR | {"viewer", "inspector"}),
    (queries.text, ("tattoo-adult",), FLOOR | {"viewer", "inspector"}),
    (queries.text_edition, ("tattoo-adult", 1), FLOOR | {"viewer", "inspector"}),
    (queries.verify_packet, (NOBODY,), FLOOR | {"viewer", "inspector"}),
    (queries.packets_without_paper, (), {"rule", "timer"}),
    (packet_to_draw, (NOBODY,), {"rule", "timer"}),
]


@pytest.mark.parametrize(("verb", "args", "roles"), CALLS, ids=[call[0].name for call in CALLS])
def test_a_verb_is_refused_to_all_but_its_roles(
    studio: House, verb: Action[..., Any], args: tuple[Any, ...], roles: set[str]
) -> None:
    assert {actor.role for actor in everybody() if not denied(perform, actor, verb, args)} == roles


@pytest.mark.parametrize(("read", "args", "roles"), READS, ids=[call[0].run.__name__ for call in READS])
def test_a_read_is_refused_to_all_but_its_roles(
    studio: House, read: Query[..., Any], args: tuple[Any, ...], roles: set[str]
) -> None:
    assert {actor.role for actor in everybody() if not denied(ask, actor, read, args)} == roles


def test_no_verb_of_this_room_is_left_out() -> None:
    ours = {name for name in ACTIONS if name.startswith("consent.")}
    assert {call[0].name for call in CALLS} == ours
    assert set(AREA.sentences) == ours


def everybody() -> list[Any]:
    people = [signed_in(role) for role in ROLES if role != "kiosk"]
    return [guest(NOBODY), paired(), CONSOLE, rule("x"), timer("x"), *people]


def denied(how: Any, actor: Any, what: Any, args: tuple[Any, ...]) -> bool:
    try:
        how(actor, what, *args)
    except Denied:
        return True
    except Refusal:
        return False
    return False
