"""The words a profile's rules are told in: kinds, records, proofs, what each rests on."""

from __future__ import annotations

from typing import Final

from studio.extension.registry import registry
from studio.kernel.text import N_, nt, t

SECTIONS: Final = {
    "majority": N_("Of age"),
    "ages": N_("Ages by service"),
    "guardian": N_("Guardians"),
    "retention": N_("How long records are kept"),
    "asked": N_("What forms must ask"),
    "questions": N_("Health questions a consent asks"),
    "statements": N_("What a consent says"),
    "ink": N_("Inks"),
    "sterilisation": N_("Sterilisation"),
    "staff": N_("Records of staff"),
    "licences": N_("Licences"),
    "tax": N_("Words on receipts"),
}
KINDS: Final = {
    "tattoo": N_("Tattoo"),
    "touch_up": N_("Touch-up"),
    "piercing": N_("Piercing"),
    "intimate_piercing": N_("Intimate piercing"),
    "cosmetic_tattoo": N_("Cosmetic tattoo"),
    "consultation": N_("Consultation"),
    "removal": N_("Removal"),
    "jewellery": N_("Jewellery"),
    "branding": N_("Branding"),
    "other": N_("Everything else"),
}
SINCE: Final = {
    "signed": N_("after signing"),
    "last_visit": N_("after the last visit"),
    "adulthood": N_("after the client comes of age"),
    "made": N_("after it was made"),
    "decided": N_("after the form was decided"),
    "withdrawn": N_("after the consent was taken back"),
    "left": N_("after they left the studio"),
    "year_end": N_("after the end of its year"),
}
PROOFS: Final = {
    "photo_id": N_("Photo ID"),
    "birth_certificate": N_("Birth certificate"),
    "court_order": N_("Court order"),
    "notarised_paper": N_("Notarised paper"),
}
PRESENCE: Final = {
    "present": N_("Must be in the studio"),
    "remote": N_("May sign from elsewhere"),
}
LEAP: Final = {
    "march_1": N_("on 1 March"),
    "february_28": N_("on 28 February"),
}
BASES: Final = {
    "read": N_("Read in the source named"),
    "general": N_("General knowledge, not checked"),
    "careful": N_("A careful choice, not a law"),
}
FIELDS: Final = {
    "name": N_("Name"),
    "birth_date": N_("Birth date"),
    "identity": N_("Identity document"),
    "procedure": N_("Procedure"),
    "place": N_("Place on the body"),
    "artist": N_("Artist"),
    "date": N_("Date"),
    "signature": N_("Signature"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "address": N_("Address"),
    "emergency_name": N_("Emergency contact"),
}


def word(words: dict[str, str], key: str) -> str:
    """The word for a key; one nobody foresaw is shown as it is written, without underscores."""
    return t(words[key]) if key in words else key.replace("_", " ").capitalize()


def kind_word(kind: str) -> str:
    """What people call a kind of service: its room's word, else ours."""
    declared = registry().service_kinds()
    return t(declared[kind]) if kind in declared else word(KINDS, kind)


def duration(months: int) -> str:
    """10 years, 18 months, or at once."""
    if not months:
        return t("at once")
    if months % 12:
        return nt("{n} month", "{n} months", months)
    return nt("{n} year", "{n} years", months // 12)


def days(number: int) -> str:
    """30 days."""
    return nt("{n} day", "{n} days", number)
