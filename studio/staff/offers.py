"""What rooms of a trade, and plugins later, may use of this one: tablets, and tokens for guests."""

OFFERS = frozenset(
    {
        "actions.tokens.living_token",
        "actions.tokens.new_guest_token",
        "models.Device",
        "models.GuestToken",
        "refusals.DeviceIsRevoked",
        "refusals.TokenIsDead",
        "rules.hash_token",
    }
)
