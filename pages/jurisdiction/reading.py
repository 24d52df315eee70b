"""Drawing what a profile says: whether anybody checked it, its sections, and what each rule rests on."""

from __future__ import annotations

from nicegui import ui

from components.app.marks import Kind, pill, status_mark
from components.app.moments import show_date
from components.app.text import text
from pages.jurisdiction.telling import Rule, Section, sections
from pages.jurisdiction.words import BASES
from studio.jurisdiction.schema import Profile
from studio.jurisdiction.standing import said
from studio.kernel.text import t

MARKS: dict[str, Kind] = {"read": "ok", "general": "warn", "careful": "info"}


def draw_rules(profile: Profile) -> None:
    """All of one profile, below what is to be known of it as a whole."""
    with ui.element("div").classes("rules"):
        draw_caution(profile)
        for section in sections(profile):
            draw_section(section)


def draw_caution(profile: Profile) -> None:
    """Whether anybody looked it up, and that it is no advice."""
    with ui.element("div").classes("stack"):
        with ui.element("div").classes(f"band {'warn' if profile.unchecked else 'info'}"):
            pill(*checked_mark(profile.unchecked, profile))
            text(t("Not legal advice. Check every rule with whoever inspects your studio."), "grow")
        text(said(profile.about), "prose", "p")


def checked_mark(unchecked: bool, profile: Profile) -> tuple[Kind, str]:
    """Checked on a day, or plainly not."""
    if not profile.country:
        return "info", t("No country's law")
    if unchecked or profile.checked_on is None:
        return "warn", t("UNCHECKED")
    return "ok", t("Checked on {day}", day=show_date(profile.checked_on))


def draw_section(section: Section) -> None:
    """One heading and its rules."""
    with ui.element("section").classes("rules-section") as place:
        place.props["id"] = section.key
        text(section.title, "", "h2")
        for rule in section.rules:
            draw_rule(rule)


def draw_rule(rule: Rule) -> None:
    """What it is about, what it says and why, and what it rests on."""
    with ui.element("div").classes("rule" if rule.says else "rule told"):
        text(rule.what, "second" if rule.says else "")
        if rule.says:
            with ui.element("div").classes("stack tight"):
                text(rule.says, "medium")
                if rule.why:
                    text(rule.why, "small second")
        with ui.element("div").classes("rests"):
            if rule.basis:
                status_mark(MARKS[rule.basis], t(BASES[rule.basis])).classes("long")
            if rule.source:
                text(rule.source, "small second")
