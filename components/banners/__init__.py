"""Lines above a screen for what lasts: a full disk, a network door that stays shut, letters that do not leave."""

from components.banners.banners import Banner, Banners

__all__ = ["Banner", "Banners"]
