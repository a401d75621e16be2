"""What is told before and after a walk, in lines: the plan, and what was kept.

Owns these wordings. What the sets changed is told by the answer that every write gets.
"""

from collections.abc import Sequence

from hingecli.coach.events import SetRecord, Unit
from hingecli.coach.protocol import Index
from hingecli.coach.values import Block, Decision
from hingecli.show import dose


def plan_lines(blocks: Sequence[Block], *, unit: Unit) -> tuple[str, ...]:
    """Say what would be walked through, a line a block."""
    return tuple(
        f"{_capital(block.name)}: {dose.spoken(block, unit=unit)}; "
        f"{dose.rhythm(block.tempo)}; rest {dose.rest(block.rest_s)}."
        for block in blocks
    )


def kept_line(sets: Sequence[SetRecord], index: Index) -> str:
    """Say what was done, drill by drill: Wall hinge 10/10 9/10, 19 clean of 20."""
    said = []
    for drill in dict.fromkeys(record.drill for record in sets):
        own = [record for record in sets if record.drill == drill]
        each = " ".join(f"{record.clean}/{record.reps}{record.side or ''}" for record in own)
        clean, reps = sum(record.clean for record in own), sum(record.reps for record in own)
        name = index.rungs[drill].name if drill in index.rungs else drill
        said.append(f"{name} {each}, {clean} clean of {reps}")
    return f"Saved: {'; '.join(said)}."


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
