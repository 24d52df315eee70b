"""Signing in, the people of the studio, and one's own account."""

from pages.staff import api, desks, faces, roles_api, setup, sign_in
from pages.staff.first import STEPS as FIRST_STEPS
from pages.staff.people import draw as draw_people
from pages.staff.person import draw as draw_person
from pages.staff.profile import draw as draw_profile
from pages.staff.roles import draw as draw_roles
from studio.extension.screens import MenuItem, Screen, Screens, Slot
from studio.kernel.text import N_

SEE = "staff.user.see"

SCREENS = Screens(
    name="staff",
    screens=(
        Screen("/staff", draw_people, SEE, N_("People")),
        Screen("/staff/roles", draw_roles, "staff.role.see", N_("Roles and rights")),
        Screen("/staff/{user_id}", draw_person, SEE, N_("Person")),
        Screen("/profile", draw_profile, "staff.self.see", N_("Your account")),
    ),
    menu=(MenuItem(N_("People"), "people", "/staff", 110, SEE),),
    slots=(Slot("settings.sections", desks.draw, 11, desks.SEE, N_("Desks")),),
    first_steps=FIRST_STEPS,
    plain=(*sign_in.ROUTERS, setup.router, faces.router),
    api=(api.router, roles_api.router),
)
