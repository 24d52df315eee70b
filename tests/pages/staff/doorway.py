"""Names of what is typed and kept at the door."""

ADA, FRESH, PIN = "ada@northquay.example", "four loose paper boats", "8205"
COOKIE, DESK = "linework_8080", "linework_desk_8080"
