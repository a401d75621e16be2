"""A person made of angles, filmed by a camera made of numbers: pose tracks with a known truth."""

import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from math import cos, pi, radians, sin
from typing import NamedTuple

from hingecli.motion.film.track import LANDMARKS, Frame, Landmark, Track

WIDTH, HEIGHT = 640.0, 480.0
TRUNK, THIGH, SHIN, NECK, FACE, FOOT, HEEL = 0.30, 0.25, 0.25, 0.09, 0.06, 0.11, 0.05
SHOULDER_WIDTH, HIP_WIDTH = 0.22, 0.14
"""Lengths as shares of body height."""


class Stance(NamedTuple):
    """How the person stands at a moment, in degrees; `x` is where (px), `lift` off the floor."""

    trunk: float = 0.0
    knee: float = 3.0
    shin: float = 1.0
    neck: float = 0.0
    heel: float = 0.0
    x: float = 320.0
    lift: float = 0.0


Act = Callable[[float], Stance]


class Camera(NamedTuple):
    """Where from and how well: degrees turned from the side and rolled, px of noise and size."""

    turn: float = 0.0
    roll: float = 0.0
    noise: float = 0.0
    height: float = 380.0
    floor: float = 440.0
    mirrored: bool = False
    visible: float = 0.95
    feet_visible: float = 0.95


def film(
    act: Act,
    seconds: float,
    *,
    fps: float = 30.0,
    camera: Camera | None = None,
    seed: int = 1,
) -> Track:
    """Film `act` for so many seconds."""
    camera = camera or Camera()
    many = round(seconds * fps) + 1
    shakes = iter(_shakes(seed, many * LANDMARKS * 2 if camera.noise else 0))
    frames = [Frame(n / fps, body(act(n / fps), camera, shakes)) for n in range(many)]
    return Track(fps=fps, width=WIDTH, height=HEIGHT, frames=tuple(frames))


@cache
def _shakes(seed: int, many: int) -> tuple[float, ...]:
    """Return how far off each number of a film is, in units of the camera's noise."""
    luck = random.Random(seed)
    return tuple(luck.gauss(0, 1) for _ in range(many))


def body(stance: Stance, camera: Camera, shakes: Iterator[float]) -> tuple[Landmark, ...]:
    """Place the 33 landmarks of a person who faces right, or left where the camera mirrors."""
    size = camera.height
    trunk, shin = radians(stance.trunk), radians(stance.shin)
    thigh = radians(stance.shin - stance.knee)
    head, heel = radians(stance.trunk - stance.neck), radians(stance.heel)

    ankle = (0.0, 0.04 + stance.lift / size + (HEEL + FOOT) * sin(heel) * 0.3)
    knee = _on(ankle, SHIN, shin)
    hip = _on(knee, THIGH, thigh)
    shoulder = _on(hip, TRUNK, trunk)
    ear = _on(shoulder, NECK, head)
    nose = (ear[0] + FACE * cos(head), ear[1] - FACE * sin(head))
    toe = (FOOT, 0.01 + stance.lift / size)
    back = (toe[0] - (FOOT + HEEL) * cos(heel), toe[1] + (FOOT + HEEL) * sin(heel))
    wrist = (shoulder[0] + 0.02, shoulder[1] - 0.3)

    face = _seen(nose, 0.0, stance, camera)
    places: dict[int, tuple[float, float, float]] = {}
    for left, point, width in (
        (7, ear, 0.08),
        (11, shoulder, SHOULDER_WIDTH),
        (13, wrist, SHOULDER_WIDTH),
        (15, wrist, SHOULDER_WIDTH),
        (23, hip, HIP_WIDTH),
        (25, knee, HIP_WIDTH),
        (27, ankle, HIP_WIDTH),
        (29, back, HIP_WIDTH),
        (31, toe, HIP_WIDTH),
    ):
        places[left] = _seen(point, width / 2, stance, camera)
        places[left + 1] = _seen(point, -width / 2, stance, camera)
    marks = []
    for number in range(LANDMARKS):
        x, y, z = places.get(number, face)
        far = number >= 7 and number % 2 == 1
        seen = camera.feet_visible if number >= 27 else camera.visible
        x += next(shakes, 0.0) * camera.noise
        y += next(shakes, 0.0) * camera.noise
        marks.append(Landmark(x, y, z, seen * (0.3 if far else 1.0)))
    return mirror(marks) if camera.mirrored else tuple(marks)


def mirror(marks: Sequence[Landmark]) -> tuple[Landmark, ...]:
    """Mirror a body: left becomes right."""
    order = [0, 4, 5, 6, 1, 2, 3, 8, 7, 10, 9]
    order += [n + 1 if n % 2 else n - 1 for n in range(11, LANDMARKS)]
    return tuple(marks[n]._replace(x=WIDTH - marks[n].x) for n in order)


def _seen(
    point: tuple[float, float], depth: float, stance: Stance, camera: Camera
) -> tuple[float, float, float]:
    turn, roll = _direction(camera.turn), _direction(camera.roll)
    across = (point[0] * turn.cos + depth * turn.sin) * camera.height
    up = point[1] * camera.height
    away = (depth * turn.cos - point[0] * turn.sin) * camera.height
    dx, dy = across * roll.cos - up * roll.sin, across * roll.sin + up * roll.cos
    return stance.x + dx, camera.floor - dy, away


class _Direction(NamedTuple):
    cos: float
    sin: float


@cache
def _direction(angle: float) -> _Direction:
    return _Direction(cos(radians(angle)), sin(radians(angle)))


def _on(start: tuple[float, float], length: float, lean: float) -> tuple[float, float]:
    return start[0] + length * sin(lean), start[1] + length * cos(lean)


def wave(t: float, *, begin: float, every: float, bent: float, reps: int) -> float:
    """Return how deep a set of reps is at `t` (0-1): each bends for `bent` of `every` seconds."""
    n = int((t - begin) // every)
    within = (t - begin) - n * every
    if t < begin or n >= reps or within > bent:
        return 0.0
    return (1 - cos(2 * pi * within / bent)) / 2


def hinges(reps: int = 5, *, every: float = 3.0, bent: float = 2.2, begin: float = 1.0) -> Act:
    """Hinge slowly and well, standing between the reps."""

    def act(t: float) -> Stance:
        deep = wave(t, begin=begin, every=every, bent=bent, reps=reps)
        return Stance(trunk=66 * deep, knee=3 + 15 * deep, shin=1 - 2 * deep)

    return act


def swings(reps: int, *, every: float = 1.4, begin: float = 0.6) -> Act:
    """Swing a bell: quick, knees bending some, the eyes ahead all the way."""

    def act(t: float) -> Stance:
        deep = wave(t, begin=begin, every=every, bent=every * 0.86, reps=reps)
        return Stance(
            trunk=70 * deep - 3 * (1 - deep), knee=6 + 38 * deep, shin=9 * deep, neck=52 * deep
        )

    return act


def with_bends(act: Act, *bends: float, begin: float, knee: float, long: float = 2.0) -> Act:
    """Do `act` from `begin` on, and bend down to a weight at `bends`."""

    def whole(t: float) -> Stance:
        for bend in bends:
            if bend <= t < bend + long:
                deep = wave(t, begin=bend, every=long, bent=long, reps=1)
                return Stance(trunk=60 * deep, knee=3 + knee * deep, shin=1 + 18 * deep)
        return act(max(0.0, t - begin))

    return whole


def walk(t: float) -> Stance:
    """Walk across the picture."""
    step = sin(2 * pi * t / 1.1)
    return Stance(
        trunk=4, knee=18 + 16 * step, shin=14 * step, x=60 + 70 * t, lift=max(0.0, 8 * step)
    )
