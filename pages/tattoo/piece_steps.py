"""The way of a piece as a line: where it has been, where it stands, what is to come."""

from __future__ import annotations

from nicegui import ui

from components.app.moments import here, show_date
from components.app.text import text
from studio.kernel.text import t
from studio.tattoo.rules.steps import CALLED_OFF, WAY
from studio.tattoo.views import PieceCard
from studio.tattoo.words import STATES

TO_NOW = "document.querySelector('.piece-steps [aria-current]')?.scrollIntoView({inline: 'center', block: 'nearest'})"
"""On a phone the line is wider than the screen."""


def draw_steps(card: PieceCard) -> None:
    """One that was called off shows how far it came, and why it ended."""
    one = card.piece
    reached = {step.to_state: here(step.at).date() for step in card.steps}
    been = [state for state in WAY if state in reached]
    way = (*(been or ("enquiry",)), one.state) if one.state in CALLED_OFF else (*WAY, "closed")
    at = way.index(one.state)
    with ui.element("ol").classes("piece-steps").props("tabindex=0").props(f"aria-label={t('Where it stands')!r}"):
        for nth, state in enumerate(way):
            with ui.element("li").classes("done" if nth < at else "now" if nth == at else "") as step:
                text(t(STATES[state]), "strong" if nth == at else "", "div")
                day = reached.get(state)
                if day and nth <= at:
                    text(show_date(day), "second small", "div")
            if nth == at:
                step.props["aria-current"] = "step"
    ui.run_javascript(TO_NOW)
    why = next((step.reason for step in card.steps if step.to_state == one.state and step.reason), "")
    if one.state in CALLED_OFF and why:
        text(t("Because: {reason}", reason=why), "second", "p")
