import pytest
from rich.color import Color
from rich.style import Style

from hingecli.show import style

LEAST_CONTRAST = 3.5


@pytest.mark.parametrize("name", style.PALETTE)
@pytest.mark.parametrize("background", ["#000000", "#ffffff"])
def test_every_colour_reads_on_dark_and_on_light(name: str, background: str) -> None:
    colour = Style.parse(name).color
    assert colour is not None

    front, back = luminance(colour), luminance(Color.parse(background))

    assert (max(front, back) + 0.05) / (min(front, back) + 0.05) >= LEAST_CONTRAST


def luminance(colour: Color) -> float:
    """Return the relative luminance that WCAG 2 defines."""
    red, green, blue = (_linear(part / 255) for part in colour.get_truecolor())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
