"""Says a dose in words: sets, reps, load, tempo, rest; and the line that logs it.

Owns these wordings, for the card, the plain text and the questions of `hinge log`.
"""

from collections.abc import Container, Sequence

from hingecli.coach.day.draft import counts
from hingecli.coach.log.events import Unit
from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Block
from hingecli.coach.rules import gear
from hingecli.text import count

SLOW_S = 2
"""Seconds from which on a part of a rep is said; a quicker one is the drill's own rhythm."""


def amount(block: Block, *, unit: Unit) -> str:
    """Say sets, reps, side and load in signs: 3 × 10 each side, 16 kg."""
    return f"{times(block)}{_load(block, unit=unit)}"


def times(block: Block) -> str:
    """Say sets and reps in signs: 3 × 10 each side."""
    side = " each side" if block.per_side else ""
    return f"{block.sets} × {block.reps}{side}"


def sets_of(block: Block) -> str:
    """Say sets and reps with the word: 3 sets × 10, or 10 reps where it is one set."""
    side = " each side" if block.per_side else ""
    if block.purpose == "test":
        return f"up to {block.sets} runs of {block.reps}"
    if block.sets == 1:
        return f"{block.reps} reps{side}"
    return f"{block.sets} sets × {block.reps}{side}"


def load(block: Block, *, unit: Unit) -> str:
    """Say the load of a block; empty without one."""
    return gear.say(block.load_kg, unit) if block.load_kg is not None else ""


def spoken(block: Block, *, unit: Unit) -> str:
    """Say a block as a screen reader should read it: 3 sets of 10, each side, with 16 kg."""
    if block.purpose == "test":
        words = f"up to {block.sets} runs of {block.reps}"
    else:
        words = f"{count(block.sets, 'set')} of {block.reps}"
    words += ", each side" if block.per_side else ""
    weight = load(block, unit=unit)
    return f"{words}, with {weight}" if weight else words


def slow(tempo: Tempo) -> str:
    """Say in short what is slow: 3 s down, 2 s pause; empty for a quick drill."""
    parts = ((tempo.down, "down"), (tempo.pause, "pause"))
    return ", ".join(f"{seconds:g} s {what}" for seconds, what in parts if seconds >= SLOW_S)


def rhythm(tempo: Tempo) -> str:
    """Say the whole tempo: 3 seconds down, 1 at the end, 1.5 up."""
    pause = f", {tempo.pause:g} at the end" if tempo.pause else ""
    return f"{tempo.down:g} seconds down{pause}, {tempo.up:g} up"


def rest(seconds: int) -> str:
    """Say a rest: 45 s, 2 min."""
    return f"{seconds // 60} min" if seconds >= 120 and seconds % 60 == 0 else f"{seconds} s"


def resting(block: Block) -> str:
    """Say the rest between a block's sets: rest 45 s; empty where there is one set."""
    return f"rest {rest(block.rest_s)}" if block.sets > 1 else ""


def log_line(
    blocks: Sequence[Block],
    *,
    index: Index,
    unit: Unit,
    named: bool | None = None,
    right_first: Container[str] = (),
) -> str:
    """Return the command that logs `blocks` as prescribed; the arguments are `log_words`'."""
    words = log_words(blocks, index=index, unit=unit, named=named, right_first=right_first)
    return f"hinge log {words}"


def log_words(
    blocks: Sequence[Block],
    *,
    index: Index,
    unit: Unit,
    named: bool | None = None,
    right_first: Container[str] = (),
) -> str:
    """Return `blocks` as prescribed in the words that log them.

    Warm-ups that count for nothing are left out: typed, they would count as work. The drill is
    named where there are several blocks, unless `named` says otherwise. Drills in `right_first`
    begin with the right side.
    A test is logged run by run, each its own count: the words are an example.
    """
    test = next((block for block in blocks if block.purpose == "test"), None)
    if test is not None:
        return example_runs(test.reps)
    blocks = [block for block in blocks if counts(block, blocks, index.loaded)]
    words: list[str] = []
    named = len(blocks) > 1 if named is None else named
    before = None
    for block in blocks:
        if named and block.drill != before:
            words.append(short_name(block.drill, index))
        before = block.drill
        words += _tokens(block, unit=unit, right_first=block.drill in right_first)
    return " ".join(words)


def example_runs(goal: int) -> str:
    """Return what the runs of a test for `goal` reps may come to, each its own count: 12 17 20."""
    return f"{round(0.6 * goal)} {round(0.85 * goal)} {goal}"


def short_name(drill: str, index: Index) -> str:
    """Return the shortest good name of a drill to type; its id where the protocol has it not."""
    rung = index.rungs.get(drill)
    return drill if rung is None else rung.short


def _tokens(block: Block, *, unit: Unit, right_first: bool) -> tuple[str, ...]:
    weight = load(block, unit=unit).replace(" ", "")
    at = f"@{weight}" if weight else ""
    reps = f"{block.sets}x{block.reps}" if block.sets > 1 else f"{block.reps}"
    both = ("R", "L") if right_first else ("L", "R")
    sides = both if block.per_side else ("",)
    return tuple(f"{reps}{side}{at}" for side in sides)


def _load(block: Block, *, unit: Unit) -> str:
    weight = load(block, unit=unit)
    return f", {weight}" if weight else ""
