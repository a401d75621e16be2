"""The bundled figures and comparisons, as their files say them."""

from hingecli.content import bundled, load_mistakes, load_protocol
from hingecli.content.figures import load_comparison, load_figure
from hingecli.motion.figure import Comparison, Figure

INDEX = load_protocol(bundled())
VARIATIONS = tuple(variant.id for variant in INDEX.rules.variety.all)
MISTAKES = tuple(mistake.id for mistake in load_mistakes(bundled()).mistakes)
DEPTHS = [n / 20 for n in range(21)]


def figure_of(id_: str) -> Figure:
    """Return the figure of a drill or a variation, which there must be."""
    figure = load_figure(bundled(), id_)
    assert figure is not None
    return figure


def comparison_of(id_: str) -> Comparison:
    """Return the comparison of a mistake, which there must be."""
    comparison = load_comparison(bundled(), id_)
    assert comparison is not None
    return comparison


FIGURES = [figure_of(id_) for id_ in (*(rung.id for rung in INDEX.ladder), *VARIATIONS)]
COMPARISONS = [comparison_of(id_) for id_ in MISTAKES]
