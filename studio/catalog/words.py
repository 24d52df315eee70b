"""What the parts of a service are called."""

from collections.abc import Mapping

from studio.kernel.text import N_

LABELS: Mapping[str, str] = {
    "code": N_("Code"),
    "name": N_("Name"),
    "kind": N_("Kind"),
    "description": N_("Description"),
    "minutes": N_("Minutes"),
    "minutes_least": N_("At least"),
    "minutes_most": N_("At most"),
    "buffer_before": N_("Set-up before"),
    "buffer_after": N_("Cleaning after"),
    "price_kind": N_("How it is priced"),
    "price": N_("Price"),
    "currency": N_("Currency"),
    "deposit_kind": N_("Deposit"),
    "deposit_percent": N_("Per cent of the price"),
    "deposit": N_("Amount of the deposit"),
    "deposit_once": N_("Once for the whole piece"),
    "minimum_age": N_("Minimum age"),
    "consent_template": N_("Consent text"),
    "aftercare": N_("Aftercare sheet"),
    "healing_days": N_("Days to heal"),
    "tax_rate": N_("Tax rate"),
    "everybody": N_("Everybody offers it"),
    "artists": N_("Offered by"),
    "active": N_("Offered now"),
}
PRICE_KINDS: Mapping[str, str] = {
    "fixed": N_("Fixed price"),
    "from": N_("From"),
    "hourly": N_("By the hour"),
    "free": N_("Free"),
    "quote": N_("On quote"),
}
DEPOSIT_KINDS: Mapping[str, str] = {"none": N_("No deposit"), "percent": N_("Per cent"), "fixed": N_("Fixed amount")}
YES_NO: Mapping[str, str] = {"yes": N_("Yes"), "no": N_("No")}
