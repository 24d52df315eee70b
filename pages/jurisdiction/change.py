"""One of the studio's own profiles, changed in a form: numbers, choices and texts, each with what it rests on."""

from __future__ import annotations

from typing import Any

from nicegui import ui

from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.perform import attempt, look
from components.app.text import text
from components.form import Form
from pages.jurisdiction.all import HERE
from pages.jurisdiction.change_fields import ProfileFields
from pages.jurisdiction.words import (
    FIELDS,
    KINDS,
    LEAP,
    PRESENCE,
    PROOFS,
    SECTIONS,
    SINCE,
    kind_word,
)  # fmt: skip
from studio.extension.registry import registry
from studio.jurisdiction.actions import change_profile
from studio.jurisdiction.queries import ProfileLine, profile, profile_line
from studio.jurisdiction.refusals import ProfileIsShipped
from studio.jurisdiction.schema import Profile
from studio.kernel.text import t
from studio.privacy.keeping import RECORDS


async def draw(key: str) -> None:
    """The screen `/settings/countries/{key}/change`."""
    line = await look(profile_line, key)
    if not line.own:
        raise ProfileIsShipped
    ChangePage(line, await look(profile, key)).draw()


class ChangePage:
    """One open form."""

    def __init__(self, line: ProfileLine, one: Profile) -> None:
        self.line, self.profile = line, one

    def draw(self) -> None:
        steps = [(t("Country's rules"), HERE), (self.line.name, f"{HERE}/{self.line.key}")]
        with frame(t("Change"), active="/settings", under=steps):
            waits = t("It counts once you use it.")
            note = t("It is in force: changes count at once.") if self.line.in_force else waits
            head(t("Change {name}", name=self.line.name), note)
            with ui.element("div").classes("body"), Form(self._save) as self.form:
                self.fields = ProfileFields(self.form, self.profile)
                with ui.element("div").classes("rules"):
                    for part in PARTS:
                        part(self.fields)
                self.form.acts(t("Save the profile"), cancel=f"{HERE}/{self.line.key}")

    async def _save(self, values: dict[str, Any]) -> bool | None:
        assert self.line.id is not None  # noqa: S101  own profiles have rows
        content = self.fields.put_together(values)
        done = await attempt(change_profile, self.form, self.line.id, content, self.line.version)
        if done is None:
            return None
        self.form.settled()
        toast(t("Saved: {what}", what=done.name))
        ui.navigate.to(f"{HERE}/{done.key}")
        return True


def _title(key: str) -> None:
    text(t(SECTIONS[key]), "", "h2")


def _whole(fields: ProfileFields) -> None:
    with ui.element("section").classes("stack"):
        with ui.element("div").classes("two"):
            fields.words("name", t("Name"))
            fields.day("checked_on", t("Checked on"), t("The day somebody last looked these rules up."))
        fields.words("about", t("About"), long=True)
        fields.tick("unchecked", t("Nobody has checked these rules"))


def _majority(fields: ProfileFields) -> None:
    with ui.element("section").classes("stack"):
        _title("majority")
        with ui.element("div").classes("two"):
            fields.number("majority.age", t("Adult from"), t("years"))
            fields.choice("majority.leap_birthday", t("Born on 29 February, older in other years"), LEAP)
            fields.rests("majority")


def _ages(fields: ProfileFields) -> None:
    kinds = dict.fromkeys([*registry().service_kinds(), *KINDS, *fields.content["ages"]])
    with ui.element("section").classes("stack"):
        _title("ages")
        text(t("A service without an age has that of everything else. Without a guardian's age, no guardian helps."),
             "second", "p")  # fmt: skip
        for kind in sorted(kinds, key=lambda one: one == "other"):
            with ui.element("div").classes("edit-row"):
                text(kind_word(kind), "medium what")
                fields.number(f"ages.{kind}.alone", t("Alone from"))
                fields.number(f"ages.{kind}.with_guardian", t("With guardian"))
                fields.rests(f"ages.{kind}")


def _guardian(fields: ProfileFields) -> None:
    with ui.element("section").classes("stack"):
        _title("guardian")
        with ui.element("div").classes("two"):
            fields.choice("guardian.presence", t("Parent or guardian"), PRESENCE)
            fields.many("guardian.identity", t("Shows all of"), PROOFS)
            fields.many("guardian.relation", t("Proves the relation by one of"), PROOFS)
            fields.rests("guardian")


def _retention(fields: ProfileFields) -> None:
    with ui.element("section").classes("stack"):
        _title("retention")
        for kind, words in RECORDS.items():
            with ui.element("div").classes("edit-row kept"):
                text(t(words), "medium what")
                fields.number(f"retention.{kind}.months", t("Months"))
                fields.choice(f"retention.{kind}.from_what", t("Counted"), SINCE)
                fields.rests(f"retention.{kind}")
                fields.words(f"retention.{kind}.reason", t("Why")).classes("why")


def _asked(fields: ProfileFields) -> None:
    with ui.element("section").classes("stack"):
        _title("asked")
        with ui.element("div").classes("two"):
            fields.many("registration.fields", t("Registration"), FIELDS)
            fields.many("consent.fields", t("Consent"), FIELDS)
        fields.lines("consent.questions", t(SECTIONS["questions"]))
        fields.lines("consent.statements", t(SECTIONS["statements"]))


def _ink(fields: ProfileFields) -> None:
    with ui.element("section").classes("stack"):
        _title("ink")
        fields.tick("ink.batch_per_client", t("Batch of each ink on the client's record"))
        fields.tick("ink.told_before", t("Inks told to the client before"))
        with ui.element("div").classes("two"):
            fields.rests("ink")
        fields.lines("ink.label", t("What must stand on the bottle"))
        fields.lines("ink.duties", t("What else is to be done"))


def _sterilisation(fields: ProfileFields) -> None:
    with ui.element("section").classes("stack"):
        _title("sterilisation")
        with ui.element("div").classes("three"):
            fields.number("sterilisation.spore_test_days", t("Spore test every"), t("days"))
            fields.number("sterilisation.spore_test_hours", t("Or every"), t("hours of use"))
            fields.number("sterilisation.pack_days", t("A sterile pack lasts"), t("days"))
            fields.number("sterilisation.log_months", t("Logs are kept"), t("months"))
            fields.number("sterilisation.single_use_proof_days", t("Proof of single-use material is kept"), t("days"))
        fields.tick("sterilisation.after_installation", t("Spore test after installation"))
        fields.tick("sterilisation.after_repair", t("Spore test after a major repair"))
        fields.tick("sterilisation.integrator_each_load", t("Class V integrator in every load"))
        with ui.element("div").classes("two"):
            fields.rests("sterilisation")
        fields.lines("sterilisation.pack_label", t("What must stand on a pack"))
        fields.lines("sterilisation.duties", t("What else is to be done"))


def _people(fields: ProfileFields) -> None:
    with ui.element("section").classes("stack"):
        text(t("Staff and licences"), "", "h2")
        fields.lines("staff", t(SECTIONS["staff"]))
        fields.lines("licences", t(SECTIONS["licences"]))


def _tax(fields: ProfileFields) -> None:
    with ui.element("section").classes("stack"):
        _title("tax")
        with ui.element("div").classes("three"):
            fields.words("tax.tax", t("Tax"))
            fields.words("tax.number", t("Tax number"))
            fields.words("tax.invoice", t("Invoice"))
        with ui.element("div").classes("two"):
            fields.rests("tax")


PARTS = (_whole, _majority, _ages, _guardian, _retention, _asked, _ink, _sterilisation, _people, _tax)
