"""What tests of letters may ask for."""

from collections.abc import Iterator

import pytest

from studio.kernel.house import House
from tests.studio.messages.post_office import Office, post_office, set_up_mail


@pytest.fixture
def office(studio: House) -> Iterator[Office]:
    with post_office() as opened:
        set_up_mail(opened)
        yield opened
