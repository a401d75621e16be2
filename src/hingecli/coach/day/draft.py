"""The draft of a day: what a rule makes of it, before later rules add their notes."""

from collections.abc import Container, Sequence

import msgspec

from hingecli.coach.results import Block, DayKind, Reason
from hingecli.coach.rules.focus import NO_FOCUS, Focus
from hingecli.coach.rules.stuck import Stuck

TRAINING = frozenset({"practice", "test", "load", "recheck"})
"""The kinds of day with a session to lead through."""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule makes of the day: its kind, title, blocks, reasons and further sentences.

    `hour` (0-23) is the one it is decided at, where that was told. `unfinished` says that the
    blocks are what was left of the day's sets. `standstill` is what this week names (D16), `focus`
    the cue of the day.
    """

    kind: DayKind
    title: str
    titled_by_drill: bool = False
    blocks: tuple[Block, ...] = ()
    reasons: tuple[Reason, ...] = ()
    say: tuple[str, ...] = ()
    red_flags: bool = False
    ask: str | None = None
    hour: int | None = None
    unfinished: bool = False
    standstill: Stuck | None = None
    focus: Focus = NO_FOCUS


def counts(block: Block, blocks: Sequence[Block], loaded: Container[str]) -> bool:
    """Return whether `block` counts as work among the day's `blocks`: all but D6's warm-ups.

    `loaded` are the drills with load. The wall set before a dowel day counts (D5).
    """
    return block.purpose != "warm-up" or not any(other.drill in loaded for other in blocks)


def main_drill(blocks: tuple[Block, ...]) -> str | None:
    """Name the drill that the day is about: its main or test block's; None without blocks."""
    for block in blocks:
        if block.purpose in ("main", "test"):
            return block.drill
    return None
