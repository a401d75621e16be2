"""What a diary says of one card: its kind, its blocks, its words; and a card told in two lines.

Owns the words for it. A word that is not known is an error of the diary; what does not hold is told
with the card.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from hingecli.coach.parse.names import find_drill
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Block, Decision
from hingecli.errors import HingeError
from stories.diary import Line, day_number, parts_of, say_day
from stories.life import Life, Seen

KINDS = ("practice", "test", "load", "recheck", "rest", "hold", "paused", "done")
KIND = f"({'|'.join(KINDS)})"

Match = re.Match[str]
Problem = str | None
"""What does not hold, in a sentence; None where all does."""

_NUMBER = r"(\d+)"


def check_card(life: Life, line: Line, seen: Seen, words: str) -> Problem:
    """Return the first part of `words` that does not hold of a card, with the card; else None."""
    for part in _card_parts(words):
        problem = _check_part(life, line, seen, part)
        if problem is not None:
            return f"{say_day(seen.day)}: {problem}\n        {say_card(seen.decision)}"
    return None


def say_card(decision: Decision) -> str:
    """Return a card in two lines: its kind and blocks, and what it says."""
    blocks = "; ".join(say_block(block) for block in decision.blocks)
    texts = [decision.title, *(reason.text for reason in decision.reasons), *decision.say]
    if decision.ask:
        texts.append(decision.ask)
    return f"{decision.kind}: {blocks}\n        {' | '.join(texts)}"


def say_block(block: Block) -> str:
    load = "" if block.load_kg is None else f" @{block.load_kg:f}kg"
    half = " half the range" if block.range == "half" else ""
    kind = "" if block.purpose == "main" else f" ({block.purpose})"
    return f"{block.name} {block.sets}x{block.reps}{load}{half}{kind}"


def drill_of(index: Index, line: Line, words: str) -> str:
    try:
        return find_drill(index, words)
    except HingeError as error:
        raise line.error(str(error)) from error


def blocks_of(seen: Seen, drill: str) -> list[Block]:
    return [block for block in seen.decision.blocks if block.drill == drill]


def working(index: Index, decision: Decision) -> list[Block]:
    """Return the loaded blocks that are no warm-up."""
    loaded = (block for block in decision.blocks if index.rungs[block.drill].loaded)
    return [block for block in loaded if block.purpose != "warm-up"]


def _card_parts(words: str) -> Iterator[str]:
    """Yield the parts of a card line; `load: DRILL 3x8` is a kind, and a part of its own."""
    for part in parts_of(words):
        kind, colon, rest = part.partition(":")
        if colon and kind in KINDS:
            yield kind
            yield rest.strip()
        else:
            yield part


def _check_part(life: Life, line: Line, seen: Seen, part: str) -> Problem:
    for pattern, check in _OF_A_CARD:
        if found := re.fullmatch(pattern, part):
            return check(life, line, seen, found)
    raise line.error(f'"{part}" is not known of a card; README.md lists what is.')


def _kind(_life: Life, _line: Line, seen: Seen, found: Match) -> Problem:
    kind = seen.decision.kind
    return None if kind == found[1] else f"the day is {kind}, not {found[1]}"


def _not_kind(_life: Life, _line: Line, seen: Seen, found: Match) -> Problem:
    return f"the day is {found[1]}" if seen.decision.kind == found[1] else None


def _says(_life: Life, _line: Line, seen: Seen, found: Match) -> Problem:
    said = found[1].lower() in seen.words.lower()
    return None if said else f'nothing says "{found[1]}"'


def _never_says(_life: Life, _line: Line, seen: Seen, found: Match) -> Problem:
    return f'it says "{found[1]}"' if found[1].lower() in seen.words.lower() else None


def _no_load(life: Life, _line: Line, seen: Seen, _found: Match) -> Problem:
    loaded = [b.name for b in seen.decision.blocks if life.index.rungs[b.drill].loaded]
    return f"it loads: {', '.join(loaded)}" if loaded else None


def _no_sets(_life: Life, _line: Line, seen: Seen, _found: Match) -> Problem:
    return "there is something to do" if seen.decision.blocks else None


def _no_fast(life: Life, _line: Line, seen: Seen, _found: Match) -> Problem:
    fast = [b.name for b in seen.decision.blocks if life.index.rungs[b.drill].family == "swing"]
    return f"it asks for the {fast[0]}" if fast else None


def _no_drill(life: Life, line: Line, seen: Seen, found: Match) -> Problem:
    drill = drill_of(life.index, line, found[1])
    return f"it asks for the {found[1]}" if blocks_of(seen, drill) else None


def _nothing_new(life: Life, _line: Line, seen: Seen, _found: Match) -> Problem:
    done = {record.drill for lived in life.days[: seen.day] for record in lived.done}
    new = [b.name for b in seen.decision.blocks if b.drill not in done]
    return f"the {new[0]} is new" if new else None


def _no_fuller(life: Life, _line: Line, seen: Seen, found: Match) -> Problem:
    """Ask of no drill for more than one of its last blocks did: of load, of sets, of reps."""
    for block in working(life.index, seen.decision):
        before = _blocks_before(life, block.drill, until=day_number(found[1], found[2]))
        if not before:
            return f"the {block.name} was not asked for before w{found[1]} {found[2]}"
        if not any(_is_within(block, earlier) for earlier in before):
            return f"{say_block(block)} is fuller than {say_block(before[0])} before"
    return None


def _lighter(life: Life, _line: Line, seen: Seen, found: Match) -> Problem:
    """Ask for less of every drill than its last blocks did: a lighter weight, or fewer reps."""
    for block in working(life.index, seen.decision):
        before = _blocks_before(life, block.drill, until=day_number(found[1], found[2]))
        for earlier in before[:1]:
            lighter = (block.load_kg or 0) < (earlier.load_kg or 0)
            fewer = block.sets * block.reps < max(one.sets * one.reps for one in before)
            if not (lighter or fewer) or not any(_is_within(block, one) for one in before):
                return f"{say_block(block)} is not less than {say_block(earlier)} before"
    return None


def _is_within(block: Block, earlier: Block) -> bool:
    now = (block.load_kg or 0, block.sets, block.sets * block.reps)
    then = (earlier.load_kg or 0, earlier.sets, earlier.sets * earlier.reps)
    return all(less <= more for less, more in zip(now, then, strict=True))


def _emergency(_life: Life, _line: Line, seen: Seen, found: Match) -> Problem:
    wanted = found[1] is None
    shown = "it shows the emergency list" if seen.decision.red_flags else "no emergency list"
    return None if seen.decision.red_flags is wanted else shown


def _asks(_life: Life, _line: Line, seen: Seen, _found: Match) -> Problem:
    return None if seen.decision.ask else "it asks for no score"


def _no_held_breath(_life: Life, _line: Line, seen: Seen, _found: Match) -> Problem:
    return None if seen.decision.no_held_breath else "it does not spare the breath"


def _plan_week(_life: Life, _line: Line, seen: Seen, found: Match) -> Problem:
    week = seen.decision.week
    return None if week == int(found[1]) else f"it is week {week} of the plan"


def _next(life: Life, line: Line, seen: Seen, found: Match) -> Problem:
    gate = seen.decision.next_gate
    drill = gate.drill if gate is not None else "nothing"
    return None if drill == drill_of(life.index, line, found[1]) else f"next is {drill}"


def _is_open(life: Life, line: Line, seen: Seen, found: Match) -> Problem:
    drill, wanted = drill_of(life.index, line, found[2]), found[1] == "open"
    state = "open" if drill in seen.opened else "closed"
    return None if (drill in seen.opened) is wanted else f"the {drill} is {state}"


def _sets_at_most(life: Life, _line: Line, seen: Seen, found: Match) -> Problem:
    over = [b for b in working(life.index, seen.decision) if b.sets > int(found[1])]
    return f"{say_block(over[0])}" if over else None


def _minutes(_life: Life, _line: Line, seen: Seen, found: Match) -> Problem:
    minutes = seen.decision.minutes
    return f"it takes {minutes} minutes" if minutes > int(found[1]) else None


def _nothing_over(_life: Life, _line: Line, seen: Seen, found: Match) -> Problem:
    over = [b for b in seen.decision.blocks if (b.load_kg or 0) > Decimal(found[1])]
    return say_block(over[0]) if over else None


def _half(life: Life, _line: Line, seen: Seen, _found: Match) -> Problem:
    whole = [b for b in seen.decision.blocks if b.purpose != "warm-up" and b.range != "half"]
    return f"{say_block(whole[0])} is not at half the range" if whole else None


def _block(life: Life, line: Line, seen: Seen, found: Match) -> Problem:
    """Look for a block of a drill with this dose, wherever in the day it stands."""
    drill = drill_of(life.index, line, found["drill"])
    warm_up = bool(found["warm_up"])
    blocks = [block for block in blocks_of(seen, drill) if (block.purpose == "warm-up") is warm_up]
    if not blocks:
        return f"there is no {found['drill']}"
    wrong = [_misses(block, found) for block in blocks]
    return None if None in wrong else f"{say_block(blocks[0])}: {wrong[0]}"


def _misses(block: Block, found: Match) -> Problem:
    if found["sets"] and (block.sets, block.reps) != (int(found["sets"]), int(found["reps"])):
        return f"not {found['sets']}x{found['reps']}"
    if found["bound"]:
        load, bound = block.load_kg, Decimal(found["bound"])
        bad = {
            "at": load != bound,
            "at most": load is None or load > bound,
            "at least": load is None or load < bound,
            "under": load is None or load >= bound,
        }[found["how"]]
        if bad:
            return f"not {found['how']} {bound} kg"
    if found["half"] and block.range != "half":
        return "not at half the range"
    if found["place"] and block.purpose != {"first": "main", "second": "second"}[found["place"]]:
        return f"not {found['place']}"
    return None


def _blocks_before(life: Life, drill: str, *, until: int) -> list[Block]:
    """Return the last two blocks of a drill on cards up to a day, that day included, last first.

    Two, because a drill comes first on one day and second on the next.
    """
    found = [
        block
        for lived in reversed(life.days[: until + 1])
        if lived.loaded
        for seen in lived.cards
        for block in blocks_of(seen, drill)
        if block.purpose != "warm-up"
    ]
    return found[:2]


_BLOCK = (
    r"(?P<drill>[A-Za-z][A-Za-z -]*?)(?: (?P<sets>\d+)x(?P<reps>\d+))?"
    r"(?: (?P<how>at|at most|at least|under) (?P<bound>[\d.]+) ?kg)?"
    r"(?P<half> half the range)?(?P<warm_up> to warm up)?(?:,? (?P<place>first|second))?"
)
_OF_A_CARD: tuple[tuple[str, Callable[[Life, Line, Seen, Match], Problem]], ...] = (
    (KIND, _kind),
    (rf"no {KIND} day", _not_kind),
    (r'says "(.*)"', _says),
    (r'never "(.*)"', _never_says),
    (r"no load", _no_load),
    (r"nothing to do", _no_sets),
    (r"no swing or jump", _no_fast),
    (r"nothing new", _nothing_new),
    (r"nothing fuller than before w(\d+) ([a-z]{3})", _no_fuller),
    (r"all lighter than before w(\d+) ([a-z]{3})", _lighter),
    (r"(no )?emergency list", _emergency),
    (r"asks for a score", _asks),
    (r"no held breath", _no_held_breath),
    (rf"plan week {_NUMBER}", _plan_week),
    (r"next: ([A-Za-z -]+)", _next),
    (r"(open|closed): ([A-Za-z -]+)", _is_open),
    (rf"at most {_NUMBER} sets?", _sets_at_most),
    (rf"at most {_NUMBER} minutes", _minutes),
    (r"nothing over ([\d.]+) ?kg", _nothing_over),
    (r"half the range", _half),
    (r"no ([A-Za-z -]+)", _no_drill),
    (_BLOCK, _block),
)
