"""Fields and the form that holds them: label above, hint or error below, nothing typed is ever lost."""

from components.form.amounts import MoneyField
from components.form.choices import check_field, choice_field, seg_field, tags_field, yes_no
from components.form.days import DateField
from components.form.fields import long_field, text_field
from components.form.form import Form
from components.form.numbers import NumberField
from components.form.phones import PhoneField

__all__ = [
    "DateField",
    "Form",
    "MoneyField",
    "NumberField",
    "PhoneField",
    "check_field",
    "choice_field",
    "long_field",
    "seg_field",
    "tags_field",
    "text_field",
    "yes_no",
]
