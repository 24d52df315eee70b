"""What screens of a trade, and plugins later, may use of this one: sheets to take home, and papers for guests."""

OFFERS = frozenset({"attachments.attachments", "giving.hand_over", "paper_page.paper_for_guest"})
