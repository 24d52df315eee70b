"""What is usually wrong with a value somebody wrote by hand, by pydantic's name for it, in words of ours."""

from collections.abc import Mapping

from studio.kernel.text import N_

SENTENCES: Mapping[str, str] = {
    "missing": N_("This is missing."),
    "extra_forbidden": N_("Linework knows no such field."),
    "int_type": N_("Write a whole number."),
    "int_from_float": N_("Write a whole number."),
    "bool_type": N_("Say true or false."),
    "string_type": N_("Write text in quotes."),
    "greater_than_equal": N_("The least is {ge}."),
    "less_than_equal": N_("The most is {le}."),
    "string_too_short": N_("Write something here."),
    "string_too_long": N_("Write at most {max_length} letters."),
    "literal_error": N_("This is not one of the words that can stand here."),
    "too_short": N_("At least {min_length} must stand here."),
    "too_long": N_("At most {max_length} can stand here."),
    "date_from_datetime_parsing": N_("Write a day like 2026-11-21."),
    "date_parsing": N_("Write a day like 2026-11-21."),
}
