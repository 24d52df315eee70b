"""What rooms of a trade, and plugins later, may use of this one: the studio's logo, contact and bounded settings."""

OFFERS = frozenset(
    {
        "lan.lan_enabled",
        "lan.phone_url",
        "lan.secure_url",
        "lan.tls_enabled",
        "logo.logo_bytes",
        "premises.contact_lines",
        "rules.between",
        "rules.whole_number",
    }
)
