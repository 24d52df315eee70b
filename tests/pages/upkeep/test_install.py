"""The page where a device learns to trust the studio: it works without scripts and gives nothing secret away."""

from __future__ import annotations

import plistlib
import re

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes

from pages.plain import plain_app
from pages.upkeep import install
from studio.extension.registry import Registry
from studio.extension.screens import Screens
from studio.kernel.actor import CONSOLE, rule
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.upkeep.actions import change_setting
from studio.upkeep.certificates import present_certificate
from studio.upkeep.certifying import certify
from tests.pages.visiting import Page, open_page, visitor

AGENTS = {
    "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Safari/605": ["iPad and iPhone"],
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605": ["iPad and iPhone", "Mac"],
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/130 Mobile Safari/537": ["Android"],
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130": ["Windows"],
    "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0": ["Linux, and Firefox anywhere"],
    "curl/8": ["Linux, and Firefox anywhere"],
}


def guest(language: str = "en") -> httpx.AsyncClient:
    return visitor(language, "lan", plain_app(Registry((), [Screens("upkeep", plain=(install.router,))])))


@pytest.fixture
def encrypted(studio: House) -> House:
    """A studio that wants encrypted pages."""
    for key in ("lan.enabled", "lan.tls"):
        perform(CONSOLE, change_setting, key, True)
    perform(rule("network"), certify, ["127.0.0.1"])
    return studio


async def test_before_there_is_a_certificate_the_page_says_that_the_phone_arrived(studio: House) -> None:
    page = await open_page(guest(), "/install")
    assert "You have reached Linework" in page.words
    assert "nothing to install" in page.words
    assert "studio.crt" not in page.text
    assert (await guest().get("/install/studio.crt")).status_code == 404


@pytest.mark.parametrize(("agent", "names"), AGENTS.items(), ids=[names[0] for names in AGENTS.values()])
async def test_each_device_finds_its_own_steps_first(encrypted: House, agent: str, names: list[str]) -> None:
    browser = guest()
    browser.headers["user-agent"] = agent
    page = await open_page(browser, "/install")
    assert re.findall(r"<h3>(.+?)</h3>", page.text) == names
    assert "<script" not in page.text
    others = re.findall(r"<summary>(.+?)</summary>", page.text)
    assert len(others) == 5 - len(names)
    suffix = "mobileconfig" if "iPad" in names[0] else "crt"
    assert page.text.index(f"/install/studio.{suffix}") < page.text.index("<summary>")


async def test_the_fingerprint_on_the_page_is_that_of_every_download(encrypted: House) -> None:
    shown = "".join(re.findall(r"<span>([0-9A-F]{4})</span>", (await open_page(guest(), "/install")).text)).lower()
    got = {suffix: await guest().get(f"/install/studio.{suffix}") for suffix in ("crt", "pem", "mobileconfig")}
    assert [one.headers["content-type"].split(";")[0] for one in got.values()] == [
        "application/x-x509-ca-cert",
        "application/x-pem-file",
        "application/x-apple-aspen-config",
    ]
    profile = plistlib.loads(got["mobileconfig"].content)
    part = profile["PayloadContent"][0]
    assert part["PayloadType"] == "com.apple.security.root"
    assert part["PayloadUUID"] != profile["PayloadUUID"]
    read = [
        x509.load_der_x509_certificate(got["crt"].content),
        x509.load_pem_x509_certificate(got["pem"].content),
        x509.load_der_x509_certificate(part["PayloadContent"]),
    ]
    assert [one.fingerprint(hashes.SHA256()).hex() for one in read] == [shown] * 3
    assert not [one for one in got.values() if b"PRIVATE" in one.content]


async def test_it_goes_on_to_the_encrypted_page_and_to_no_other_house(encrypted: House) -> None:
    def onward(page: Page) -> str:
        return str(re.findall(r'class="btn go" href="([^"]+)"', page.text)[0])

    assert onward(await open_page(guest(), "/install")) == "https://studio:8443/"
    assert onward(await open_page(guest(), "/install?next=/clients%3Fq%3Da")) == "https://studio:8443/clients?q=a"
    for evil in ("https://evil.example", "//evil.example", "/\\evil.example", "@evil.example"):
        assert onward(await open_page(guest(), f"/install?next={evil}")) == "https://studio:8443/"


async def test_an_old_tablet_is_told_kindly_to_pair_again_in_its_language(encrypted: House) -> None:
    assert "Pair it once more" in (await open_page(guest(), "/install?next=/kiosk")).words
    assert "Pareie mais uma vez" in (await open_page(guest("pt-BR"), "/install?next=/kiosk")).words


@pytest.mark.parametrize("name", ["studio.key", "studio.p12", "..", "studio.crt.bak", "server.crt"])
async def test_nothing_else_is_given_out(encrypted: House, name: str) -> None:
    assert (await guest().get(f"/install/{name}")).status_code == 404


def test_a_person_compares_sixteen_groups_of_four(encrypted: House) -> None:
    authority = present_certificate(encrypted, "authority")
    assert authority
    assert re.fullmatch("(?:[0-9A-F]{4} ){15}[0-9A-F]{4}", authority.grouped)
