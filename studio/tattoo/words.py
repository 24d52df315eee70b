"""What things about a piece are called."""

from collections.abc import Mapping

from studio.kernel.text import N_

STATES: Mapping[str, str] = {
    "enquiry": N_("Enquiry"),
    "consult": N_("Consultation"),
    "quoted": N_("Quoted"),
    "deposit": N_("Deposit asked for"),
    "scheduled": N_("Scheduled"),
    "in_progress": N_("In progress"),
    "healing": N_("Healing"),
    "touch_up": N_("Touch-up"),
    "closed": N_("Closed"),
    "cancelled": N_("Cancelled"),
    "dropped": N_("Not pursued"),
}
INKS: Mapping[str, str] = {"": N_("Not said"), "colour": N_("Colour"), "black": N_("Black and grey")}
QUOTES: Mapping[str, str] = {
    "": N_("No quote yet"),
    "fixed": N_("Fixed price"),
    "range": N_("From and to"),
    "hourly": N_("By the hour"),
}
DEPOSITS: Mapping[str, str] = {
    "none": N_("No deposit"),
    "due": N_("Deposit due"),
    "waived": N_("Deposit waived"),
    "recorded": N_("Deposit taken"),
}
APPROVED: Mapping[str, str] = {
    "on_screen": N_("Signed on screen"),
    "at_desk": N_("Said at the desk"),
    "by_message": N_("Written in a message"),
}
SAID: Mapping[str, str] = {
    "spelling": N_("Spelling checked"),
    "letters": N_("Client confirmed it letter by letter"),
    "approved": N_("Client approved it"),
    "voided": N_("No longer approved"),
}
