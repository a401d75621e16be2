"""What a film leaves in the log: the review, and the mistakes that it adds to a session.

Owns which session that is. Nothing is written here without a yes.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

import msgspec

from hingecli.cli.outcome import record
from hingecli.cli.replacing import replaced
from hingecli.cli.reply import reply
from hingecli.coach.log.days import say_on_day
from hingecli.coach.log.events import AnyEvent, FilmAnswer, FilmReview, MistakeCount, SessionBody
from hingecli.coach.log.sessions import Sitting, read_log
from hingecli.show.film import said

if TYPE_CHECKING:
    from hingecli.app import App

STILL_FRESH = timedelta(days=1)
"""A film may be of a session of yesterday: many look at it in the evening, or the day after."""


class LookResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a look at a film came to; `by` the person's own eyes, or by the program's on the clip.

    `found` are mistakes and in how many reps; the rest as in the event.
    """

    drill: str
    by: Literal["own", "clip"]
    found: tuple[MistakeCount, ...] = ()
    felt: int | None = None
    saw: int | None = None
    answers: tuple[FilmAnswer, ...] = ()
    clip: str = ""


def filmed_session(app: "App", drill: str) -> Sitting | None:
    """Return the session that a film of `drill` is of: the last one of today or yesterday."""
    return _filmed(app.training_log.sittings, app, drill)


def filmed_drill(app: "App") -> str:
    """Return the drill that was most likely filmed: the last one done, else today's, else any."""
    from hingecli.coach.day.decide import decide
    from hingecli.coach.day.draft import main_drill

    done = [sitting for sitting in app.training_log.sittings if sitting.sets]
    if done and done[-1].day == app.today:
        return done[-1].sets[-1].drill
    drill = main_drill(decide(app.state).blocks)
    if drill is not None:
        return drill
    return done[-1].sets[-1].drill if done else app.index.ladder[0].id


def whose(app: "App", sitting: Sitting) -> str:
    """Name a session within a sentence: today's session."""
    return f"{say_on_day(sitting.day, seen_from=app.today)}'s session"


def keep(app: "App", review: LookResult, *, add: bool, quiet: bool = False) -> None:
    """Write a review; with `add` what was found goes to its session too, as one step to undo.

    Unless `quiet` it answers what was written. Raises LogError.
    """
    target: list[str] = []
    taken: list[MistakeCount] = []

    def draft(events: tuple[AnyEvent, ...]) -> tuple[AnyEvent, ...]:
        sitting = _filmed(read_log(events).sittings, app, review.drill)
        stamp = app.stamp(events)
        new: tuple[AnyEvent, ...] = ()
        taken[:], target[:] = [], []
        if sitting is not None and add:
            body, added = _with(sitting.body, review.found)
            taken[:] = added
            if added:
                target[:] = [sitting.id]
                new = replaced(app, stamp, sitting, body)
        header = stamp.header(day=app.today if sitting is None else sitting.day)
        header["at"] = app.now
        event = FilmReview(
            **header,
            sitting=None if sitting is None else sitting.sitting,
            drill=review.drill,
            by=review.by,
            felt=review.felt,
            saw=review.saw,
            answers=review.answers,
            taken=tuple(taken),
            clip=review.clip,
        )
        return (*new, event)

    outcome = record(app, draft)
    if quiet:
        return
    if target:
        reply(outcome, verb=f"Added {said(taken)}", sitting=outcome.sitting(target[0]))
        return
    name = app.index.rungs[review.drill].name
    more = _line_for(review) if add and review.found else ()
    reply(outcome, about=f"the look at a film of the {name}.", more=more)


def _filmed(sittings: Iterable[Sitting], app: "App", drill: str) -> Sitting | None:
    fresh = [
        sitting
        for sitting in sittings
        if app.today - STILL_FRESH <= sitting.day <= app.today
        and any(row.drill == drill for row in sitting.sets)
    ]
    return fresh[-1] if fresh else None


def _with(
    body: SessionBody, found: Iterable[MistakeCount]
) -> tuple[SessionBody, list[MistakeCount]]:
    """Add what was `found` to a session's mistakes, in no more reps than it had of the drill."""
    counts = Counter({(known.mistake, known.drill): known.count for known in body.mistakes})
    reps = Counter[str]()
    for row in body.sets:
        reps[row.drill] += row.reps
    taken = []
    for noticed in found:
        key = noticed.mistake, noticed.drill
        room = min(noticed.count, reps[noticed.drill] - counts[key])
        if room > 0:
            counts[key] += room
            taken.append(msgspec.structs.replace(noticed, count=room))
    mistakes = tuple(
        MistakeCount(mistake=mistake, count=count, drill=drill)
        for (mistake, drill), count in counts.items()
    )
    return msgspec.structs.replace(body, mistakes=mistakes), taken


def _line_for(review: LookResult) -> tuple[str, ...]:
    """Say how to log what was found where there is no session to add it to."""
    words = " ".join(f"-m {noticed.mistake}:{noticed.count}" for noticed in review.found)
    return (f"No session of it to add to: hinge log {review.drill} SETS {words}",)
