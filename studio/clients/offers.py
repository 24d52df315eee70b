"""What rooms of a trade, and plugins later, may use of this one: clients, their answers, consents and contact."""

OFFERS = frozenset(
    {
        "actions.client.present",
        "consents.CONSENTS",
        "family.family_of",
        "filing.keep_answers",
        "filing.keep_consent",
        "masking.contact_is_seen",
        "masking.without_contact",
        "models.Client",
        "queries.health.answers_of",
        "queries.health.consents_of",
        "questions.BY_KEY",
        "questions.GROUPS",
        "questions.QUESTIONS",
        "questions.questions_of",
        "refusals.ContactIsHidden",
        "refusals.DateIsUnclear",
        "refusals.HealthConsentIsMissing",
        "rules.cleaning.clean_date",
        "rules.cleaning.clean_text",
        "rules.forms.clean_consents",
        "rules.health.Answer",
        "rules.health.clean_answers",
        "rules.health.health_light",
        "rules.health.light_of",
    }
)
