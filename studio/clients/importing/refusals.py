"""What can be refused about a file of clients."""

from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_


class FileIsEmpty(Refusal):
    sentence = N_("There is nothing in this file.")


class FileIsTooLarge(Refusal):
    sentence = N_("This file is larger than {limit} MB. Split it and bring the parts one after the other.")
    status = 413


class FileIsNoTable(Refusal):
    sentence = N_("This is no table. Save it as CSV or as an Excel workbook (.xlsx), then bring it again.")


class FileIsLocked(Refusal):
    sentence = N_("This is an old or a protected Excel file. Save it as .xlsx without a password, then bring it again.")


class FileIsUnreadable(Refusal):
    sentence = N_("This file is damaged or not what its name says. Save it anew, then bring it again.")


class FileUnpacksTooLarge(Refusal):
    sentence = N_("This workbook unpacks to far more than a list of clients needs. Save its sheet as CSV instead.")


class TooManyLines(Refusal):
    sentence = N_("This file has more than {limit} lines. Split it and bring the parts one after the other.")


class LineIsEndless(Refusal):
    sentence = N_("Line {line} does not end: a quotation mark is missing, or the separator is another one.")


class NoColumnIsTheName(Refusal):
    sentence = N_("Say which column holds the name; a client needs nothing more.")


class FieldIsTwice(Refusal):
    sentence = N_("Two columns cannot both be “{field}”. Leave one of them out.")


class ReadingIsUnknown(Refusal):
    sentence = N_("A file cannot be read that way.")


class LineHasMoreCells(Refusal):
    sentence = N_("This line has more cells than the file has columns.")


class PhoneIsRounded(Refusal):
    sentence = N_("A spreadsheet has rounded this number. Format the column as text and save the file again.")


class AnswerIsUnclear(Refusal):
    sentence = N_("Write yes or no here.")


class LanguageIsUnknown(Refusal):
    sentence = N_("This language is not known. Write its name or its code, such as pt.")


class ImportIsUnknown(Missing):
    sentence = N_("This import does not exist, or not any more.")


class ImportIsRunning(Conflict):
    sentence = N_("This is under way already.")


class ImportIsOver(Conflict):
    sentence = N_("This import is not at that point any more. Look at it anew.")


class ImportIsCalledOff(Refusal):
    sentence = N_("Somebody stopped it. Go on, or let go of the file.")


class NobodyToImport(Refusal):
    sentence = N_("No line of this file would change anything. Mend the file or choose otherwise.")


READ_APART: dict[str, type[Refusal]] = {
    refusal.__name__: refusal
    for refusal in (
        FileIsEmpty, FileIsNoTable, FileIsLocked, FileIsUnreadable, FileUnpacksTooLarge, TooManyLines, LineIsEndless,
    )
}  # fmt: skip
"""What the process that reads files may say."""
