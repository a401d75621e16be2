"""The answer after a write: the log before and after it, and what the difference means.

Owns which facts an answer carries. Their words and looks are `show.saved`'s.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from hingecli.cli.output import print_json, show
from hingecli.coach.day.notes import after_session
from hingecli.coach.engine import decide, fold
from hingecli.coach.log.events import Morning, Pain, Session
from hingecli.coach.log.sessions import Sitting, read_log, redo_step
from hingecli.coach.report.reports import (
    newly_open,
    session_json,
    totals,
    warning_if_locked,
    worth_saying,
)
from hingecli.coach.rules.ladder import next_gate
from hingecli.coach.rules.safety import hold_reason, is_red
from hingecli.coach.state.state import ONE_DAY
from hingecli.show import reply as view

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.log.sessions import TrainingLog
    from hingecli.coach.results import Decision, Gate
    from hingecli.coach.state.state import State
    from hingecli.store import Written


class Change:
    """A write: the events after it, and those that it added."""

    def __init__(self, app: "App", written: "Written") -> None:
        """Compare the log after the write with the log without what it added."""
        self.app = app
        self.added = written.added
        self.written = written

    @cached_property
    def log(self) -> "TrainingLog":
        """The training log after the write."""
        return read_log(self.written.events)

    @cached_property
    def log_before(self) -> "TrainingLog":
        """The training log before the write."""
        new = {event.id for event in self.added}
        return read_log([event for event in self.written.events if event.id not in new])

    @cached_property
    def before(self) -> "State":
        """Today's state before the write."""
        return fold(self.app.index, self.log_before, self.app.today)

    @cached_property
    def after(self) -> "State":
        """Today's state after the write."""
        return fold(self.app.index, self.log, self.app.today)

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
    def day(self) -> "Decision":
        """What today is after the write."""
        return decide(self.after, hour=self.app.now.hour)

    def sitting(self, id_: str) -> Sitting | None:
        """Give the session that the event `id_` belongs to after the write."""
        return find(self.log, id_)


def find(log: "TrainingLog", id_: str) -> Sitting | None:
    """Give the session that the event `id_` belongs to."""
    return next((one for one in reversed(log.sittings) if id_ in one.ids), None)


def answer_log(change: Change, id_: str, *, dry_run: bool, json: bool) -> None:
    """Answer `hinge log`: saved, opened or the gate, the next step, undo."""
    sitting = change.sitting(id_)
    if sitting is None:
        back = any(event.id == id_ for event in redo_step(change.written.events))
        way = "hinge redo brings it back" if back else "leave --id out to log it anew"
        change.app.tell(f"hinge: this session was saved before, and taken back since; {way}.")
        return
    if json:
        print_json(
            {
                "session": session_json(sitting),
                "unlocked": change.opened,
                "next_gate": next_gate(change.after),
                "totals": totals(change.after),
            }
        )
        return
    verb = "Would save" if dry_run else "Saved" if change.added else "Already saved"
    answer(
        change,
        verb=verb,
        sitting=sitting,
        more=_warnings(change, sitting),
        undo="hinge undo" if change.added and not dry_run else "",
    )


def answer(
    change: Change,
    *,
    verb: str = "Saved",
    sitting: Sitting | None = None,
    about: str = "",
    more: tuple[str, ...] = (),
    undo: str = "hinge undo",
) -> None:
    """Answer any write with what it opened or closed, what today became, and the next step."""
    safety = _safety(change, sitting=sitting)
    is_urgent = change.day.kind == "hold" or _is_alarming(change, sitting)
    told = view.Saved(
        index=change.app.index,
        today=change.app.today,
        verb=verb,
        sitting=sitting,
        about=about,
        opened=worth_saying(change.after, change.opened),
        unearned=frozenset(change.after.overrides),
        closed=change.closed,
        next_gate=_gate_ahead(change) if sitting is not None else None,
        urgent=safety if is_urgent else (),
        more=more if is_urgent else (*more, *safety),
        next_step=_next_step(change),
        undo=undo,
    )
    show(change.app, rich=lambda: view.render(told), plain=lambda: view.plain(told))


def _warnings(change: Change, sitting: Sitting) -> tuple[str, ...]:
    drills = dict.fromkeys(record.drill for record in sitting.sets)
    told = [warning_if_locked(change.after, drill) for drill in drills]
    after = (reason.text for reason in after_session(change.after, sitting))
    return (*(warning for warning in told if warning is not None), *after)


def _gate_ahead(change: Change) -> "Gate | None":
    """Give the next gate, but not on a day of pain or in a pause."""
    return None if change.day.kind in ("hold", "paused") else next_gate(change.after)


def _safety(change: Change, *, sitting: Sitting | None) -> tuple[str, ...]:
    """Say a hold that stands; and the red flags at once, whenever pain is told that is one."""
    day = change.day
    told: list[str] = []
    begun = change.after.hold is not None and change.after.hold.since == change.app.today
    if day.kind == "hold":
        told += [reason.text for reason in day.reasons[:1]]
    elif begun and (held := hold_reason(change.after)) is not None:
        told.append(held.text)
    if _is_alarming(change, sitting):
        cues = change.app.cues
        told.append("Emergency care now, with any of these: " + _joined(cues.red_flags))
        told.append("See a doctor soon, with any of these: " + _joined(cues.see_doctor))
    elif day.kind not in ("hold", "paused") and sitting is not None:
        told += _about_test(change)
    return tuple(told)


def _is_alarming(change: Change, sitting: Sitting | None) -> bool:
    index = change.app.index
    if sitting is not None:
        return is_red(index, sitting.pain)
    scores = [event.score for event in change.added if isinstance(event, Morning)]
    return any(is_red(index, Pain(score=score)) for score in scores)


def _about_test(change: Change) -> tuple[str, ...]:
    """Say the best run, tomorrow's dose and the next test, after a test."""
    from hingecli.coach.rules.wall_test import next_test
    from hingecli.show.dose import times

    if change.opened or change.after.tests.last != change.app.today:
        return ()
    ahead = next_test(change.after)
    if ahead is None:
        return ()
    tomorrow = decide(fold(change.app.index, change.log, change.app.today + ONE_DAY))
    main = next((block for block in tomorrow.blocks if block.purpose == "main"), None)
    return (ahead.text if main is None else f"{ahead.text} Tomorrow {times(main)}.",)


def _joined(sentences: Iterable[str]) -> str:
    return "; ".join(text.rstrip(".") for text in sentences) + "."


def _next_step(change: Change) -> str:
    day = change.day
    if day.kind == "paused":
        return "hinge resume"
    if day.kind == "hold":
        return "hinge morning 0-10" if day.ask is not None else "hinge today"
    if day.kind == "done":
        return "hinge progress" if not day.blocks else "hinge today"
    return "hinge today"
