"""What the tattoo room declares."""

from studio.extension.area import Area, DemoPlan
from studio.kernel.house import House
from studio.kernel.permissions import Permission
from studio.kernel.text import N_
from studio.tattoo.carrying import CARRIES
from studio.tattoo.following import FOLLOWS
from studio.tattoo.holding import HOLDS
from studio.tattoo.queries.pieces import piece_names
from studio.tattoo.reading import KIND
from studio.tattoo.sentences import SENTENCES
from studio.tattoo.telling import booking_lines, deposit_asked, design_gate, still_healing
from studio.upkeep.rules import whole_number

OFFICE, DESK = "owner manager", "owner manager reception"
AT_THE_CHAIR = "artist guest_artist"
GROUP = "schedule"


def made_up_pieces(house: House, plan: DemoPlan) -> None:
    """Pieces in every state; only read when somebody asks for a demo."""
    from studio.tattoo.demo import fill

    fill(house, plan)


AREA = Area(
    name="tattoo",
    holds=HOLDS,
    carries=CARRIES,
    permissions=(
        Permission.of("tattoo.piece.see", N_("See pieces"), f"{DESK} artist viewer console", own="guest_artist"),
        Permission.of("tattoo.piece.edit", N_("Take pieces in and change them"), f"{DESK} console", own=AT_THE_CHAIR),
        Permission.of("tattoo.piece.archive", N_("Archive and restore pieces"), OFFICE),
        Permission.of("tattoo.piece.quote", N_("Say what a piece costs"), f"{DESK} console", own=AT_THE_CHAIR),
        Permission.of(
            "tattoo.design.approve",
            N_("Note that a client approved a design"),
            f"{DESK} console",
            own=AT_THE_CHAIR,
        ),
        Permission.of("tattoo.reference.see", N_("See references of pieces"), f"{DESK} artist console"),
    ),
    settings=(
        whole_number(
            "tattoo.healing_days",
            21,
            N_("Days of healing between two sessions of a piece"),
            1,
            365,
            note=N_("Counts where neither the piece nor its service says another number."),
            group=GROUP,
        ),
        whole_number(
            "tattoo.touch_ups",
            1,
            N_("Free touch-ups of a piece"),
            0,
            20,
            note=N_("A piece can have a number of its own."),
            group=GROUP,
        ),
        whole_number(
            "tattoo.touch_up_days",
            90,
            N_("Days a touch-up is free"),
            1,
            730,
            note=N_("From the last session on; a piece can have a last day of its own."),
            group=GROUP,
        ),
    ),
    within=FOLLOWS,
    session_gates={"design": design_gate},
    booking_lines=booking_lines,
    booking_obstacles={KIND: still_healing},
    deposits_asked={KIND: deposit_asked},
    sentences=SENTENCES,
    kinds={"piece": N_("piece")},
    names={"piece": piece_names},
    demo=made_up_pieces,
)
