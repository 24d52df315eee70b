"""A text nobody has is refused by its name, whatever is asked of it."""

from typing import Any

import pytest

from studio.consent import actions as verbs
from studio.consent import refusals
from studio.kernel.house import House
from studio.kernel.work import Action, perform
from tests.factories.people import signed_in

ASKED: list[tuple[Action[..., Any], tuple[Any, ...]]] = [
    (verbs.save_draft, ({}, 0)),
    (verbs.drop_draft, (0,)),
    (verbs.publish_draft, (0,)),
    (verbs.archive_text, ()),
    (verbs.restore_text, ()),
]


@pytest.mark.parametrize(("verb", "more"), ASKED, ids=[verb.name for verb, _ in ASKED])
def test_an_unknown_text_is_said_to_be_unknown(studio: House, verb: Action[..., Any], more: tuple[Any, ...]) -> None:
    with pytest.raises(refusals.TemplateIsUnknown):
        perform(signed_in("owner"), verb, "atlantis", *more)
