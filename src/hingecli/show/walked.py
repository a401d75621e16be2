"""What is told before and after a walk, in lines: the plan, and the day after.

Owns these wordings. What a walk kept and changed is told by the answer of every write.
"""

from collections.abc import Sequence

from hingecli.coach.log.events import Unit
from hingecli.coach.results import Block, Decision
from hingecli.show import dose


def plan_lines(blocks: Sequence[Block], *, unit: Unit) -> tuple[str, ...]:
    """Say what would be walked through, a line a block."""
    return tuple(
        f"{_capital(block.name)}: {dose.spoken(block, unit=unit)}; "
        f"{dose.rhythm(block.tempo)}; rest {dose.rest(block.rest_s)}."
        for block in blocks
    )


def ahead_line(tomorrow: Decision, *, unit: Unit) -> str:
    """Say what the next day looks like."""
    doses = " and ".join(
        f"{block.name} {dose.amount(block, unit=unit)}"
        for block in tomorrow.blocks
        if block.purpose != "warm-up"
    )
    return f"Tomorrow: {doses or tomorrow.title}."


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
