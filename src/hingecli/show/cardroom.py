"""What a card leaves out where the window is low, and in which order.

Owns the order. What never goes has no place in it: the title, every block with its sets, weight and
rest, the focus, the next unlock, the next step, and all that is said for safety's sake.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal

import msgspec

if TYPE_CHECKING:
    from rich.text import Text

Spare = Literal[
    "air",
    "flag list",
    "known steps",
    "more reasons",
    "figure",
    "second reason",
    "daily life",
    "because",
    "tempo",
    "bars",
    "conditions",
    "film",
    "set-up",
    "rules",
    "watch",
    "steps",
    "breath",
    "first reason",
    "last week",
    "pointers",
]
"""What can be spared, by its name."""

ORDER: Final[tuple[Spare, ...]] = (
    "air",  # the blank lines, which say nothing
    "flag list",  # the same signs stand in running lines then
    "known steps",  # of a drill done three times: `hinge show` has them
    "more reasons",  # `hinge why` has them all
    "figure",
    "second reason",
    "daily life",
    "because",  # of the focus
    "tempo",  # the walk-through has it
    "bars",
    "conditions",  # of the next unlock: its one line stays
    "film",
    "set-up",
    "rules",  # the lines drawn across
    "watch",
    "steps",
    "breath",
    "first reason",
    "last week",
    "pointers",  # to the reasons and the steps: only the next step is left
)
"""What goes first stands first: at each step all that stands before it is gone too."""


class CardPart(msgspec.Struct, frozen=True):
    """Some lines of a card: they go with the spare `goes`, and stand only once `comes` is gone."""

    lines: "Sequence[Text]"
    goes: Spare | None = None
    comes: Spare | None = None

    def stands(self, gone: frozenset[Spare]) -> bool:
        """Return whether the part is shown where `gone` is left out."""
        return self.goes not in gone and (self.comes is None or self.comes in gone)


CardGroup = Sequence[CardPart]
"""Parts that belong together: a blank line stands between two groups."""


def steps_of_leaving() -> Iterator[frozenset[Spare]]:
    """Yield what is left out: nothing, then ever more."""
    for number in range(len(ORDER) + 1):
        yield frozenset(ORDER[:number])


def shown(groups: Sequence[CardGroup], gone: frozenset[Spare], *, blank: "Text") -> "list[Text]":
    """Return the lines of the parts that stand, with blank ones between groups while they may."""
    lines: list[Text] = []
    for group in groups:
        own = [line for part in group if part.stands(gone) for line in part.lines]
        if own and lines and "air" not in gone:
            lines.append(blank)
        lines += own
    return lines
