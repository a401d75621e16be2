"""A walk's sets as events: one sitting, one command, so that one undo takes them all.

Owns which event says what. A set that could not be written is tried again with the next one.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import partial

import msgspec

from hingecli.app import new_id
from hingecli.cli.walk.parts import Done
from hingecli.coach.log.events import (
    AnyEvent,
    DraftEvents,
    Header,
    MistakeCount,
    Pain,
    Profile,
    ProfileSet,
    Session,
    SessionBody,
    SessionEdited,
    ToldOnce,
)
from hingecli.coach.parse.measures import Distance
from hingecli.errors import LogError
from hingecli.motion import paced_sets

MakeEvent = Callable[[int], AnyEvent]
"""Makes an event of what is to be written, once its `seq` is known."""


class Unkept(msgspec.Struct, frozen=True, kw_only=True):
    """What a walk could not save, as one body; `known` says that the session `id` is in the log."""

    body: SessionBody
    id: str
    known: bool


class SittingLog:
    """Appends each finished set at once; what is learnt later replaces it by an edit."""

    def __init__(
        self, append: Callable[[DraftEvents], object], *, day: date, now: Callable[[], datetime]
    ) -> None:
        """Write through `append`, on the training day `day`."""
        self._append, self._day, self._now = append, day, now
        self._sitting, self._cmd = new_id(), new_id()
        self._bodies: dict[int, SessionBody] = {}
        self._ids: dict[int, str] = {}
        self._unwritten: list[MakeEvent] = []
        self._written: frozenset[int] = frozenset()

    def keep(self, done: Done) -> None:
        """Keep a set, or what is now known better of it."""
        before = self._bodies.get(done.number)
        body = _body(done)
        if before is not None:
            body = msgspec.structs.replace(
                body,
                pain=before.pain,
                effort=before.effort,
                distance_cm=before.distance_cm,
                distance_unit=before.distance_unit,
            )
        self._write(done.number, body)

    def finish(
        self,
        *,
        pain: Pain | None = None,
        effort: int | None = None,
        distance: Distance | None = None,
    ) -> None:
        """Keep how the sitting felt and where one stood, as far as it is told: with its last set.

        Before any set is done there is nothing to keep it with.
        """
        if not self._bodies:
            return
        last = max(self._bodies)
        felt = self._bodies[last]
        if pain is not None:
            felt = msgspec.structs.replace(felt, pain=pain)
        if effort is not None:
            felt = msgspec.structs.replace(felt, effort=effort)
        if distance is not None:
            felt = msgspec.structs.replace(
                felt, distance_cm=distance.cm, distance_unit=distance.unit
            )
        self._write(last, felt)

    def flush(self) -> None:
        """Write what could not be written before. Raises LogError if it still cannot."""
        if self._unwritten:
            waiting, self._unwritten = self._unwritten, []
            try:
                self._append(lambda known: _numbered(known, waiting))
            except LogError:
                self._unwritten = waiting
                raise
            self._written = frozenset(self._bodies)

    def remember(self, *, voice: bool | None, told: Mapping[str, str]) -> None:
        """Keep what was settled on the way, as part of the sitting: one undo takes all of it.

        Not worth an error of its own: what cannot be kept is asked again.
        """
        makes: list[MakeEvent] = []
        cmd, day, at = self._cmd, self._day, self._now()

        def header(seq: int) -> Header:
            return Header(id=new_id(), seq=seq, cmd=cmd, at=at, day=day, recorded=at)

        def once(key: str, answer: str, seq: int) -> ToldOnce:
            return ToldOnce(key=key, answer=answer, **header(seq))

        if voice is not None:
            makes.append(lambda seq: ProfileSet(profile=Profile(voice=voice), **header(seq)))
        makes += [partial(once, key, answer) for key, answer in told.items()]
        if makes:
            with suppress(LogError):
                self._append(lambda known: _numbered(known, makes))

    def unkept(self) -> "Unkept | None":
        """Return what is not in the log: sets, or what became known since of sets that are."""
        if not self._unwritten:
            return None
        left = [n for n in sorted(self._bodies) if n not in self._written]
        known = not left
        left = left or sorted(self._bodies)
        bodies = [self._bodies[n] for n in left]
        body = msgspec.structs.replace(
            bodies[-1],
            sets=tuple(record for body in bodies for record in body.sets),
            mistakes=tuple(mistake for body in bodies for mistake in body.mistakes),
        )
        return Unkept(body=body, id=self._ids[left[0]], known=known)

    def _write(self, number: int, body: SessionBody) -> None:
        if self._bodies.get(number) == body:
            return
        self._bodies[number] = body
        self._unwritten.append(self._make_event(number, body))
        try:
            self.flush()
        except LogError:
            return  # kept in memory; the end of the walk tries again and tells

    def _make_event(self, number: int, body: SessionBody) -> MakeEvent:
        """Say what to write of a set: itself the first time, an edit of it from then on."""
        cmd, day, at, sitting = self._cmd, self._day, self._now(), self._sitting
        target = self._ids.get(number)
        id_ = new_id()
        if target is None:
            self._ids[number] = id_

        def event(seq: int) -> AnyEvent:
            header = Header(id=id_, seq=seq, cmd=cmd, at=at, day=day, recorded=at)
            if target is None:
                return Session(sitting=sitting, body=body, **header)
            return SessionEdited(target=target, body=body, **header)

        return event


def _numbered(known: tuple[AnyEvent, ...], makes: list[MakeEvent]) -> list[AnyEvent]:
    seq = max((event.seq for event in known), default=0)
    return [make(seq + n) for n, make in enumerate(makes, 1)]


def _body(done: Done) -> SessionBody:
    paced = done.run.paced
    named = Counter(done.mistakes)
    return SessionBody(
        sets=(paced_sets.record(paced, reps=done.reps, clean=done.clean),),
        mistakes=tuple(
            MistakeCount(mistake=mistake, count=count, drill=paced.drill)
            for mistake, count in named.items()
        ),
    )
