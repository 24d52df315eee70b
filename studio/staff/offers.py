"""What rooms of a trade, and plugins later, may use of this one: tablets, and tokens for guests."""

OFFERS = frozenset(
    {
        "actions.invite_device",
        "actions.leave_device",
        "actions.open_guest_token",
        "actions.pair_device",
        "actions.rename_device",
        "actions.revoke_device",
        "actions.tokens.living_token",
        "actions.tokens.new_guest_token",
        "facts.AboutDevice",
        "facts.DevicePaired",
        "facts.DeviceRenamed",
        "facts.DeviceRevoked",
        "facts.GuestArrived",
        "models.Device",
        "models.GuestToken",
        "pins.prove_password_or_pin",
        "queries.DeviceView",
        "queries.first.tablet_paired",
        "queries.guest_of_token",
        "queries.list_devices",
        "refusals.DeviceIsRevoked",
        "refusals.TokenIsDead",
        "rules.hash_token",
        "sign_in.Place",
    }
)
