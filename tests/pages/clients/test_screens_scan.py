"""Scanning: our own code opens the profile, everything else is only shown."""

from nicegui import ui
from nicegui.testing import User

from components.picture import PictureDrop
from pages.clients.scan import draw
from studio.clients.codes import code_text, qr_png
from studio.kernel.house import House
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, looking, until


async def test_a_scanner_that_types_opens_the_profile(studio: House) -> None:
    reception = signed_in("reception")
    client = on_file(reception)
    async with looking(reception, draw) as user:
        gone = watch_navigation(user)
        scan_into(user, code_text(studio, client.code))
        await until(lambda: gone == [f"/clients/{client.code}"])


async def test_a_foreign_code_is_shown_as_words_and_leads_nowhere(studio: House) -> None:
    async with looking(signed_in("reception"), draw) as user:
        gone = watch_navigation(user)
        scan_into(user, "https://elsewhere.example/x")
        await user.should_see("https://elsewhere.example/x")
        await user.should_see("Not a code of this studio.")
        assert gone == []


async def test_a_code_of_ours_with_a_forged_seal_is_foreign(studio: House) -> None:
    reception = signed_in("reception")
    client = on_file(reception)
    async with looking(reception, draw) as user:
        gone = watch_navigation(user)
        scan_into(user, code_text(studio, client.code)[:-2] + "AA")
        await user.should_see("Not a code of this studio.")
        assert gone == []


async def test_a_picture_of_a_code_opens_the_profile(studio: House) -> None:
    reception = signed_in("reception")
    client = on_file(reception)
    async with looking(reception, draw) as user:
        gone = watch_navigation(user)
        await hand_in(user, qr_png(code_text(studio, client.code)))
        await until(lambda: gone == [f"/clients/{client.code}"])


async def test_a_picture_without_a_code_says_what_helps(studio: House) -> None:
    async with looking(signed_in("reception"), draw) as user:
        await hand_in(user, b"no picture at all")
        await user.should_see("No QR code was found in this picture.")


async def test_no_camera_says_so(studio: House) -> None:
    async with looking(signed_in("reception"), draw) as user:
        user.find("Start camera").click()
        await user.should_see("No camera answers.")
        await user.should_see("Start camera")


def scan_into(user: User, code: str) -> None:
    field = found(user, ui.input)
    field.value = code
    user.find(kind=ui.input).trigger("keydown.enter")


def watch_navigation(user: User) -> list[str]:
    """Where the page was sent to, instead of going there."""
    gone: list[str] = []
    user.navigate.to = lambda target, new_tab=False: gone.append(str(target))  # type: ignore[method-assign]
    return gone


async def hand_in(user: User, content: bytes) -> None:
    await found(user, PictureDrop).handle_uploads([ui.upload.SmallFileUpload("a.png", "image/png", content)])
