"""A process that registers guests as fast as it can and says which are durable; it is there to be killed."""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import uuid4

from studio.clients.actions import invite_registration, submit_registration
from studio.extension.opening import open_studio
from studio.kernel.actor import guest
from studio.kernel.work import perform
from studio.staff.queries import guest_of_token
from tests.conftest import rooms
from tests.factories.people import signed_in


def main(folder: Path) -> None:
    open_studio(folder, rooms())
    owner = signed_in("owner", email=f"{uuid4().hex}@example.com")
    while True:
        token, _ = perform(owner, invite_registration)
        view = guest_of_token(token, "registration")
        assert view
        form_id = uuid4().hex
        perform(
            guest(view.id),
            submit_registration,
            view.id,
            form_id,
            "en",
            {"name": f"Guest {form_id}", "birth_date": "1990-05-03"},
        )
        sys.stdout.write(f"{form_id}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
