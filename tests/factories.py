"""Makes logs for tests: a journal of days whose defaults leave only what matters to be said.

Days are counted from `DAY_ONE`, a Monday; day 28 is the first day of plan week 5.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from hingecli.coach.day.decide import decide
from hingecli.coach.fold import fold
from hingecli.coach.log.events import (
    AnyEvent,
    Cleared,
    FilmReview,
    Imported,
    MistakeCount,
    Morning,
    Override,
    Pain,
    Pause,
    Place,
    Profile,
    ProfileSet,
    Purged,
    Redone,
    Resume,
    SeenProfessional,
    Session,
    SessionBody,
    SessionDeleted,
    SessionEdited,
    SetRecord,
    Side,
    ToldOnce,
    Undone,
)
from hingecli.coach.log.sessions import TrainingLog, read_log
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.protocol.texts import Mistake
from hingecli.coach.results import Block, Decision, Reason
from hingecli.coach.state.gates import condition_states
from hingecli.coach.state.state import State

DAY_ONE = date(2026, 1, 5)
"""A Monday."""

DRILLS = {
    "wall": "wall-hinge",
    "dowel": "dowel-hinge",
    "kb": "kettlebell-deadlift",
    "rdl": "romanian-deadlift",
    "sl": "single-leg-rdl",
    "swing": "kettlebell-swing",
    "bb": "barbell-deadlift",
    "american": "american-swing",
    "deficit": "deficit-deadlift",
    "block": "block-pull",
    "gm": "good-morning",
    "jump": "broad-jump",
    "trap": "trap-bar-deadlift",
    "cable": "cable-pull-through",
    "sumo": "sumo-deadlift",
}
_SET = re.compile(r"(?:(\d+)x)?(?:(\d+)/)?(\d+)([LR])?")


def day(number: int) -> date:
    """Return the day `number` days after the first."""
    return DAY_ONE + timedelta(days=number)


def sets(*words: str) -> tuple[SetRecord, ...]:
    """Read sets: "wall 3x12", "kb 2x8 7/8 @16", "sl 8L 7/8R"; a load counts for its drill."""
    return tuple(record for text in words for record in _sets_of(text))


def _sets_of(text: str) -> Iterable[SetRecord]:
    drill, *tokens = text.split()
    load = next((Decimal(token[1:]) for token in tokens if token[0] == "@"), None)
    for token in tokens:
        if token[0] == "@":
            continue
        found = _SET.fullmatch(token)
        assert found, token
        times, clean, reps, side = found.groups()
        record = SetRecord(
            drill=DRILLS.get(drill, drill),
            reps=int(reps),
            clean=int(clean or reps),
            load_kg=load,
            side=_side(side),
        )
        yield from [record] * int(times or 1)


def _side(text: str | None) -> Side | None:
    return None if text is None else "L" if text == "L" else "R"


@dataclass(frozen=True, slots=True)
class Journal:
    """The events of one person, oldest first; each method gives a longer journal.

    An event's id is "e" and its place, its command's id "c" and its place.
    """

    events: tuple[AnyEvent, ...] = ()

    def session(
        self,
        on: int,
        *words: str,
        pain: int | None = None,
        where: Place | None = None,
        sharp: bool = False,
        sore: int | None = None,
        effort: int | None = None,
        distance: str | None = None,
        mistakes: dict[str, int] | None = None,
        note: str | None = None,
        sitting: str | None = None,
        **stamp: Any,
    ) -> "Journal":
        """Log the sets of `words` on day `on`; the mistakes are of the last drill."""
        body = SessionBody(
            sets=sets(*words),
            mistakes=tuple(
                MistakeCount(mistake=mistake, count=count, drill=sets(*words)[-1].drill)
                for mistake, count in (mistakes or {}).items()
            ),
            pain=None if pain is None else Pain(score=pain, where=where, sharp=sharp),
            sore=sore,
            effort=effort,
            distance_cm=None if distance is None else Decimal(distance),
            note=note,
        )
        return self._add(Session, on, stamp, sitting=sitting or self._next_id(), body=body)

    def with_sets(self, on: int, *records: SetRecord) -> "Journal":
        """Log `records` as they are on day `on`."""
        body = SessionBody(sets=records)
        return self._add(Session, on, {}, sitting=self._next_id(), body=body)

    def sessions(self, on: Iterable[int], *words: str, **told: Any) -> "Journal":
        """Log the same session on each of the days `on`."""
        journal = self
        for number in on:
            journal = journal.session(number, *words, **told)
        return journal

    def edit(self, target: str, on: int, *words: str, **told: Any) -> "Journal":
        """Replace the session `target` whole, moved to day `on`."""
        body = SessionBody(sets=sets(*words), **told)
        return self._add(SessionEdited, on, {}, target=target, body=body)

    def delete(self, target: str, on: int = 0) -> "Journal":
        """Delete the session `target`."""
        return self._add(SessionDeleted, on, {}, target=target)

    def undo(self, *ids: str, on: int = 0, **stamp: Any) -> "Journal":
        """Switch off the events `ids`."""
        return self._add(Undone, on, stamp, ids=ids)

    def redo(self, *ids: str, on: int = 0) -> "Journal":
        """Switch on the events `ids`."""
        return self._add(Redone, on, {}, ids=ids)

    def purge(self, *ids: str, on: int = 0) -> "Journal":
        """Mark the events `ids` as removed for good."""
        return self._add(Purged, on, {}, ids=ids)

    def imported(self, *ids: str, on: int = 0) -> "Journal":
        """Note that an import brought the events `ids`."""
        return self._add(Imported, on, {}, ids=ids, source="old.json")

    def setup(self, on: int = 0, **answers: Any) -> "Journal":
        """Answer setup questions on day `on`; `start` is a day's number, `bells` are kilograms."""
        if answers.get("bells"):
            answers["bells"] = tuple(Decimal(bell) for bell in answers["bells"])
        if isinstance(answers.get("start"), int):
            answers["start"] = day(answers["start"])
        return self._add(ProfileSet, on, {}, profile=Profile(**answers))

    def override(self, on: int, *drills: str, because: str = "I know it") -> "Journal":
        """Open `drills` without their gates on day `on`."""
        journal = self
        for drill in drills:
            journal = journal._add(
                Override, on, {}, drill=DRILLS.get(drill, drill), because=because
            )
        return journal

    def morning(self, on: int, score: int, *, sore: int | None = None) -> "Journal":
        """Tell the pain on the morning of day `on`."""
        return self._add(Morning, on, {}, score=score, sore=sore)

    def pause(self, on: int, *, until: int | None = None, ill: bool = False) -> "Journal":
        """Pause from day `on` to the end of day `until`."""
        return self._add(Pause, on, {}, until=None if until is None else day(until), ill=ill)

    def resume(self, on: int) -> "Journal":
        """End the pause on day `on`."""
        return self._add(Resume, on, {})

    def cleared(self, on: int) -> "Journal":
        """Record a professional's yes of day `on`."""
        return self._add(Cleared, on, {})

    def seen_professional(self, on: int) -> "Journal":
        """Record that a professional was seen on day `on`."""
        return self._add(SeenProfessional, on, {})

    def review(self, on: int, sitting: str | None, **told: Any) -> "Journal":
        """Review a film of `sitting` on day `on`."""
        fields = {"drill": "wall-hinge", "by": "own"} | told
        return self._add(FilmReview, on, {}, sitting=sitting, **fields)

    def told_once(self, on: int, key: str, answer: str, **stamp: Any) -> "Journal":
        """Answer on day `on` what is asked once."""
        return self._add(ToldOnce, on, stamp, key=key, answer=answer)

    def without(self, id_: str) -> "Journal":
        """Return the journal as if the event `id_` had never been."""
        return Journal(tuple(event for event in self.events if event.id != id_))

    def read(self, *, recorded_by: int | None = None) -> TrainingLog:
        """Fold the journal into the training log."""
        by = None if recorded_by is None else day(recorded_by)
        return read_log(self.events, recorded_by=by)

    def _next_id(self) -> str:
        return f"e{len(self.events) + 1:03}"

    def _add(
        self, kind: Callable[..., AnyEvent], on: int, stamp: dict[str, Any], **fields: Any
    ) -> "Journal":
        seq = len(self.events) + 1
        at = datetime.combine(day(on), time(9), tzinfo=UTC)
        header: dict[str, Any] = {
            "id": self._next_id(),
            "seq": seq,
            "cmd": f"c{seq:03}",
            "at": at,
            "day": day(on),
            "recorded": at,
        }
        return Journal((*self.events, kind(**(header | stamp | fields))))


def state_on(index: Index, journal: Journal, on: int) -> State:
    """Fold `journal` up to day `on`."""
    return fold(index, journal.read(), day(on))


def today(index: Index, journal: Journal, on: int, *, hour: int | None = None) -> Decision:
    """Decide day `on`."""
    return decide(state_on(index, journal, on), hour=hour)


def main_block(decision: Decision) -> Block:
    """Return the block that the day is about."""
    return next(block for block in decision.blocks if block.purpose in ("main", "test"))


def dose(decision: Decision) -> tuple[str, int, int]:
    """Return drill, sets and reps of the day's main block."""
    block = main_block(decision)
    return block.drill, block.sets, block.reps


def reason_of(decision: Decision, rule: str) -> Reason | None:
    """Return the day's reason whose rule's name begins with `rule`; None without one."""
    return next((told for told in decision.reasons if told.rule.startswith(rule)), None)


def opened(index: Index, journal: Journal, on: int) -> Sequence[str]:
    """List what is open on day `on`, the wall hinge aside, in the ladder's order."""
    unlocks = state_on(index, journal, on).unlocks
    return [rung.id for rung in index.ladder if rung.id in unlocks and rung.gate]


def have(index: Index, journal: Journal, drill: str, *, on: int = 200) -> dict[str, int]:
    """Return how far each condition of `drill` is on day `on`."""
    conditions = condition_states(state_on(index, journal, on), drill)
    return {condition.id: condition.have for condition in conditions}


def missing(index: Index, journal: Journal, drill: str, *, on: int = 200) -> list[str]:
    """Name the conditions of `drill` that do not hold on day `on`."""
    conditions = condition_states(state_on(index, journal, on), drill)
    return [condition.id for condition in conditions if not condition.met]


def learner() -> Journal:
    """A person whose dowel opened on day 0 and who met all but the week of the first load.

    Wall 20 on days 0 and 1, dowel 3x10 on days 1 to 10: 340 clean reps.
    """
    journal = Journal().session(0, "wall 20").session(1, "wall 20", "dowel 3x10")
    return journal.sessions(range(2, 11), "dowel 3x10")


def lifter(*drills: str, **answers: Any) -> Journal:
    """A person in plan week 5 on day 0 with `drills` (default: the first load) opened by word."""
    journal = Journal().setup(0, **({"start": -28} | answers))
    return journal.override(0, "dowel", *(drills or ("kb",)))


def make_mistake(id_: str, **changes: Any) -> Mistake:
    """Return a mistake of a table, all drills' unless `changes` say otherwise."""
    fields: dict[str, Any] = {
        "id": id_,
        "name": id_.replace("-", " ").capitalize(),
        "aliases": (),
        "happens": "It happens.",
        "correction": "Mend it.",
        "cue": "Mend it now.",
        "short": "mend it",
        "group": "table",
        "source": "a test",
    }
    return Mistake(**(fields | changes))
