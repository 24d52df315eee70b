"""The figure has a shape for every place people can point at, and nothing besides."""

import pytest

from components.body_map.figure import figure_svg
from studio.clients.body import PLACES, VIEWS, places_of
from studio.clients.figure import HEIGHT, WIDTH, shape_of, views_of


@pytest.mark.parametrize("place", PLACES)
def test_every_place_lies_on_the_figure(place: str) -> None:
    shape = shape_of(place)
    assert len(shape) > 3
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in shape)


def test_every_side_draws_its_places_and_marks_what_was_pointed_at() -> None:
    for view in VIEWS:
        drawn = figure_svg(view, ("front.face", "left.hand"))
        assert drawn.count("<path") == len(places_of(view)) > 10
        assert drawn.count('class="on"') == (view in ("front", "left"))
    assert views_of(["back.spine", "right.foot"]) == ("back", "right")


def test_left_is_the_clients_left() -> None:
    assert min(x for x, _ in shape_of("front.hand_left")) > WIDTH / 2
    assert max(x for x, _ in shape_of("back.hand_left")) < WIDTH / 2
