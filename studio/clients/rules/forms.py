"""The form a guest sends: the same checks as at the desk, every problem named by its field."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from studio.clients import refusals
from studio.clients.consents import BY_KEY as CONSENTS
from studio.clients.questions import BY_KEY
from studio.clients.rules.details import GUEST_FIELDS, Frame, clean_details
from studio.clients.rules.health import Answer, clean_answers
from studio.clients.rules.phones import is_whole
from studio.clients.rules.wanting import missing
from studio.kernel.refusal import Invalid, Refusal

DATES = ("birth_date", "guardian_birth_date")


@dataclass(frozen=True)
class Form:
    """A cleaned form."""

    details: dict[str, Any]
    answers: tuple[Answer, ...]
    consents: dict[str, bool]

    def payload(self) -> dict[str, Any]:
        """The form as plain data, fit to be kept and read again."""
        details = {key: value.isoformat() if isinstance(value, date) else value for key, value in self.details.items()}
        answers = {
            one.question: {"answer": one.answer, "choices": list(one.choices), "detail": one.detail}
            for one in self.answers
        }
        return {**details, "health": answers, "consents": self.consents}


def read_form(payload: object, frame: Frame) -> Form:
    """A form from what was sent: the fields of a client, `health` and `consents`; raises Invalid with every problem."""
    if not isinstance(payload, Mapping):
        raise refusals.TextIsExpected
    if len(payload) > 100:
        raise refusals.FormIsTooLong
    details = {key: value for key, value in payload.items() if key not in ("health", "consents")}
    problems: dict[str, Refusal] = {
        str(key)[:40]: refusals.UnknownField() for key in details if key not in GUEST_FIELDS
    }
    known = {key: value for key, value in details.items() if key in GUEST_FIELDS}
    form = Form(
        _gather(problems, lambda: clean_details(known, frame), {}),
        _gather(problems, lambda: clean_answers(payload.get("health")), ()),
        _gather(problems, lambda: clean_consents(payload.get("consents")), {}),
    )
    if form.answers and not form.consents.get("health_data"):
        problems.setdefault("consents.health_data", refusals.HealthConsentIsMissing())
    for field, refusal in missing(frame.wanted, form.details or known).items():
        problems.setdefault(field, refusal)
    if problems:
        raise Invalid(problems)
    return form


def stored_form(payload: Mapping[str, Any]) -> Form:
    """A form as it was kept, without checking it again: what was fine when sent stays readable for ever."""
    details = {key: value for key, value in payload.items() if key not in ("health", "consents")}
    dates = {key: date.fromisoformat(details[key]) for key in DATES if details.get(key)}
    answers = tuple(
        Answer(key, one["answer"], tuple(one["choices"]), one["detail"])
        for key, one in payload.get("health", {}).items()
        if key in BY_KEY
    )
    return Form({**details, **dates}, answers, dict(payload.get("consents", {})))


def lacks(form: Form) -> bool:
    """Whether something is left to ask: a date of birth, a way to reach them, a whole number."""
    told = form.details
    reached = told.get("phone") or told.get("email")
    return not told.get("birth_date") or not reached or not is_whole(told.get("phone") or "")


def clean_consents(raw: object) -> dict[str, bool]:
    """Consent → ticked or not, from ticked boxes as forms send them."""
    if not isinstance(raw, Mapping | None):
        raise refusals.UnknownConsent("consents")
    given = raw or {}
    if any(key not in CONSENTS for key in given):
        raise refusals.UnknownConsent("consents")
    return {key: given[key] in (True, "yes", "on", "true", "1") for key in CONSENTS if key in given}


def _gather(problems: dict[str, Refusal], clean: Any, otherwise: Any) -> Any:
    try:
        return clean()
    except Invalid as invalid:
        problems.update(invalid.problems)
    except Refusal as refusal:
        problems[refusal.field or ""] = refusal
    return otherwise
