"""What counts when no profile can be read at all: nobody under age, and records are kept long."""

from typing import Any, get_args

from studio.jurisdiction.schema import RecordType

SAID = {"en": "No country profile could be read: these are the strictest rules."}
LONG = {"months": 120, "from_what": "made", "basis": "careful", "reason": SAID}

LAST_RESORT: dict[str, Any] = {
    "key": "last-resort",
    "name": {"en": "Strictest rules"},
    "unchecked": True,
    "about": SAID,
    "majority": {"age": 18, "basis": "careful"},
    "ages": {"other": {"alone": 18, "basis": "careful"}},
    "guardian": {"basis": "careful"},
    "retention": dict.fromkeys(get_args(RecordType), LONG),
    "registration": {},
    "consent": {},
    "ink": {"batch_per_client": True, "told_before": True, "basis": "careful"},
    "sterilisation": {
        "spore_test_days": 31, "integrator_each_load": True, "pack_days": 30, "log_months": 36, "basis": "careful",
    },
    "staff": [],
    "licences": [],
    "tax": {"tax": {"en": "Tax"}, "number": {"en": "Tax number"}, "invoice": {"en": "Invoice"}, "basis": "careful"},
}  # fmt: skip
