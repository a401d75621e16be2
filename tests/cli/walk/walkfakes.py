"""A walk without a terminal: keys typed at set times, a clock that only moves when waited for."""

from collections.abc import Callable, Sequence

import pytest

from factories import make_mistake
from hingecli.cli.walk.parts import Done, Walk, WalkPlan, WalkStopped
from hingecli.cli.walk.stages import walk_sets
from hingecli.coach.log.events import Pain, Range
from hingecli.coach.parse.measures import Distance
from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.protocol.texts import DrillPage
from hingecli.coach.results import Block, Purpose
from hingecli.content import bundled, load_protocol
from hingecli.motion.paced_sets import PacedSet, sets_of
from hingecli.show.walk import Scene

INDEX = load_protocol(bundled())


BEGIN_S = 11.0
"""When the first rep begins if Enter is pressed after a second: it is counted in for ten."""
REP_S = 5.0
SET_S = 10 * REP_S
END_S = BEGIN_S + SET_S
"""When the first set of ten ends."""
LOADED = frozenset({"wall-hinge"})


class FakeClock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class FakeKeys:
    """Keys at seconds since the start; the wait for them moves the clock."""

    def __init__(self, clock: FakeClock, keys: Sequence[tuple[float, str]]) -> None:
        self._clock = clock
        self._start = clock.now
        self._keys = [(self._start + at, key) for at, key in keys]

    def read(self, seconds: float) -> tuple[str, ...]:
        until = self._clock.now + seconds
        if self._keys and self._keys[0][0] <= until:
            at, key = self._keys.pop(0)
            self._clock.now = max(self._clock.now, at)
            return (key,)
        if not self._keys and self._clock.now - self._start > 3600:
            return ("end",)
        self._clock.now = until
        return ()


class FakeScreen:
    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.lines: list[str] = []
        self.timed: list[tuple[float, str]] = []
        self.scenes: list[Scene] = []

    def frame(self, scene: Callable[[int, int], Scene]) -> None:
        self.scenes.append(scene(80, 24))

    def line(self, text: str) -> None:
        self.lines.append(text)
        self.timed.append((self._clock.now, text))


class FakeAudio:
    """Remembers what is said, and how many seconds after the start."""

    def __init__(self, clock: FakeClock, *, speaks: bool | None = True) -> None:
        self._clock = clock
        self._start = clock.now
        self.speaks = speaks
        self.heard = bool(speaks)
        self.timed: list[tuple[float, str]] = []
        self.rings = 0

    @property
    def said(self) -> list[str]:
        return [text for _, text in self.timed]

    def mute(self, *, muted: bool) -> None:
        self.speaks = not muted

    def say(self, text: str, *, urgent: bool = False) -> None:
        self.timed.append((round(self._clock.now - self._start, 1), text))

    def ring(self) -> None:
        self.rings += 1


class FakeLog:
    def __init__(self) -> None:
        self.kept: dict[int, Done] = {}
        self.pain: Pain | None = None
        self.effort: int | None = None
        self.distance: Distance | None = None

    def keep(self, done: Done) -> None:
        self.kept[done.number] = done

    def finish(
        self,
        *,
        pain: Pain | None = None,
        effort: int | None = None,
        distance: Distance | None = None,
    ) -> None:
        self.pain = pain or self.pain
        self.effort = effort or self.effort
        self.distance = distance or self.distance


class Fakes:
    """A walk with all its fakes at hand."""

    def __init__(
        self,
        keys: Sequence[tuple[float, str]],
        *,
        blocks: Sequence[Block] | None = None,
        film_s: int = 0,
        loaded: frozenset[str] = frozenset(),
        speaks: bool | None = True,
    ) -> None:
        clock = FakeClock()
        self.clock = clock
        self.screen, self.audio, self.log = (
            FakeScreen(clock),
            FakeAudio(clock, speaks=speaks),
            FakeLog(),
        )
        sets = sets_of(blocks if blocks is not None else (make_block(),))
        self.walk = Walk(
            plan=make_plan(sets, film_s=film_s, loaded=loaded),
            keys=FakeKeys(clock, keys),
            screen=self.screen,
            audio=self.audio,
            log=self.log,
            clock=clock,
        )


def make_block(
    *,
    sets: int = 3,
    reps: int = 10,
    purpose: Purpose = "main",
    per_side: bool = False,
    rest_s: int = 45,
    tempo: Tempo | None = None,
    variant: str | None = None,
    reach: Range = "full",
) -> Block:
    return Block(
        drill="wall-hinge",
        name="wall hinge",
        purpose=purpose,
        sets=sets,
        reps=reps,
        reps_range=(10, 15),
        load_kg=None,
        per_side=per_side,
        tempo=tempo or Tempo(3, 1, 1),
        rest_s=rest_s,
        variant=variant,
        range=reach,
    )


def make_plan(
    sets: tuple[PacedSet, ...], *, film_s: int = 0, loaded: frozenset[str] = frozenset()
) -> WalkPlan:
    page = DrillPage(
        id="wall-hinge",
        summary="Hips to the wall.",
        setup=("Stand a foot from the wall.",),
        steps=("Push your hips back.", "Stand tall."),
        cues=("Touch the wall.",),
        feel=(),
        breathing=(),
        watch=(),
        equipment="",
        dose="",
        sources=(),
    )
    return WalkPlan(
        sets=sets,
        index=INDEX,
        pages={"wall-hinge": page},
        loaded=loaded,
        mistakes=(make_mistake("knees-cave-in"), make_mistake("lower-back-rounding")),
        focus="Touch the wall with your hips.",
        half_range="Go half the range only.",
        variants={"kickstand": "Nearly all your weight on the front leg."},
        figure=lambda _drill, depth, _cols, _rows: (f"{depth:.2f}",),
        film_s=film_s,
        red_flags=("chest pain", "fainting"),
    )


def kept(fakes: Fakes) -> list[tuple[int, int]]:
    return [(done.clean, done.reps) for done in fakes.log.kept.values()]


def stops(fakes: Fakes) -> WalkStopped:
    with pytest.raises(WalkStopped) as stopped:
        walk_sets(fakes.walk)
    return stopped.value


def questions(fakes: Fakes) -> list[str]:
    return list(dict.fromkeys(scene.ask for scene in fakes.screen.scenes if scene.ask))


def typed_from(start: float, *words: str) -> list[tuple[float, str]]:
    return [(start + n / 10, key) for n, key in enumerate(words)]
