"""Which picture goes with a page: its size by the room there is, its figure by the variation."""

from pathlib import Path

import pytest

from hingecli.app import App
from hingecli.cli.pictures import (
    ON_CARD,
    ON_LARGE_CARD,
    ON_PAGE,
    ROOMY,
    card_size,
    drill_picture,
    mistake_picture,
)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> App:
    monkeypatch.setenv("COLUMNS", str(ON_LARGE_CARD.least_width))
    return App(home=str(tmp_path))


def test_a_roomy_window_has_the_large_figure(app: App) -> None:
    assert card_size(app, rows=ROOMY) == ON_LARGE_CARD
    assert card_size(app, rows=ROOMY - 1) == ON_CARD
    assert card_size(app, rows=None) == ON_CARD


def test_a_narrow_window_has_the_small_figure(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(ON_LARGE_CARD.least_width - 1))

    assert card_size(app, rows=ROOMY) == ON_CARD


def test_a_variation_has_its_own_figure_and_an_unknown_one_that_of_its_drill(app: App) -> None:
    wall = drill_picture(app, "wall-hinge", ON_CARD)
    kickstand = drill_picture(app, "wall-hinge", ON_CARD, variant="kickstand")

    assert wall[-1].split() == ["start", "touch"]
    assert kickstand[-1].split("  ")[0] == "half a step"
    assert drill_picture(app, "wall-hinge", ON_CARD, variant="of-another-protocol") == wall


def test_a_picture_needs_its_columns_and_its_signs(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mistake_picture(app, "looking-up", ON_PAGE)
    assert drill_picture(App(plain=True), "wall-hinge", ON_PAGE) == ()
    assert drill_picture(app, "of-another-protocol", ON_PAGE) == ()
    assert mistake_picture(app, "of-another-protocol", ON_PAGE) == ()
    monkeypatch.setenv("COLUMNS", str(ON_PAGE.least_width - 1))

    assert mistake_picture(App(), "looking-up", ON_PAGE) == ()
