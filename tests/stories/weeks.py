"""What a diary says of weeks: of every card in them, of their days, of what grows in them.

Owns the words for it; those for one card are `card`'s.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Block
from stories.card import KIND, Match, Problem, blocks_of, check_card, drill_of, working
from stories.diary import Line, say_day
from stories.life import Life, Seen

RED_FROM, AMBER_FROM = 5, 3
"""Scores (0-10) from which pain is red, and amber (S2)."""

_NUMBER = r"(\d+)"


def check_weeks(life: Life, line: Line) -> Problem:
    """Return what of a line over weeks does not hold; None where all does."""
    for pattern, check in _OVER_WEEKS:
        if found := re.fullmatch(pattern, line.words):
            return check(life, line, found)
    raise line.error("this is not known of weeks; README.md lists what is.")


def _every_card(life: Life, line: Line, found: Match) -> Problem:
    for seen in _cards(life, line, kind=found[1]):
        problem = check_card(life, line, seen, found[2])
        if problem is not None:
            return problem
    return None


def _some_card(life: Life, line: Line, found: Match) -> Problem:
    problems = [check_card(life, line, seen, found[2]) for seen in _cards(life, line, found[1])]
    if None in problems:
        return None
    return f"no such card among {len(problems)}; the first: {next(iter(problems), 'none')}"


def _each_week(life: Life, line: Line, found: Match) -> Problem:
    how, number, kind = found[1], int(found[2]), found[3]
    for first in range(line.first, line.last + 1, 7):
        problem = _count(life, range(first, first + 7), how=how, number=number, kind=kind)
        if problem is not None:
            return f"in the week of {say_day(first)} {problem}"
    return None


def _cards_each_week(life: Life, line: Line, found: Match) -> Problem:
    how, number = found[1], int(found[2])
    for first in range(line.first, line.last + 1, 7):
        have = sum(
            any(check_card(life, line, seen, found[3]) is None for seen in life.days[day].cards)
            for day in range(first, first + 7)
        )
        if not _is_so_many(have, how, number):
            return f"in the week of {say_day(first)} there are {have} such days, not {how} {number}"
    return None


def _any_seven_days(life: Life, line: Line, found: Match) -> Problem:
    for first in range(line.first, line.last - 5):
        days = range(first, first + 7)
        problem = _count(life, days, how="at most", number=int(found[1]), kind=found[2])
        if problem is not None:
            return f"in the 7 days from {say_day(first)} {problem}"
    return None


def _count(life: Life, days: Iterable[int], *, how: str, number: int, kind: str) -> Problem:
    have = sum(any(seen.decision.kind == kind for seen in life.days[day].cards) for day in days)
    if _is_so_many(have, how, number):
        return None
    return f"there are {have} {kind} days, not {how} {number}"


def _is_so_many(have: int, how: str, number: int) -> bool:
    return {"at most": have <= number, "at least": have >= number, "exactly": have == number}[how]


def _rest_after_load(life: Life, line: Line, _found: Match) -> Problem:
    for seen in _cards(life, line, kind="load"):
        if seen.day and life.days[seen.day - 1].loaded:
            return f"{say_day(seen.day)} asks for load, and there was load the day before"
    return None


def _no_two_running(life: Life, line: Line, found: Match) -> Problem:
    before = False
    for seen in _cards(life, line):
        now = seen.decision.kind == found[1]
        if now and before:
            return f"{say_day(seen.day)} is the second {found[1]} day running"
        before = now
    return None


def _same_practice(life: Life, line: Line, found: Match) -> Problem:
    running, before = 0, None
    for seen in _cards(life, line):
        same = seen.decision.kind == "practice" and seen.decision.blocks == before
        running = running + 1 if same else 1
        before = seen.decision.blocks
        if running > int(found[1]):
            return f"{say_day(seen.day)}: the same practice on {running} days running"
    return None


def _grows(life: Life, line: Line, found: Match) -> Problem:
    """Look for the longest time in which a drill's best dose stood still."""
    drill = drill_of(life.index, line, found[1])
    weeks, until = int(found[2]), None if found[3] is None else Decimal(found[3])
    best: tuple[Decimal, int] | None = None
    since = line.first
    for seen in _cards(life, line, kind="load"):
        for block in blocks_of(seen, drill):
            dose = _dose_of(life.index, block)
            if block.purpose != "warm-up" and (best is None or dose > best):
                best, since = dose, seen.day
        if best is not None and seen.day - since > 7 * weeks:
            load, reps = best
            return (
                f"{say_day(seen.day)}: nothing more than {reps} at {load} kg since {say_day(since)}"
            )
        if best is not None and until is not None and best[0] >= until:
            return None
    if best is None:
        return f"there is no {found[1]}"
    if until is not None:
        return f"it never comes to {until} kg: {best[1]} at {best[0]} kg since {say_day(since)}"
    return None


def _dose_of(index: Index, block: Block) -> tuple[Decimal, int]:
    """Return what grows: the weight, then the reps of a set; of a swing the reps in all."""
    fast = index.rungs[block.drill].family == "swing"
    return block.load_kg or Decimal(0), block.reps * (block.sets if fast else 1)


def _green_before_load(life: Life, line: Line, _found: Match) -> Problem:
    """After a red score two days whose scores are all green come before any load."""
    greens, waits, red_day = 0, False, 0
    for number in range(line.first, line.last + 1):
        lived = life.days[number]
        loads = any(working(life.index, seen.decision) for seen in lived.cards)
        morning = lived.scores and lived.scores[0]
        ended = waits and greens + (bool(lived.scores) and max(lived.scores) < AMBER_FROM) >= 2
        if loads and waits and not ended:
            return f"{say_day(number)} loads after the pain of {say_day(red_day)}, {morning} told"
        if not lived.scores:
            continue
        worst = max(lived.scores)
        if worst >= RED_FROM:
            greens, waits, red_day = 0, True, number
        elif worst >= AMBER_FROM:
            greens = 0
        elif waits:
            greens += 1
            waits = greens < 2
    return None


def _swing_within(life: Life, line: Line, found: Match) -> Problem:
    """No bell is swung that is heavier than what was lifted cleanly in the weeks before (D11)."""
    for seen in _cards(life, line):
        for block in seen.decision.blocks:
            if life.index.rungs[block.drill].family != "swing" or block.load_kg is None:
                continue
            first = max(0, seen.day - 7 * int(found[1]))
            lifted = [
                record.load_kg or Decimal(0)
                for lived in life.days[first : seen.day]
                for record in lived.done
                if life.index.rungs[record.drill].family in ("deadlift", "rdl")
                and record.reps >= 3
                and 10 * record.clean_reps >= 9 * record.reps
            ]
            if block.load_kg > max(lifted, default=Decimal(0)):
                return f"{say_day(seen.day)}: swings with {block.load_kg} kg, over what was lifted"
    return None


def _cards(life: Life, line: Line, kind: str | None = None) -> Iterator[Seen]:
    for number in range(line.first, line.last + 1):
        for seen in life.days[number].cards:
            if kind is None or seen.decision.kind == kind:
                yield seen


_OVER_WEEKS: tuple[tuple[str, Callable[[Life, Line, Match], Problem]], ...] = (
    (rf"every (?:{KIND} )?card: (.*)", _every_card),
    (rf"some (?:{KIND} )?card: (.*)", _some_card),
    (rf"each week: (at most|at least|exactly) {_NUMBER} {KIND} days?", _each_week),
    (rf"each week: (at most|at least|exactly) {_NUMBER} days whose card: (.*)", _cards_each_week),
    (r"no load on the day after load", _rest_after_load),
    (rf"any 7 days: at most {_NUMBER} {KIND} days?", _any_seven_days),
    (rf"never two {KIND} days running", _no_two_running),
    (rf"never the same practice on more than {_NUMBER} days running", _same_practice),
    (rf"([A-Za-z -]+?) grows at least every {_NUMBER} weeks(?:, until ([\d.]+) ?kg)?", _grows),
    (r"no load before two green days after a red score", _green_before_load),
    (rf"no swing over what was lifted in the last {_NUMBER} weeks", _swing_within),
)
