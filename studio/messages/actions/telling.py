"""An alert by e-mail: a letter to each person whose role gets this kind that way."""

from __future__ import annotations

from contextlib import suppress

from sqlmodel import col, select

from studio.extension.area import AlertKind
from studio.kernel.subject import Subject
from studio.kernel.text import speaking
from studio.kernel.work import Work
from studio.messages.models import Alert
from studio.messages.refusals import RecipientIsWrong
from studio.messages.routes import roles_for
from studio.messages.server import mail_server
from studio.messages.words import names, told
from studio.staff.models import User


def tell_by_mail(work: Work, kind: AlertKind, alert: Alert) -> None:
    """Nothing where the studio sends no e-mail: the alert is under the bell either way."""
    from studio.messages.actions.letters import queue_mail

    if mail_server(work.house) is None:
        return
    people = work.session.exec(select(User).where(col(User.active))).all()
    roles = roles_for(work.house, work.connection, kind, "mail", {one.role for one in people})
    subject = Subject(alert.subject_kind, alert.subject_id) if alert.subject_id else None
    what = names(work.house, work.connection, [subject]).get(subject, "") if subject else ""
    for one in people:
        if one.role in roles:
            with speaking(one.language):
                sentence = told(kind.name, alert.params, what)
            with suppress(RecipientIsWrong):  # an address nobody can write to harms no act
                queue_mail(work, "alert", one.email, one.language, sentence=sentence)
