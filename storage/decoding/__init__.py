"""Files from elsewhere: what they really are, and what a process that may do nothing else makes of them."""

from storage.decoding.asked import PIXELS, Form, Unfit, Wish
from storage.decoding.keeper import paper_pages, redrawn
from storage.decoding.kinds import kind_of

__all__ = ["PIXELS", "Form", "Unfit", "Wish", "kind_of", "paper_pages", "redrawn"]
