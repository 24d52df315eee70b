"""What rooms of a trade, and plugins later, may use of this one: letters, where the studio sends any."""

OFFERS = frozenset(
    {
        "actions.put_along",
        "actions.queue_mail",
        "models.Letter",
        "server.mail_server",
    }
)
