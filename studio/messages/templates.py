"""What letters say: a few sentences each, drawn as plain text and as simple HTML from the same blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from string import Formatter

from studio.kernel.text import N_, speaking, t
from studio.messages.rules.mail import subject_line


@dataclass(frozen=True)
class Template:
    """A kind of letter. `code` and `address` name the values that stand alone, large or as a link, where given."""

    subject: str
    lines: tuple[str, ...]
    after: tuple[str, ...] = ()
    code: str = ""
    address: str = ""
    secret: bool = False
    """Whether its text is forgotten once it is sent."""


@dataclass(frozen=True)
class Written:
    """A letter, ready to be sent."""

    subject: str
    text: str
    html: str


TEMPLATES: Mapping[str, Template] = {
    "invitation": Template(
        N_("{studio}: your account"),
        (
            N_("Hello {name},"),
            N_("{by} gave you an account at {studio}. Choose your password with this code, at the desk of the studio:"),
        ),
        (N_("The code can be used once, until {until}."), N_("If you expected no letter, throw it away.")),
        code="code",
        address="address",
        secret=True,
    ),
    "reset": Template(
        N_("{studio}: your code for a new password"),
        (N_("Hello {name},"), N_("somebody, hopefully you, asked for a new password at {studio}. This is the code:")),
        (
            N_("It can be used once, within {minutes} minutes."),
            N_("If that was not you, do nothing: your password stays as it is."),
        ),
        code="code",
        secret=True,
    ),
    "alert": Template(
        N_("{studio}: {sentence}"),
        (N_("{sentence}"),),
        (N_("Linework sends this because the owner of {studio} chose so. Read more at the desk, under the bell."),),
    ),
    "aftercare": Template(
        N_("{studio}: {title}"),
        (N_("Hello {name},"), N_("here is how to look after it. Keep this letter until it has healed."), N_("{body}")),
        (N_("{studio} sends this because you were there today. Answer at the studio if anything worries you."),),
    ),
    "consent": Template(
        N_("{studio}: your signed consent {code}"),
        (
            N_("Hello {name},"),
            N_("here is what you signed at {studio}, {code}, as a sealed PDF. Its seal shows if a letter changed."),
        ),
        (N_("{studio} sends this because you wished to have it. If you did not, tell the studio and throw it away."),),
    ),
    "test": Template(
        N_("{studio}: a letter to try the settings"),
        (N_("It works: {studio} can send e-mail."),),
    ),
}


def write_letter(name: str, language: str, values: Mapping[str, object]) -> Written:
    """The letter in this language. KeyError when there is no such template or a value is missing."""
    template = TEMPLATES[name]
    with speaking(language):
        before = [_filled(line, values) for line in template.lines]
        after = [_filled(line, values) for line in template.after]
        subject = subject_line(_filled(template.subject, values))
    code, address = str(values.get(template.code, "")), str(values.get(template.address, ""))
    own = [one for one in (code, address) if one]
    text = "\n\n".join([*before, *own, *after]) + "\n"
    return Written(subject, text, _html(language, subject, before, code, address, after))


def _filled(sentence: str, values: Mapping[str, object]) -> str:
    places = {place for _, place, _, _ in Formatter().parse(sentence) if place}
    return t(sentence, **{place: values[place] for place in places})


def _broken(line: str) -> str:
    """Lines of a longer text stay lines."""
    return escape(line).replace("\n", "<br>")


def _html(language: str, subject: str, before: list[str], code: str, address: str, after: list[str]) -> str:
    """No picture, no link we did not make, no script: it reads the same everywhere."""
    parts = [f"<p>{_broken(line)}</p>" for line in before]
    if code:
        parts.append(f"<p><b><big><tt>{escape(code)}</tt></big></b></p>")
    if address:
        parts.append(f'<p><a href="{escape(address)}">{escape(address)}</a></p>')
    parts += [f"<p><small>{escape(line)}</small></p>" for line in after]
    head = f'<meta charset="utf-8"><title>{escape(subject)}</title>'
    return f'<!doctype html><html lang="{escape(language)}"><head>{head}</head><body>{"".join(parts)}</body></html>'
