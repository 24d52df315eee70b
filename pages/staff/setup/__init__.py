"""The first start, step by step: each step is a form of its own, and what is typed is kept between starts."""

from pages.staff.setup.views import router

__all__ = ["router"]
