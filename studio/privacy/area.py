"""What the privacy room declares."""

from studio.extension.area import Area
from studio.privacy.holding import HOLDS

AREA = Area(name="privacy", holds=HOLDS)
