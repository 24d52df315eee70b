"""The way of a form: invited, sent by a guest, then accepted, merged or declined by staff."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func
from sqlmodel import col, select

from studio.clients import facts, refusals
from studio.clients.actions.client import present
from studio.clients.filing import change, frame_of, keep_answers, keep_consent, put_on_file
from studio.clients.models import Client, Registration
from studio.clients.rules.age import is_minor
from studio.clients.rules.cleaning import clean_text
from studio.clients.rules.details import clean_details
from studio.clients.rules.forms import Form, read_form, stored_form
from studio.clients.rules.health import light_of
from studio.clients.rules.merging import merge_plan, merged_values
from studio.kernel.refusal import Denied, Missing
from studio.kernel.subject import Subject
from studio.kernel.text import nearest
from studio.kernel.work import Work, action
from studio.staff.actions import invite_guest, use_guest_token

PURPOSE = "registration"
SENT = select(Registration).where(col(Registration.form_id) == bindparam("form_id"))
WAITING = select(func.count()).where(col(Registration.state) == "waiting")


@action("clients.registration.invite")
def invite_registration(work: Work) -> tuple[str, datetime]:
    """A token for one registration and when it ends; the QR code carries it, only its hash is kept."""
    token, row = invite_guest(work, PURPOSE, minutes=work.house.settings["clients.registration.minutes"])
    return token, row.expires_at


@action("clients.registration.submit")
def submit_registration(
    work: Work, token_id: UUID, form_id: str, language: str, payload: Mapping[str, Any]
) -> Registration:
    """Put a guest's form into the inbox; the same form sent again is the same registration.

    Uses up the token. Nothing on file is touched before staff accept it.
    """
    if work.actor.id != token_id:
        raise Denied
    form_id = clean_text(form_id, 80) or str(token_id)
    sent = work.session.exec(SENT, params={"form_id": form_id}).first()
    if sent is not None:
        if sent.token_id != token_id:
            raise Missing
        return sent
    frame = frame_of(work.house)
    form = read_form({**payload, "language": nearest(language)} if isinstance(payload, Mapping) else payload, frame)
    _keep_inbox_small(work)
    use_guest_token(work, token_id, PURPOSE)
    registration = work.add(
        Registration(
            form_id=form_id,
            token_id=token_id,
            name=form.details["name"],
            language=form.details["language"],
            health_light=light_of(form.answers),
            minor=is_minor(form.details.get("birth_date"), frame.today, frame.adult),
            payload=form.payload(),
            submitted_at=work.now,
        )
    )
    work.emit(facts.RegistrationArrived(registration.id))
    return registration


@action("clients.registration.accept", needs="clients.registration.decide")
def accept_registration(work: Work, registration_id: UUID) -> Client:
    """Put the guest on file as a new client, with health answers and consents."""
    registration, form = _waiting(work, registration_id)
    client = put_on_file(work, form.details)
    _take_over(work, registration, form, client, "accepted")
    return client


@action("clients.registration.merge", needs="clients.registration.decide")
def merge_registration(
    work: Work, registration_id: UUID, client_id: UUID, choices: Mapping[str, str], seen_version: int
) -> Client:
    """Take the form into a client on file: field → "ours" or "theirs"; the rest as the merge plan suggests.

    Health answers renew those to the same questions. Ticked consents are added; an unticked box withdraws nothing.
    """
    registration, form = _waiting(work, registration_id)
    client = present(work, client_id, seen_version)
    plan = merge_plan(client.model_dump(), form.details)
    values = clean_details(merged_values(plan, choices), frame_of(work.house), client.model_dump())
    change(work, client, values)
    _take_over(work, registration, form, client, "merged")
    return client


@action("clients.registration.decline", needs="clients.registration.decide")
def decline_registration(work: Work, registration_id: UUID, reason: str) -> Registration:
    """Lay a form aside with a reason; it stays readable."""
    registration, _ = _waiting(work, registration_id)
    registration.reason = clean_text(reason, 500, lines=True)
    if not registration.reason:
        raise refusals.ReasonIsMissing("reason")
    _decide(work, registration, "declined")
    return registration


@action("clients.registration.reopen", needs="clients.registration.decide")
def reopen_registration(work: Work, registration_id: UUID) -> Registration:
    """Let a declined form wait again; undoes `decline_registration`."""
    registration = work.get(Registration, registration_id)
    if registration.state != "declined":
        raise refusals.RegistrationStands
    registration.state, registration.reason = "waiting", ""
    registration.decided_by, registration.decided_at = "", None
    work.emit(facts.RegistrationReopened(registration.id))
    return registration


def _waiting(work: Work, registration_id: UUID) -> tuple[Registration, Form]:
    registration = work.get(Registration, registration_id)
    if registration.state != "waiting":
        raise refusals.RegistrationIsDecided
    return registration, stored_form(registration.payload)


def _take_over(work: Work, registration: Registration, form: Form, client: Client, outcome: str) -> None:
    keep_answers(work, client, form.answers, "phone")
    for kind in (kind for kind, given in form.consents.items() if given):
        keep_consent(work, client.id, kind, True, "phone", registration.language)
    registration.client_id = client.id
    work.about(Subject("client", client.id))
    _decide(work, registration, outcome)


def _decide(work: Work, registration: Registration, outcome: str) -> None:
    registration.state = outcome
    registration.decided_by, registration.decided_at = work.actor.name, work.now
    work.emit(facts.RegistrationDecided(registration.id, outcome, registration.client_id))


def _keep_inbox_small(work: Work) -> None:
    if work.connection.execute(WAITING).scalar_one() >= work.house.settings["clients.inbox.limit"]:
        raise refusals.InboxIsFull
