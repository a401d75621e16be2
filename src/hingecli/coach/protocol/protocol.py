"""The protocol as typed values: phases, the ladder with its gates, the plan, the texts.

Owns what a protocol is. Reading files and finding their problems is `content`.
"""

import sys
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal, get_args

import msgspec

from hingecli.coach.log.events import Place
from hingecli.coach.protocol.conditions import AnyCondition, DrillsOpen, UnbrokenSet
from hingecli.coach.protocol.fields import (
    NON_EMPTY,
    DrillId,
    LeastMost,
    LimitId,
    Lines,
    PhaseId,
    Things,
)
from hingecli.coach.protocol.parameters import Rules
from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.protocol.part import ProtocolPart

FORMAT_VERSION = 1
"""The version of the protocol's file format that this program reads."""

Family = Literal["wall", "dowel", "deadlift", "rdl", "single-leg", "swing"]
Role = Literal["ladder", "assist", "substitute"]
Implement = Literal["kettlebell", "dumbbell", "barbell", "trap-bar", "cable"]


class Phase(ProtocolPart, frozen=True, kw_only=True):
    """One phase of the protocol, in order; `number` is what people call it by."""

    id: str
    number: int
    name: str


class Rung(ProtocolPart, frozen=True, kw_only=True):
    """One drill's place on the ladder: what every command needs to know of it.

    `needs` lists alternatives of equipment: any one set of things is enough, in order of
    preference; none: nothing is needed. `role`: an assist drill joins when it is chosen, a
    substitute when it suits a limit. `loaded` is false for the wall and the dowel. `gate` is
    empty for what is open from the start. `without_weight` replaces the gate for those who own
    no weight. `suits` names the limits for which it is offered in place of its family's drill.
    A day of it counts for the gates that ask for days of one that it `stands_for`. Those of
    `unsuited` limits never do it. An `optional` one is no step that everybody goes for. `held_as`
    says by implement how it is done with another than its own.
    `places` are those, beside back, hip, leg and knee, that it loads.
    """

    id: str
    name: str
    plural: str
    phase: PhaseId
    family: Family
    loaded: bool
    aliases: tuple[str, ...]
    tempo: Tempo
    gate: tuple[AnyCondition, ...] = ()
    without_weight: tuple[AnyCondition, ...] | None = None
    needs: tuple[Things, ...] = ()
    per_side: bool = False
    role: Role = "ladder"
    implement: Implement | None = None
    suits: tuple[LimitId, ...] = ()
    stands_for: tuple[DrillId, ...] = ()
    unsuited: tuple[LimitId, ...] = ()
    optional: bool = False
    held_as: dict[str, str] = msgspec.field(default_factory=dict)
    places: tuple[Place, ...] = ()
    opens_note: str = ""
    gear_note: str = ""

    @property
    def short(self) -> str:
        """The shortest good name to type: the id or the first alias."""
        return min((self.id, *self.aliases[:1]), key=len)


class PlanRow(ProtocolPart, frozen=True, kw_only=True):
    """One row of the 12-week plan; `phase` and `drills` are what it allows."""

    weeks: LeastMost
    phase: PhaseId
    drills: tuple[DrillId, ...]
    do: str
    dose: str


class Equipment(ProtocolPart, frozen=True, kw_only=True):
    """A thing a person may own, by the word they type for it; `words` are others for it.

    `at_home` where a home has it: it is asked for before anyone told what they own.
    """

    id: str
    name: str
    words: tuple[str, ...] = ()
    weight: bool = False
    at_home: bool = False


class EffortWords(ProtocolPart, frozen=True, kw_only=True):
    """How hard it was (1-10), and what people call that."""

    effort: int
    words: Lines


class PlaceWords(ProtocolPart, frozen=True, kw_only=True):
    """A place where it can hurt, and what people call it, or what lies there.

    `hints` point there too, but name nothing that a pain can be in: headache, lumbar.
    """

    id: Place
    words: Lines
    hints: tuple[str, ...] = ()


class Protocol(ProtocolPart, frozen=True, kw_only=True):
    """All that decides: small, read by every command."""

    format_version: int
    id: str
    title: str
    credit: str
    lessons: tuple[str, ...]
    phases: Annotated[tuple[Phase, ...], NON_EMPTY]
    equipment: tuple[Equipment, ...]
    places: tuple[PlaceWords, ...]
    efforts: tuple[EffortWords, ...] = ()
    ladder: Annotated[tuple[Rung, ...], NON_EMPTY]
    plan: Annotated[tuple[PlanRow, ...], NON_EMPTY]
    rules: Rules


class Index:
    """A protocol with its drills by id and its words by name. Built once a process."""

    def __init__(self, protocol: Protocol) -> None:
        """Index `protocol`, which has passed its check."""
        self.protocol = protocol
        self.rules = protocol.rules
        self.ladder = protocol.ladder
        self.rungs = {rung.id: rung for rung in protocol.ladder}
        self.position = {rung.id: n for n, rung in enumerate(protocol.ladder)}
        self.loads = tuple(rung.id for rung in protocol.ladder if rung.loaded)
        self.loaded = frozenset(self.loads)
        self.unloaded = frozenset(rung.id for rung in protocol.ladder if not rung.loaded)

    @cached_property
    def families(self) -> dict[str, tuple[Rung, ...]]:
        """The drills of each family, in the ladder's order."""
        return {
            family: tuple(rung for rung in self.ladder if rung.family == family)
            for family in {rung.family for rung in self.ladder}
        }

    @cached_property
    def phase_numbers(self) -> dict[str, int]:
        """The number of each drill's phase."""
        return {rung.id: self.phases[rung.phase].number for rung in self.ladder}

    @cached_property
    def followers(self) -> dict[str, tuple[Rung, ...]]:
        """The steps of the ladder that open only after each drill."""
        after: dict[str, list[Rung]] = {rung.id: [] for rung in self.ladder}
        for rung in self.ladder:
            named = {
                drill
                for condition in rung.gate
                if isinstance(condition, DrillsOpen)
                for drill in condition.drills
            }
            for drill in named if rung.role == "ladder" else ():
                after[drill].append(rung)
        return {drill: tuple(rungs) for drill, rungs in after.items()}

    @cached_property
    def at_home(self) -> frozenset[str]:
        """What a home has of the equipment."""
        return frozenset(thing.id for thing in self.protocol.equipment if thing.at_home)

    @cached_property
    def bells(self) -> tuple[Decimal, ...]:
        """The kettlebells that are made (kg), lightest first."""
        return tuple(sorted(self.rules.first_load.bells_kg))

    @cached_property
    def names(self) -> dict[str, str]:
        """Every id, alias, name and plural of a drill, to its id; the ids come first."""
        ids = {rung.id: rung.id for rung in self.ladder}
        spoken = {
            "-".join(word.lower().split()): rung.id
            for rung in self.ladder
            for word in (rung.plural, rung.name, *rung.aliases)
        }
        return ids | spoken | ids

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every word for a place where it can hurt, to the place."""
        plain: dict[str, Place] = {place: place for place in get_args(Place)}
        return plain | {
            word: row.id for row in self.protocol.places for word in (*row.words, *row.hints)
        }

    @cached_property
    def parts_of_the_body(self) -> frozenset[str]:
        """Every word for a place that a pain can be in."""
        named = {word for row in self.protocol.places for word in row.words}
        return frozenset({*get_args(Place), *named} - {"other"})

    @cached_property
    def things(self) -> dict[str, str]:
        """Every word for a thing that a person may own, to its id."""
        things = self.protocol.equipment
        plurals = {
            plural: thing.id
            for thing in things
            for word in (thing.id, *thing.words)
            for plural in (word.removesuffix("s"), f"{word}s")
        }
        return plurals | {word: thing.id for thing in things for word in (thing.id, *thing.words)}

    @cached_property
    def weights(self) -> frozenset[str]:
        """Every word for a thing that is a weight."""
        weights = {thing.id for thing in self.protocol.equipment if thing.weight}
        return frozenset(word for word, thing in self.things.items() if thing in weights)

    @cached_property
    def efforts(self) -> dict[str, int]:
        """Every word for how hard it was, to the number that it stands for."""
        return {word: row.effort for row in self.protocol.efforts for word in row.words}

    @cached_property
    def tested(self) -> str | None:
        """The drill that a single unbroken set of the test's drill opens."""
        drill = self.rules.test.drill
        for rung in self.ladder:
            for condition in rung.gate:
                if (
                    isinstance(condition, UnbrokenSet)
                    and condition.drill == drill
                    and condition.days == 1
                ):
                    return rung.id
        return None

    @cached_property
    def varied(self) -> frozenset[str]:
        """The drills that have variations."""
        return frozenset(variant.drill for variant in self.rules.variety.variants)

    @cached_property
    def shortest_break(self) -> int:
        """The days without load from which on they are a break: it takes something away."""
        return min((step.days[0] for step in self.rules.breaks.steps), default=sys.maxsize)

    @cached_property
    def phases(self) -> dict[str, Phase]:
        """The phases by id."""
        return {phase.id: phase for phase in self.protocol.phases}
