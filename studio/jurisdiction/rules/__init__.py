"""Pure decisions of a country profile: values in, answers out."""

from studio.jurisdiction.rules.ages import Standby, Verdict, adult_age, age_on, judge_age
from studio.jurisdiction.rules.keeping import kept_until, retention

__all__ = ["Standby", "Verdict", "adult_age", "age_on", "judge_age", "kept_until", "retention"]
