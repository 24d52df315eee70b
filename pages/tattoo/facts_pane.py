"""What is known of a piece: its place on the body, its money, and the rest."""

from __future__ import annotations

from pathlib import Path

from nicegui import ui

from components import body_map
from components.app import theme
from components.app.moments import show_date
from components.app.text import text
from components.body_map.figure import figure_svg
from pages.catalog.showing import money_text
from pages.tattoo.showing import between_text, hours_text, quote_text, size_text
from studio.clients.body import PLACES
from studio.clients.figure import views_of
from studio.kernel.text import t
from studio.tattoo.rules.reckoning import Reckoning
from studio.tattoo.views import PieceCard
from studio.tattoo.words import DEPOSITS, INKS

theme.also(Path(body_map.__file__).parent / "body_map.css")


def draw_place(card: PieceCard) -> None:
    """The figure with its places, in words below."""
    places = card.piece.places
    with ui.element("section").classes("panel stack piece-where"):
        text(t("Where it goes"), "", "h2")
        with ui.element("div").classes("figures"):
            for view in views_of(places):
                ui.html(figure_svg(view, places), sanitize=False)
            with ui.element("div").classes("stack grow"):
                words = ", ".join(filter(None, [*(t(PLACES[place]) for place in places), card.place_note]))
                text(words or t("No place is marked yet."), "" if words else "second", "p")
        _facts(card)


def draw_money(card: PieceCard) -> None:
    """Agreed, done, booked ahead, left: hours and money, each as a bar with its figures."""
    sums = card.reckoning
    with ui.element("section").classes("panel stack"):
        with ui.element("div").classes("line apart"):
            text(t("Hours and money"), "", "h2")
            text(quote_text(card.piece.quote) or t("No quote yet"), "second")
        _bar(t("Hours"), sums.minutes_done, sums.minutes_ahead, sums.minutes_planned)
        with ui.element("dl").classes("facts"):
            for label, words in _figures(card, sums):
                if words:
                    text(label, "", "dt")
                    text(words, "num", "dd")


def _figures(card: PieceCard, sums: Reckoning) -> list[tuple[str, str]]:
    one = card.piece
    deposit = t(DEPOSITS[one.deposit_state])
    deposit += f", {money_text(one.deposit_due)}" if one.deposit_due else ""
    return [
        (t("Hours done"), hours_text(sums.minutes_done)),
        (t("Hours booked"), hours_text(sums.minutes_ahead) if sums.minutes_ahead else ""),
        (t("Hours left"), hours_text(sums.minutes_left)),
        (t("In all"), between_text(one.quote.least, one.quote.most)),
        (t("Done"), money_text(sums.money_done)),
        (t("Booked"), money_text(sums.money_ahead) if sums.money_ahead.minor else ""),
        (t("Money left"), between_text(sums.money_left_least, sums.money_left_most)),
        (t("Over the quote"), money_text(sums.over) if sums.over else ""),
        (t("Deposit"), deposit),
    ]


def _bar(label: str, done: int, ahead: int, planned: int | None) -> None:
    whole = max(planned or 0, done + ahead)
    if not whole:
        return
    with ui.element("div").classes("piece-bar").props("role=img") as bar:
        for look, part in (("done", done), ("ahead", ahead)):
            ui.element("i").classes(look).style(f"flex: {part}")
        ui.element("i").style(f"flex: {max(whole - done - ahead, 0)}")
    bar.props["aria-label"] = f"{label}: {hours_text(done)} / {hours_text(whole)}"


def _facts(card: PieceCard) -> None:
    """The rest, as far as it is known."""
    one, last = card.piece, card.touch_up
    free = t("{n} of {all} left", n=last.left, all=last.free)
    until = t("until {day}", day=show_date(last.until)) if last.until else ""
    told = [
        (t("Size"), size_text(card)),
        (t("Service"), card.service),
        (t("Style"), one.style),
        (t("Colours"), t(INKS[one.ink]) if one.ink else ""),
        (t("Cover-up"), t("Covers an older tattoo") if one.cover_up else ""),
        (t("Free touch-ups"), ", ".join(filter(None, (free, until)))),
        (t("Note"), card.note),
    ]
    with ui.element("dl").classes("facts"):
        for label, words in told:
            if words:
                text(label, "", "dt")
                text(words, "prose", "dd")
