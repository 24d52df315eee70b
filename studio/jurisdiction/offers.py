"""What rooms of a trade, and plugins later, may use of this one: ages and how long things are kept."""

OFFERS = frozenset(
    {
        "queries.profile",
        "queries.profile_in_force",
        "queries.profiles",
        "rules.Standby",
        "rules.Verdict",
        "rules.age_on",
        "rules.judge_age",
        "rules.kept_until",
        "rules.retention",
        "schema.Profile",
        "shelf.in_force",
        "standing.stand",
    }
)
