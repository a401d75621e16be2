"""What is left of a day whose session was broken off: the sets asked for that were not done.

Owns which sets those are, and the day that offers them.
"""

from collections.abc import Sequence

import msgspec

from hingecli.coach.day.draft import Draft
from hingecli.coach.day.held import hurts_today
from hingecli.coach.log.tally import DayTally
from hingecli.coach.results import Block
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.state import State
from hingecli.text import count


def left_over(state: State, asked: Sequence[Block]) -> Draft | None:
    """Offer what today's sessions left of the blocks `asked` for; None where that is nothing.

    Pain leaves it at what was done. Nothing is left of a test, whose runs are as many as one likes,
    where the second drill alone was done, nor where sets do not match those asked for: of another
    drill, a variation, half the range, longer than asked, or with clean reps that nobody counted.
    """
    tally = state.done_today()
    work = [block for block in asked if block.purpose in ("main", "second")]
    if tally is None or not work or hurts_today(state):
        return None
    if not _is_begun(tally, asked) or any(_is_outgrown(tally, block) for block in work):
        return None
    left = [(block, block.sets - _sets_done(state, tally, block)) for block in work]
    if not any(sets > 0 for _, sets in left):
        return None
    total, open_ = sum(block.sets for block in work), sum(max(sets, 0) for _, sets in left)
    be = "is" if open_ == 1 else "are"
    text = (
        f"{count(tally.clean, 'clean rep')} so far; {open_} of {count(total, 'set')} {be} left, "
        "if you like."
    )
    return Draft(
        kind="done",
        title="The rest of today",
        blocks=tuple(msgspec.structs.replace(block, sets=n) for block, n in left if n > 0),
        reasons=(reason(state.index, "done_today", text),),
        unfinished=True,
    )


def _is_begun(tally: DayTally, asked: Sequence[Block]) -> bool:
    """Return whether the day's sets are some of those asked for: the main drill's, or warm-ups."""
    judged = sum(len(sets) for sets in tally.sets.values())
    if judged != tally.count or not tally.sets.keys() <= {block.drill for block in asked}:
        return False
    ready = {block.drill for block in asked if block.purpose in ("main", "warm-up")}
    return not tally.sets or bool(tally.sets.keys() & ready)


def _is_outgrown(tally: DayTally, block: Block) -> bool:
    """Return whether a set was longer than any that `block` may ask for: sets of one's own."""
    return any(record.reps > block.reps_range[1] for record in tally.sets.get(block.drill, ()))


def _sets_done(state: State, tally: DayTally, block: Block) -> int:
    """Count the sets of `block` that were done: not those cut short.

    Of a drill for each side a set is done when both sides are.
    """
    least = block.reps * state.index.rules.done_today.cut_short_percent
    done = {"L": 0, "R": 0, None: 0}
    for record in tally.sets.get(block.drill, ()):
        done[record.side] += record.reps * 100 >= least
    return done[None] + min(done["L"], done["R"])
