"""What came of a write: the log and the state before and after it, and what the difference means.

Owns how both are worked out. What an answer tells of it is `reply`'s.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from hingecli.cli.day_now import began_as
from hingecli.coach.day.decide import decide
from hingecli.coach.fold import fold, step
from hingecli.coach.log.events import (
    DraftEvents,
    Imported,
    Purged,
    Redone,
    Session,
    SessionDeleted,
    SessionEdited,
    Undone,
)
from hingecli.coach.log.sessions import Sitting, TrainingDay, read_log
from hingecli.coach.report.opened import newly_open
from hingecli.coach.report.praise import Marks, marks, praise
from hingecli.coach.rules.hold_reasons import brought, lifted

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.log.sessions import TrainingLog
    from hingecli.coach.results import Decision
    from hingecli.coach.state.state import State
    from hingecli.store import Written


_TAKES_AWAY = (Undone, Redone, SessionEdited, SessionDeleted, Purged, Imported)
"""The kinds of event that can take away what was logged before."""


class Outcome:
    """A write: the events after it, and those that it added."""

    def __init__(self, app: "App", written: "Written", *, standing: "State | None" = None) -> None:
        """Compare the log after the write with the log without what it added.

        Where the write is the first session of today, and `standing` is today's state before it,
        the coach goes on from there: it need not take in all the days anew.
        """
        self.app = app
        self._standing = standing
        self.added = written.added
        self.written = written
        self._dawn: Marks | None = None
        self._began: Decision | None = None

    @cached_property
    def log(self) -> "TrainingLog":
        """The training log after the write."""
        return read_log(self.written.events)

    @cached_property
    def log_before(self) -> "TrainingLog":
        """The training log before the write."""
        new = {event.id for event in self.added}
        new.update(id_ for event in self.added if isinstance(event, Imported) for id_ in event.ids)
        return read_log([event for event in self.written.events if event.id not in new])

    @cached_property
    def before(self) -> "State":
        """Today's state before the write."""
        return fold(self.app.index, self.log_before, self.app.today)

    @cached_property
    def after(self) -> "State":
        """Today's state after the write."""
        if self._standing is not None:
            self._dawn = marks(self._standing)
            self._began = decide(self._standing)
            sittings = self._new_sittings
            return step(self._standing, TrainingDay(day=self.app.today, sittings=sittings))
        return fold(self.app.index, self.log, self.app.today, at_dawn=self._see_dawn)

    @cached_property
    def _new_sittings(self) -> tuple[Sitting, ...]:
        return read_log(self.added).sittings

    def _see_dawn(self, state: "State") -> None:
        self._dawn = marks(state)

    @property
    def opened(self) -> tuple[str, ...]:
        """The drills that the write opened."""
        return newly_open(self.before, self.after) if self._moves_gates else ()

    @property
    def closed(self) -> tuple[str, ...]:
        """The drills that it closed again, because their evidence is gone."""
        return newly_open(self.after, self.before) if self._moves_gates else ()

    @cached_property
    def _moves_gates(self) -> bool:
        """Whether the state before has to be worked out to tell what opened or closed.

        Days are folded in order: new sessions of today leave every earlier day as it was, so
        unless a drill opened today they opened none.
        """
        today = self.app.today
        if not self.added:
            return False
        if any(not isinstance(event, Session) or event.day != today for event in self.added):
            return True
        return today in self.after.unlocks.values()

    @cached_property
    def praise(self) -> str:
        """The line that today's session deserves; or nothing."""
        new = [event for event in self.added if isinstance(event, Session)]
        if not new or any(event.day != self.app.today for event in new):
            return ""
        after = self.after
        first = self._standing is not None or self._is_first_today
        if not first or self._dawn is None:
            return praise(marks(self.before), after)
        return praise(self._dawn, after)

    @property
    def _is_first_today(self) -> bool:
        return sum(sitting.day == self.app.today for sitting in self.log.sittings) == 1

    @cached_property
    def lifted(self) -> str:
        """What the write says of a hold that it lifted by taking its evidence away; or nothing."""
        if not any(isinstance(event, _TAKES_AWAY) for event in self.added):
            return ""
        said = lifted(self.before, self.after)
        return "" if said is None else said.text

    @cached_property
    def brought(self) -> str:
        """What an import says of a hold that it brought; or nothing."""
        said = brought(self.before, self.after)
        return "" if said is None else said.text

    @cached_property
    def day(self) -> "Decision":
        """What today is after the write."""
        after = self.after
        began = self._began or began_as(self.app, after, self.log)
        return decide(after, hour=self.app.now.hour, began=began)

    def sitting(self, id_: str) -> Sitting | None:
        """Return the session that the event `id_` belongs to after the write."""
        if self._standing is not None:
            return next((sitting for sitting in self._new_sittings if id_ in sitting.ids), None)
        return find(self.log, id_)


def record(
    app: "App",
    draft: "DraftEvents",
    *,
    snapshot: bool = False,
    retry: Callable[[], str] | None = None,
) -> Outcome:
    """Write the events that `draft` makes, as App.record does, and return what came of it."""
    return Outcome(app, app.record(draft, snapshot=snapshot, retry=retry))


def find(log: "TrainingLog", id_: str) -> Sitting | None:
    """Return the session that the event `id_` belongs to."""
    return next((sitting for sitting in reversed(log.sittings) if id_ in sitting.ids), None)
