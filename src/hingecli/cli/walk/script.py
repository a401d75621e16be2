"""What the coach says aloud in a walk, word for word: short cues and counts, no chatter.

Owns the sentences and at which moment each is due. Hears and shows nothing.
"""

from collections.abc import Sequence
from typing import NamedTuple

from hingecli.motion.paced_sets import PacedSet
from hingecli.motion.pacer import Cue
from hingecli.text import capital, count, sentence

COUNTED_IN = 3
"""The last seconds of counting in are heard; a longer one begins in silence."""
SIDES_S = 5
"""Counting in for so long is for the other side, which is said by itself."""
FIVE_LEFT = 5
FEWEST_FOR_FIVE = 8
"""In a shorter set "five more" would be nearly all of it."""
FOCUS_AT = 3
"""The rep on whose way down the focus is said: by then the pace is found."""
SOON_S = 10
"""So many seconds before the next set one is told to get ready."""
SHORT_REST_S = 20
"""In a shorter rest there is no time for that."""


class Said(NamedTuple):
    """A sentence, and whether it is worth nothing later."""

    text: str
    urgent: bool = True


def opening(
    paced: PacedSet, *, dose: str, hints: Sequence[str], focus: str, begins: bool
) -> tuple[str, ...]:
    """Say a drill before its first set: how to stand, what is special, the one focus.

    `begins`: it waits for a key; else it comes by itself.
    """
    head = f"{capital(paced.name)}: {dose}." if begins else f"Next: {paced.name}, {dose}."
    return (
        head,
        *(sentence(hint) for hint in hints),
        *((f"Focus: {sentence(focus)}",) if focus else ()),
        *(("Press Enter, then get in place.",) if begins else ()),
    )


def counted_in(cue: Cue, *, count_in: int) -> Said | None:
    """Say the last seconds of counting in; a long one begins with what it is for."""
    if cue.number <= COUNTED_IN:
        return Said(str(cue.number))
    return Said("Get in place.") if cue.number == count_in > SIDES_S else None


def in_a_set(paced: PacedSet, cue: Cue, *, focus: str) -> Said | None:
    """Say a turn of a rep: the first one in words, then the count, what is left, the focus."""
    opening_rep = paced.first and cue.number == 1
    if cue.signal == "down" and cue.number == 1:
        return Said("Down.")
    if cue.signal == "hold" and opening_rep and paced.tempo.pause >= 1:
        return Said("Hold.")
    if cue.signal == "up" and opening_rep:
        return Said("And up.")
    if cue.signal == "down" and focus and cue.number == min(FOCUS_AT, paced.reps):
        return Said(focus, urgent=False)
    if cue.signal != "rep":
        return None
    left = paced.reps - cue.number
    if left == FIVE_LEFT and paced.reps >= FEWEST_FOR_FIVE:
        return Said(f"{cue.number}. Five more.")
    if left == 1:
        return Said(f"{cue.number}. Last one.")
    return Said(str(cue.number))


def rest_begins(seconds: int, *, asks: bool) -> str:
    """Say that a set is over, how long the rest is, and what may be told in it."""
    return f"Rest. {seconds} seconds." + (" How many were clean?" if asks else "")


def rest_ends(ahead: PacedSet) -> Said:
    """Say that the next set is near."""
    following = which(ahead)
    then = f"Then {following[0].lower()}{following[1:]}" if following else "Get ready."
    return Said(f"{SOON_S} more seconds. {then}")


def which(paced: PacedSet) -> str:
    """Say which set comes: Set 2 of 3. Last set, left side. Empty where there is only one."""
    word = "Run" if paced.until_miss else "Set"
    side = {"L": "left side", "R": "right side", None: ""}[paced.side]
    if paced.of == 1:
        return f"{capital(side)}." if side else ""
    last = not paced.until_miss and paced.number == paced.of
    named = "Last set" if last else f"{word} {paced.number} of {paced.of}"
    return f"{named}, {side}." if side else f"{named}."


def other_side(paced: PacedSet) -> Said:
    """Say that the other side follows at once."""
    return Said(f"Change sides. {capital({'L': 'left', 'R': 'right'}[paced.side or 'L'])} side.")


def over(reps: int) -> str:
    """Say that the last set is done; the questions follow."""
    return f"That was the last one: {count(reps, 'rep')}."
