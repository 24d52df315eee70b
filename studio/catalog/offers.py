"""What rooms of a trade, and plugins later, may use of this one: what the studio offers."""

OFFERS = frozenset(
    {
        "facts.CatalogFact",
        "models.ServiceEntry",
        "queries.asking_for",
        "queries.list_services",
        "queries.offered_by",
        "queries.service",
        "queries.services",
        "rules.cleaning.amount",
        "rules.cleaning.number",
        "view.Service",
    }
)
