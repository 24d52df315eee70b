"""The separate consents a client may give and withdraw, with the words they agree to."""

from dataclasses import dataclass

from studio.kernel.text import N_


@dataclass(frozen=True)
class Consent:
    """One tick of its own; `wording` is what the guest reads and what is kept beside the tick."""

    key: str
    title: str
    wording: str


CONSENTS: tuple[Consent, ...] = (
    Consent(
        "health_data",
        N_("Health answers"),
        N_("The studio may keep my health answers so that my artist can look after me."),
    ),
    Consent("photo_record", N_("Photos for the file"), N_("The studio may take photos of my tattoo for my file.")),
    Consent(
        "photo_publicity",
        N_("Photos in public"),
        N_("The studio may show photos of my tattoo in public, for example online."),
    ),
    Consent("marketing", N_("News and offers"), N_("The studio may send me news and offers.")),
)

BY_KEY: dict[str, Consent] = {consent.key: consent for consent in CONSENTS}
