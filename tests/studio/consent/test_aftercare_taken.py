"""The aftercare sheet is for whoever signs last."""

from studio.consent.actions import take_aftercare
from studio.kernel.house import House
from studio.kernel.work import perform
from tests.factories.guardians import signed_minor


def test_a_minor_whose_guardian_signs_elsewhere_takes_nothing_along_before_them(studio: House) -> None:
    child, ceremony = signed_minor()
    assert perform(child, take_aftercare, ceremony.id) is None
