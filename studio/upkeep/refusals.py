"""What upkeep can refuse."""

from __future__ import annotations

from studio.kernel.refusal import Missing, Refusal
from studio.kernel.text import N_


class SettingIsUnknown(Missing):
    sentence = N_("There is no setting “{key}”.")


class ValueDoesNotFit(Refusal):
    sentence = N_("This value does not fit here.")


class NameOfStudioIsMissing(Refusal):
    sentence = N_("Write the name of the studio, at most 80 letters.")


class CountryIsUnknown(Refusal):
    sentence = N_("Choose a country from the list.")


class CurrencyIsUnknown(Refusal):
    sentence = N_("Choose a currency from the list.")


class LocaleIsUnknown(Refusal):
    sentence = N_("Choose how dates and numbers are written from the list.")


class ZoneIsUnknown(Refusal):
    sentence = N_("Choose a time zone from the list.")


class LogoIsUnclear(Refusal):
    sentence = N_("This logo cannot be opened. Choose a PNG, JPEG or WebP picture.")


class PortIsWrong(Refusal):
    sentence = N_("A port is a number from 1024 to 65535.")


class AddressIsWrong(Refusal):
    sentence = N_("Write an address of this computer, like 192.168.1.20, or leave it empty.")


class NumberIsOutOfRange(Refusal):
    sentence = N_("Choose a number from {least} to {most}.")


class ColourIsWrong(Refusal):
    sentence = N_("Choose one of the colours offered: each is readable on paper and in the dark.")


class TextIsTooLong(Refusal):
    sentence = N_("Write at most {most} letters.")


class HoursAreUnclear(Refusal):
    sentence = N_("Write opening hours like 10:00–13:00, 14:00–18:00; leave closed days empty.")


class HoursOverlap(Refusal):
    sentence = N_("These hours overlap. Write each part of the day once, the earlier first.")


class TaxIsUnclear(Refusal):
    sentence = N_(
        "Write each tax rate on a line of its own, its name and then the per cent, like Standard 20 or Reduced 5.5."
    )


class MethodsAreUnclear(Refusal):
    sentence = N_("Write one to {most} ways to pay, each on a line of its own, none twice.")
