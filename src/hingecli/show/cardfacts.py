"""What a card says, chosen from the day: the same facts for the drawing and the plain lines.

Owns which blocks, steps and commands belong on the card of each kind of day. Draws nothing; which
reasons are said is `cardnotes`.
"""

import msgspec

from hingecli.coach.log.events import Unit
from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.protocol.texts import DrillPage, Mistakes
from hingecli.coach.results import (
    Block,
    DayKind,
    Decision,
    Today,
    Watch,
)
from hingecli.show import dose, sets
from hingecli.show.cardroom import Spare

STEPS_FOR_SESSIONS = 10
"""After this many sessions of a drill its steps are known by heart: `hinge show` has them."""

SETUP_FOR_SESSIONS = 3
"""For this many sessions of a drill the card begins with its setup, and has all its cautions.

From then on its steps are the first that go where the window is low.
"""

TRAINS: frozenset[DayKind] = frozenset({"practice", "test", "load", "recheck"})
"""The kinds of day on which the card leads through a drill."""


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """All that a card is drawn from; `page` is that of the day's main drill.

    `figure` are lines drawn at the left where the width allows; none: the words take it all.
    `own_tempo` is the one that the person chose for today. `rows` is how many lines the card may
    take; None: as many as it has.
    """

    today: Today
    index: Index
    page: DrillPage | None
    mistakes: Mistakes
    unit: Unit = "kg"
    figure: tuple[str, ...] = ()
    own_tempo: Tempo | None = None
    rows: int | None = None

    @property
    def decision(self) -> Decision:
        """What the rules decided of the day."""
        return self.today.decision


def trains(card: Card) -> bool:
    """Return whether the card leads through a drill today."""
    return card.decision.kind in TRAINS and bool(card.decision.blocks)


def where(card: Card) -> tuple[str, ...]:
    """Say where the day stands: week 3 of 12, phase 2."""
    last = card.index.rules.weeks.last_plan_week
    week = card.decision.week
    phase = card.index.phases.get(card.decision.phase)
    weeks = f"week {week} of {last}" if week <= last else f"week {week}"
    return (weeks, f"phase {phase.number}") if phase is not None else (weeks,)


def main_block(card: Card) -> Block | None:
    """Return the block that the day is about; None without one."""
    blocks = card.decision.blocks
    return next((block for block in blocks if block.purpose in ("main", "test")), None)


def head_block(card: Card) -> Block | None:
    """Return the block whose dose the card's head says: the only one, but for a light warm-up."""
    blocks = card.decision.blocks
    if len(blocks) == 2 and card.decision.kind == "practice" and blocks[0].purpose == "warm-up":
        return blocks[1]
    return blocks[0] if len(blocks) == 1 else None


def listed_blocks(card: Card) -> tuple[Block, ...]:
    """Return the blocks that the card lists, one a row: all where the head does not say one."""
    return card.decision.blocks if trains(card) and head_block(card) is None else ()


def first(card: Card) -> str:
    """Say the light warm-up that stands before the head's block; empty without one."""
    block = head_block(card)
    if block is None or block is card.decision.blocks[0] or not trains(card):
        return ""
    before = card.decision.blocks[0]
    return f"First, to warm up: {dose.times(before)} {plural(card, before)}."


def tempo(card: Card) -> str:
    """Say the person's own tempo; empty without one."""
    if card.own_tempo is None or not trains(card):
        return ""
    return f"Your tempo today: {dose.rhythm(card.own_tempo)}."


def variant(block: Block) -> str:
    """Say how a block differs from its drill, where its name does not say it."""
    return "half the range" if block.range == "half" else ""


def minutes(card: Card) -> str:
    """Say how long the sitting takes."""
    return f"about {card.decision.minutes} min"


def tally(card: Card) -> str:
    """Say the clean reps of today against the day's goal; empty where there is no goal.

    Once the day is done its reason says the same.
    """
    done = card.decision.done_today
    if done.goal is None or card.decision.kind in ("hold", "paused", "done"):
        return ""
    return f"today {done.clean_reps} of {done.goal[0]}–{done.goal[1]} clean reps"


def enough(card: Card) -> str:
    """Say on the first card of a drill that one sitting will do, beside the goal of a day."""
    if not trains(card) or not tally(card) or card.decision.sessions_of_main:
        return ""
    return "One sitting is a full session; more is up to you."


def test_ahead(card: Card) -> str:
    """Return the sentences on the next test; empty where none is to come."""
    ahead = card.decision.test_ahead
    return "" if ahead is None else ahead.text


def set_up(card: Card) -> tuple[str, ...]:
    """Return how to set up while the drill is new."""
    return card.page.prepared if card.page is not None and trains(card) and is_new(card) else ()


def space(card: Card) -> str:
    """Return what must be clear around while the drill is new; empty without such a line."""
    return card.page.space if card.page is not None and set_up(card) else ""


def steps(card: Card) -> tuple[str, ...]:
    """Return what to do, until it is known by heart."""
    if card.page is None or not trains(card) or is_known(card):
        return ()
    return card.page.steps


def is_new(card: Card) -> bool:
    """Return whether the person does the day's drill for the first few times."""
    return card.decision.sessions_of_main < SETUP_FOR_SESSIONS and not is_known(card)


def is_known(card: Card) -> bool:
    """Return whether the day's drill is known by heart, or is tested: then its steps step back."""
    known = card.decision.sessions_of_main >= STEPS_FOR_SESSIONS
    return known or card.decision.kind == "test"


def breathing(card: Card) -> tuple[str, ...]:
    """Return how to breathe: with its cautions while the drill is new or the person needs them."""
    return card.today.breathing if has_cautions(card) else card.today.breathing[:1]


def has_cautions(card: Card) -> bool:
    """Return whether the cautions on breath are said."""
    return is_new(card) or card.decision.no_held_breath


def dose_of(card: Card, block: Block) -> str:
    """Say sets and reps, and of what where the day's title does not name it."""
    words = dose.sets_of(block)
    if block.purpose == "test" or card.decision.titled_by_drill:
        return words
    if block.sets == 1:
        return f"{block.reps} {plural(card, block)}"
    return f"{words} {plural(card, block)}"


def plural(card: Card, block: Block) -> str:
    """Name a block's drill for several reps; a variation keeps its own name."""
    rung = card.index.rungs.get(block.drill)
    return rung.plural if rung is not None and rung.name == block.name else block.name


def offer(card: Card) -> str:
    """Say how the blocks of a day without a duty are offered."""
    if card.decision.unfinished:
        return "Left"
    if card.decision.kind == "done":
        return "A second sitting, if you like"
    return "Today" if card.decision.kind == "hold" else "If you like"


def steps_go(card: Card) -> Spare | None:
    """Return how much is spared when the first steps go; None where there are none."""
    if not steps(card):
        return None
    return "set-up" if is_new(card) else "known steps"


def steps_elsewhere(card: Card) -> str:
    """Return the command that shows the steps which the card leaves out."""
    block = main_block(card)
    if block is None or not trains(card):
        return ""
    return f"hinge show {dose.short_name(block.drill, card.index)}"


def watch(card: Card) -> Watch | None:
    """Return the one mistake to watch; None where the focus is on the only one already."""
    others = (watched for watched in card.today.watch if watched.mistake != card.decision.focus)
    return next(others, None)


def short_correction(card: Card, seen: Watch) -> str:
    """Return the correction in a few words."""
    short = [mistake.short for mistake in card.mistakes.mistakes if mistake.id == seen.mistake]
    return next(iter(short), seen.correction)


def film(card: Card) -> str:
    """Ask for a film where one is due."""
    return "One set from the side; look at your spine: hinge film" if card.decision.film else ""


def what_it_takes(card: Card) -> str:
    """Say when the test comes, or else what the next gate's one condition asks.

    The best run is left out: the line above says it.
    """
    following = card.decision.next_gate
    if following is None:
        return ""
    only, ahead = following.conditions[0], card.decision.test_ahead
    if ahead is None:
        return only.text
    return ahead.when if ahead.best == only.have else ahead.text


def next_name(card: Card) -> str:
    """Name the drill that opens next; empty when none is left."""
    following = card.decision.next_gate
    return sets.name(following.drill, card.index) if following is not None else ""


def shows_ahead(card: Card) -> bool:
    """Return whether the card looks ahead: not on a day of pain, nor in a pause."""
    return card.decision.kind not in ("hold", "paused")


def commands(card: Card, *, room: int | None = None) -> tuple[tuple[str, str], ...]:
    """Return the next steps: a word and the command it leads to, the likeliest first.

    A line to log that is longer than `room` columns gives way to the one that asks.
    """
    decision = card.decision
    why = ("why this?", "hinge why")
    if decision.kind == "paused":
        return ("Back?", "hinge resume"), why
    if decision.ask is not None:
        return (decision.ask, "hinge morning"), why
    if not decision.blocks:
        walks = decision.kind == "hold" and decision.red_flags
        return (("Tomorrow:", "hinge morning"), why) if walks else (why,)
    line = dose.log_line(
        decision.blocks,
        index=card.index,
        unit=card.unit,
        named=len(decision.blocks) > 1 or not trains(card),
        right_first=decision.right_first,
    )
    if room is not None and len(line) > room:
        line = "hinge log"
    word = "Done? Log your runs, like" if decision.kind == "test" else "Done?"
    return (word if trains(card) else "Did it?", line), why
