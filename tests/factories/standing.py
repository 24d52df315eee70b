"""An act that relies on the rules in force, as signing does."""

from studio.jurisdiction.standing import Standing, stand
from studio.kernel.work import Work, action


@action("test.jurisdiction.rely", needs="jurisdiction.profile.see")
def rely(work: Work) -> Standing:
    """What signed papers do: note which rules counted."""
    return stand(work)
