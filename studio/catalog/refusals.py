"""What the catalogue may refuse, each with the next step."""

from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_


class ServiceIsUnknown(Missing):
    sentence = N_("This service is not in the catalogue.")


class ServiceNeedsName(Refusal):
    sentence = N_("Enter what clients call this service.")


class KindIsUnknown(Refusal):
    sentence = N_("Choose one of the kinds of service.")


class NumberIsMissing(Refusal):
    sentence = N_("Enter a number.")


class NumberIsUnclear(Refusal):
    sentence = N_("Enter a whole number, digits alone.")


class NumberIsOutside(Refusal):
    sentence = N_("Enter a number from {least} to {most}.")


class RangeIsReversed(Refusal):
    sentence = N_("This does not fit with the usual {minutes} minutes.")


class PriceIsMissing(Refusal):
    sentence = N_("Enter the price, or choose “free” or “on quote”.")


class AmountIsNotPositive(Refusal):
    sentence = N_("Enter an amount above zero.")


class AmountIsExpected(Refusal):
    sentence = N_("Enter an amount of money.")


class CurrencyIsOther(Refusal):
    sentence = N_("The studio counts in {currency}. Enter the amount in it.")


class ChoiceIsUnknown(Refusal):
    sentence = N_("Choose one of those offered.")


class PercentIsMissing(Refusal):
    sentence = N_("Enter how many per cent of the price, from 1 to 100.")


class DepositOfNothing(Refusal):
    sentence = N_("A free service has no price to take per cents of. Choose another deposit.")


class ArtistsAreMissing(Refusal):
    sentence = N_("Choose who offers it, or say that everybody does.")


class ArtistIsUnknown(Refusal):
    sentence = N_("Choose people who work here.")


class FieldIsUnknown(Refusal):
    sentence = N_("This field does not exist.")


class YesOrNo(Refusal):
    sentence = N_("Answer yes or no.")


class ServiceIsArchived(Conflict):
    sentence = N_("{name} is archived. Restore it first.")


class SortIsUnknown(Refusal):
    sentence = N_("This list cannot be sorted that way.")


class OrderIsUnclear(Refusal):
    sentence = N_("Name every service of the new order once.")


class ListIsUnreadable(Refusal):
    sentence = N_("No line of this file is a service. The first line names the columns; one of them is “{name}”.")


class LinesWantMending(Refusal):
    sentence = N_("Nothing was brought in: some lines want mending first.")


class ListIsTooLong(Refusal):
    sentence = N_("A catalogue holds up to {most} services. Split the file or archive some first.")


class LineIsTwice(Refusal):
    sentence = N_("This file names {code} twice. Keep one of the lines.")
