"""A past made by hand for the invariants: days as they were decided, told and logged."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import msgspec

from factories import DRILLS, day, sets
from hingecli.coach.fold import begin
from hingecli.coach.log.events import Morning, Pain, Place, Profile, ProfileSet, SeenProfessional
from hingecli.coach.log.sessions import Sitting
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import (
    Block,
    ConditionState,
    DayKind,
    Decision,
    DoneToday,
    Gate,
    Reason,
)
from hingecli.coach.rules import bounds
from hingecli.coach.state.state import State
from hingecli.simulate.checks import check_day
from hingecli.simulate.ledger import Ledger, logged, make_ledger, told
from hingecli.simulate.ledger import lived as note_lived

WHY = Reason(topic="loaded_day", rule="D6 loaded day", text="Because.", source="coach", grade="C")
OPEN = (
    "wall-hinge",
    "dowel-hinge",
    "kettlebell-deadlift",
    "romanian-deadlift",
    "single-leg-rdl",
    "kettlebell-swing",
)


def block(index: Index, words: str, *, purpose: Any = "main", **changes: Any) -> Block:
    """Return a block: "kb 3x8 @16" is three sets of eight kettlebell deadlifts with 16 kg."""
    drill, dose, *load = words.split()
    count, reps = dose.split("x")
    rung = index.rungs[DRILLS[drill]]
    made = Block(
        drill=rung.id,
        name=rung.name,
        purpose=purpose,
        sets=int(count),
        reps=int(reps),
        reps_range=(8, 12),
        load_kg=Decimal(load[0][1:]) if load else None,
        per_side=rung.per_side,
        tempo=rung.tempo,
        rest_s=90,
    )
    return msgspec.structs.replace(made, **changes)


class Past:
    """A person's days so far, on a ledger that only they have filled."""

    def __init__(self, index: Index, *, opened: tuple[str, ...] = OPEN, **ledger: Any) -> None:
        """Begin with these drills open since long ago."""
        self.index = index
        self.state: State = begin(index)
        self.ledger: Ledger = make_ledger(index, **ledger)
        self.ledger.first_day = day(-100)
        self.state.unlocks |= dict.fromkeys(opened, date.min)
        self.ledger.opened = dict(self.state.unlocks)

    def setup(self, **answers: Any) -> "Past":
        """Tell answers of the setup on the first day."""
        if answers.get("bells"):
            answers["bells"] = tuple(Decimal(bell) for bell in answers["bells"])
        profile = Profile(**answers)
        self.state.profile = profile
        bounds.settle(self.state)
        told(self.ledger, self.index, ProfileSet(**head(0), profile=profile))
        return self

    def morning(self, on: int, score: int) -> "Past":
        """Tell a morning's score."""
        told(self.ledger, self.index, Morning(**head(on), score=score))
        return self

    def seen(self, on: int) -> "Past":
        """Tell that a professional was seen."""
        told(self.ledger, self.index, SeenProfessional(**head(on)))
        return self

    def logs(self, on: int, *words: str, **felt: Any) -> "Past":
        """Log sets that nobody asked for."""
        logged(self.ledger, self.index, sitting(on, words, **felt))
        return self

    def does(
        self,
        on: int,
        *blocks: str,
        kind: DayKind = "load",
        next_gate: Gate | None = None,
        waits: bool = False,
        **felt: Any,
    ) -> "Past":
        """Decide a day, whatever it breaks, and do what it asks; without blocks only come."""
        decision = self.decides(on, *blocks, kind=kind, next_gate=next_gate)
        check_day(self.state, decision, self.ledger)
        done = sitting(on, blocks, **felt) if blocks else None
        note_lived(self.ledger, self.state, decision, done, waits=waits)
        return self

    def sees(self, on: int, kind: DayKind = "load", **decided: Any) -> "Past":
        """Decide a day that nobody lives."""
        check_day(self.state, self.decides(on, kind=kind, **decided), self.ledger)
        return self

    def decides(
        self, on: int, *blocks: str | Block, kind: DayKind = "load", **more: Any
    ) -> Decision:
        """Return a decision: a load day by default; its first block is the main one."""
        made = [
            self._block(words, "main" if number == 0 else "second")
            for number, words in enumerate(blocks)
        ]
        fields: dict[str, Any] = {
            "minutes": 15,
            "reasons": (WHY,),
            "next_gate": None,
            "say": ("hinge log says what you did.",),
        }
        return Decision(
            date=day(on),
            week=10,
            phase="loaded",
            kind=kind,
            title="",
            blocks=tuple(made),
            focus=None,
            because="",
            done_today=DoneToday(clean_reps=0, goal=None),
            **(fields | more),
        )

    def breaks(
        self, on: int, *blocks: str | Block, kind: DayKind = "load", **more: Any
    ) -> set[str]:
        """Name the invariants that a day breaks."""
        decision = self.decides(on, *blocks, kind=kind, **more)
        return {found.invariant for found in check_day(self.state, decision, self.ledger)}

    def _block(self, words: str | Block, purpose: str) -> Block:
        return words if isinstance(words, Block) else block(self.index, words, purpose=purpose)


def sitting(
    on: int,
    words: tuple[str, ...],
    *,
    pain: int | None = None,
    where: Place | None = None,
    sharp: bool = False,
) -> Sitting:
    """Return a session of these sets."""
    stamp = head(on)
    return Sitting(
        id=stamp["id"],
        ids=(stamp["id"],),
        sitting=stamp["id"],
        day=stamp["day"],
        at=stamp["at"],
        seq=stamp["seq"],
        sets=sets(*words),
        mistakes=(),
        pain=None if pain is None else Pain(score=pain, where=where, sharp=sharp),
        sore=None,
        effort=None,
        distance_cm=None,
        note=None,
    )


def gate(index: Index, drill: str, **have: int) -> Gate:
    """Return a gate whose conditions have so much of a hundred."""
    return Gate(
        drill=DRILLS[drill],
        conditions=tuple(
            ConditionState(id=id_.replace("_", "-"), text="", have=number, need=100, met=False)
            for id_, number in have.items()
        ),
    )


def head(on: int) -> Any:
    """Return what every event of a day carries."""
    moment = datetime.combine(day(on), time(9), tzinfo=UTC)
    return {
        "id": f"e{on}",
        "seq": on + 200,
        "cmd": f"c{on}",
        "at": moment,
        "day": day(on),
        "recorded": moment,
    }
