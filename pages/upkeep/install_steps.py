"""What to tap on each kind of device so that it trusts the studio's certificate."""

from __future__ import annotations

from dataclasses import dataclass

from studio.kernel.text import t


@dataclass(frozen=True)
class Guide:
    """One kind of device: which file it takes, and the steps in order."""

    name: str
    signs: tuple[str, ...]
    file: str
    steps: tuple[str, ...]


def guides(agent: str) -> tuple[tuple[Guide, ...], tuple[Guide, ...]]:
    """Those that fit this browser, and the rest. An iPad likes to call itself a Mac, so both are offered to it."""
    every = (apple(), android(), windows(), mac(), linux())
    own = tuple(one for one in every if any(sign in agent for sign in one.signs))
    if "Android" in agent:  # which also says Linux
        own = own[:1]
    own = own or every[-1:]
    return own, tuple(one for one in every if one not in own)


def apple() -> Guide:
    return Guide(
        t("iPad and iPhone"),
        ("iPad", "iPhone", "Macintosh"),
        "mobileconfig",
        (
            t("Open this page in Safari, download the profile and allow it."),
            t("Open Settings. Near the top it says “Profile Downloaded”: open it and install it."),
            t("Then Settings → General → About → Certificate Trust Settings: switch on the studio's name."),
        ),
    )


def android() -> Guide:
    return Guide(
        t("Android"),
        ("Android",),
        "crt",
        (
            t("Download the certificate."),
            t("Open Settings → Security and privacy → More security settings → Install a certificate."),
            t("Choose “CA certificate”, then “Install anyway”, and pick the file just downloaded."),
            t("Use Chrome. Firefox asks for one thing more: allow third-party CA certificates in its settings."),
        ),
    )


def windows() -> Guide:
    return Guide(
        t("Windows"),
        ("Windows",),
        "crt",
        (
            t("Download the certificate and open it."),
            t("Press “Install Certificate”, choose “Current User”."),
            t("Choose “Place all certificates in the following store”, then “Trusted Root Certification Authorities”."),
            t("Finish, say yes, and start the browser again."),
        ),
    )


def mac() -> Guide:
    return Guide(
        t("Mac"),
        ("Macintosh",),
        "crt",
        (
            t("Download the certificate and open it: it goes into Keychain Access, under “login”."),
            t("Double-click it there, open “Trust” and choose “Always Trust”."),
            t("Start the browser again."),
        ),
    )


def linux() -> Guide:
    return Guide(
        t("Linux, and Firefox anywhere"),
        ("Linux", "X11", "Firefox"),
        "crt",
        (
            t("Download the certificate."),
            t("Firefox: Settings → Privacy & Security → View Certificates → Authorities; import it for websites."),
            t("Chrome: Settings → Privacy and security → Security → Manage certificates; import it as trusted."),
        ),
    )
