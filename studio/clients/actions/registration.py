"""The way of a form: sent by a guest, then accepted, merged or declined by staff."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import col, select

from studio.clients import facts, refusals
from studio.clients.actions.client import present
from studio.clients.filing import change, frame_of, guest_frame, keep_answers, keep_consent, put_on_file
from studio.clients.meant import client_meant
from studio.clients.models import Client, Registration
from studio.clients.rules.age import is_minor
from studio.clients.rules.cleaning import clean_text
from studio.clients.rules.details import clean_details
from studio.clients.rules.forms import Form, read_form, stored_form
from studio.clients.rules.health import light_of
from studio.clients.rules.merging import merge_plan, merged_values
from studio.clients.waiting import forms_waiting, room_for, tell_when_full
from studio.documents.papers.shown import seen_of
from studio.kernel.refusal import Denied, Missing
from studio.kernel.subject import Subject
from studio.kernel.text import nearest
from studio.kernel.work import Work, action
from studio.staff.actions import use_guest_token

PURPOSE = "registration"
SENT = select(Registration).where(col(Registration.form_id) == bindparam("form_id"))


@action("clients.registration.submit")
def submit_registration(
    work: Work, token_id: UUID, form_id: str, language: str, payload: Mapping[str, Any], papers: str = ""
) -> Registration:
    """Put a guest's form into the inbox; the same form sent again is the same registration.

    Uses up the token. Nothing on file is touched before staff accept it, and nothing the rules in force want may be
    empty. `papers` is what the form says it linked to, as `studio.documents.papers.shown.told` wrote it there. Raises
    AnotherFormCame where two people took one code: whoever comes second is not thanked for what nobody keeps.
    """
    if work.actor.id != token_id:
        raise Denied
    form_id = clean_text(form_id, 80) or str(token_id)
    sent = work.session.exec(SENT, params={"form_id": form_id}).first()
    if sent is not None and sent.token_id != token_id:
        raise Missing
    frame = guest_frame(work.house) if sent is None else frame_of(work.house)
    form = read_form({**payload, "language": nearest(language)} if isinstance(payload, Mapping) else payload, frame)
    if sent is not None:
        if not _says_the_same(sent.payload, form.payload()):
            raise refusals.AnotherFormCame
        return sent
    waiting = keep_inbox_small(work)
    use_guest_token(work, token_id, PURPOSE)
    registration = work.add(
        Registration(
            form_id=form_id,
            token_id=token_id,
            about_id=client_meant(work, token_id),
            name=form.details["name"],
            language=form.details["language"],
            health_light=light_of(form.answers),
            minor=is_minor(form.details.get("birth_date"), frame.today, frame.adult, frame.leap),
            payload=form.payload(),
            papers=seen_of(work, papers),
            submitted_at=work.now,
        )
    )
    work.emit(facts.RegistrationArrived(registration.id))
    tell_when_full(work, waiting + 1)
    return registration


@action("clients.registration.accept", needs="clients.registration.decide")
def accept_registration(work: Work, registration_id: UUID) -> Client:
    """Put the guest on file as a new client, with health answers and consents."""
    registration, form = still_waiting(work, registration_id)
    client = put_on_file(work, form.details)
    take_over(work, registration, form, client, "accepted")
    return client


@action("clients.registration.merge", needs="clients.registration.decide")
def merge_registration(
    work: Work, registration_id: UUID, client_id: UUID, choices: Mapping[str, str], seen_version: int
) -> Client:
    """Take the form into a client on file: field → "ours" or "theirs"; the rest as the merge plan suggests.

    Health answers renew those to the same questions. Ticked consents are added; an unticked box withdraws nothing.
    """
    registration, form = still_waiting(work, registration_id)
    client = present(work, client_id, seen_version)
    plan = merge_plan(client.model_dump(), form.details)
    values = clean_details(merged_values(plan, choices), frame_of(work.house), client.model_dump())
    change(work, client, values)
    take_over(work, registration, form, client, "merged")
    return client


@action("clients.registration.decline", needs="clients.registration.decide")
def decline_registration(work: Work, registration_id: UUID, reason: str) -> Registration:
    """Lay a form aside with a reason; it stays readable."""
    registration, _ = still_waiting(work, registration_id)
    registration.reason = clean_text(reason, 500, lines=True)
    if not registration.reason:
        raise refusals.ReasonIsMissing("reason")
    decide(work, registration, "declined")
    return registration


@action("clients.registration.reopen", needs="clients.registration.decide")
def reopen_registration(work: Work, registration_id: UUID) -> Registration:
    """Let a declined form wait again; undoes `decline_registration`."""
    registration = work.get(Registration, registration_id)
    if registration.state != "declined":
        raise refusals.RegistrationStands
    wait_again(registration)
    work.emit(facts.RegistrationReopened(registration.id))
    return registration


def keep_inbox_small(work: Work) -> int:
    """How many forms wait. Raises InboxIsFull when no other one fits."""
    waiting = forms_waiting(work)
    if waiting >= room_for(work):
        raise refusals.InboxIsFull
    return waiting


def still_waiting(work: Work, registration_id: UUID) -> tuple[Registration, Form]:
    """A form nobody has decided on yet."""
    registration = work.get(Registration, registration_id)
    if registration.state != "waiting":
        raise refusals.RegistrationIsDecided
    return registration, stored_form(registration.payload)


def wait_again(registration: Registration) -> None:
    """As if nobody had declined it."""
    registration.state, registration.reason = "waiting", ""
    registration.decided_by, registration.decided_at = "", None


def take_over(work: Work, registration: Registration, form: Form, client: Client, outcome: str) -> None:
    """Health answers and ticked consents go to the client; the form is decided."""
    keep_answers(work, client, form.answers, "phone")
    for kind in (kind for kind, given in form.consents.items() if given):
        keep_consent(work, client.id, kind, True, "phone", registration.language)
    registration.client_id = client.id
    work.about(Subject("client", client.id))
    decide(work, registration, outcome)


def decide(work: Work, registration: Registration, outcome: str) -> None:
    """Write down what became of a form, and by whom: nobody, where a rule did it."""
    registration.state = outcome
    registration.decided_by = "" if work.actor.kind == "rule" else work.actor.name
    registration.decided_at = work.now
    work.emit(facts.RegistrationDecided(registration.id, outcome, registration.client_id))


def _says_the_same(kept: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    """Whichever language the page was in when it was sent again."""
    return {**kept, "language": ""} == {**told, "language": ""}
