"""What came of a write: the log and the state before and after it, and what the difference means.

Owns how both are worked out. What an answer tells of it is `reply`'s.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from hingecli.cli.day_now import began_as
from hingecli.coach.day.decide import decide
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
from hingecli.coach.log.sessions import Sitting, read_log
from hingecli.coach.report.opened import newly_open
from hingecli.coach.report.praise import marks, praise
from hingecli.coach.rules.hold_reasons import brought, lifted
from hingecli.coach.state.state import ONE_DAY

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.log.sessions import TrainingLog
    from hingecli.coach.results import Decision
    from hingecli.coach.state.state import State
    from hingecli.coach.trunk import Trunk
    from hingecli.store import Written


_TAKES_AWAY = (Undone, Redone, SessionEdited, SessionDeleted, Purged, Imported)
"""The kinds of event that can take away what was logged before."""


class BeforeWrite(msgspec.Struct, frozen=True):
    """What stood before a write: the training log, the state of today by it, and what it was."""

    log: "TrainingLog"
    state: "State"
    day: "Decision"


class Outcome:
    """A write: the events after it, and those that it added."""

    def __init__(
        self, app: "App", written: "Written", *, standing: BeforeWrite | None = None
    ) -> None:
        """Compare the log after the write with the log without what it added.

        `standing` is told by a write of nothing but whole sessions: the log is not read anew.
        """
        self.app = app
        self.added = written.added
        self.written = written
        self._standing = standing

    @cached_property
    def log(self) -> "TrainingLog":
        """The training log after the write."""
        if self._standing is not None:
            return self._standing.log.with_days(read_log(self.added))
        return read_log(self.written.events)

    @cached_property
    def log_before(self) -> "TrainingLog":
        """The training log before the write."""
        if self._standing is not None:
            return self._standing.log
        new = {event.id for event in self.added}
        new.update(id_ for event in self.added if isinstance(event, Imported) for id_ in event.ids)
        return read_log([event for event in self.written.events if event.id not in new])

    @cached_property
    def before(self) -> "State":
        """Today's state before the write."""
        if self._standing is not None:
            return self._standing.state
        return self._trunk.state_of(self.log_before, self.app.today)

    @cached_property
    def after(self) -> "State":
        """Today's state after the write."""
        return self._trunk.state_of(self.log, self.app.today)

    @cached_property
    def tomorrow(self) -> "State":
        """Tomorrow's state after the write."""
        return self._trunk.state_of(self.log, self.app.today + ONE_DAY)

    @cached_property
    def _trunk(self) -> "Trunk":
        return self.app.trunk(self.log_before, self.log, until=self.app.today)

    @property
    def opened(self) -> tuple[str, ...]:
        """The drills that the write opened."""
        return newly_open(self.before, self.after)

    @property
    def closed(self) -> tuple[str, ...]:
        """The drills that it closed again, because their evidence is gone."""
        return newly_open(self.after, self.before)

    @cached_property
    def praise(self) -> str:
        """The line that today's session deserves; or nothing."""
        new = [event for event in self.added if isinstance(event, Session)]
        if not new or any(event.day != self.app.today for event in new):
            return ""
        return praise(marks(self.before), self.after)

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
        standing = self._standing
        if standing is not None and standing.state.done_today() is None:
            began: Decision | None = standing.day
        else:
            began = began_as(self.app, self.after, self.log)
        return decide(self.after, hour=self.app.now.hour, began=began)

    def sitting(self, id_: str) -> Sitting | None:
        """Return the session that the event `id_` belongs to after the write."""
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
