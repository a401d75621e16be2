"""Looks at a whole film: gates, then reps, angles and findings; or one sentence that refuses it.

Owns the order of the gates and their sentences: each says what to film instead.
"""

from collections.abc import Sequence
from math import atan2, degrees, hypot
from statistics import median
from typing import NamedTuple

import msgspec

from hingecli.errors import UsageError
from hingecli.motion.film.body import (
    BodySide,
    FilmedBody,
    angles_of,
    bend,
    body_of,
    flips,
    forward,
    knee_bend,
    near_side,
    standing_side,
    trunk_length,
    turned,
)
from hingecli.motion.film.findings import JUDGED, Measured, Rep, Unjudged, baseline, judge
from hingecli.motion.film.parameters import FilmGuide
from hingecli.motion.film.pieces import Piece, cut, middle
from hingecli.motion.film.reps import RepSpan, find_reps, set_of
from hingecli.motion.film.track import ANKLES, HIPS, Track

ALONE = "more than one person is in it. Film yourself alone, in one go, from one side."
NOBODY = "nobody can be seen in it. Film your whole body from the side, in good light."
LOST = "you are out of sight too often. Film yourself from head to feet, all the time."
SHORT = "you are in it for less than {seconds:g} seconds. Film a whole set from the side."
NO_REPS = "no hinge can be seen in it. Film a set of your drill from the side, feet in one place."
STAND = "you never stand tall in it. Film from the side; begin and end each rep standing."
LYING = "the picture lies on its side. Turn the clip upright, or film with the phone upright."
FRONT = "it is not from the side. Put the phone at your side, at hip height, and film again."
TURNED = "you are turned too far from the side"


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What a film shows. `facing` is the way in the picture, `near` the side that is seen.

    `turn` is how far the body is turned from the side (its width in trunk lengths); `rough` where
    that makes the angles rough. `beside` are the seconds of bends before and behind the set.
    """

    seconds: float
    facing: BodySide
    near: BodySide
    turn: float
    rough: bool
    reps: tuple[Rep, ...]
    could_not_judge: tuple[Unjudged, ...]
    beside: tuple[float, ...] = ()


class _SeenPiece(NamedTuple):
    """A piece of a track with reps in it."""

    piece: Piece
    body: FilmedBody
    side: BodySide
    trunk: float
    spans: list[RepSpan]


def look(track: Track, guide: FilmGuide, *, drill: str, one_sided: bool = False) -> Look:
    """Look at a film of `drill`. Raises UsageError with the sentence that refuses it.

    In a `one_sided` drill the side looked at is that of the leg that stands.
    """
    everything = _with_reps(track, guide, one_sided=one_sided)
    seen = everything._replace(spans=_set(everything, guide))
    standing = _standing(seen, guide)
    way, turn = _view(seen, guide)
    if turn > guide.view.rough:
        reps, unjudged = _counted(seen), [Unjudged(what=id_, because=TURNED) for id_ in JUDGED]
    else:
        angles = angles_of(seen.body, seen.side, way, seen.trunk)
        measured = Measured(
            body=seen.body,
            near=seen.body.of(seen.side),
            angles=angles,
            standing=baseline(angles, standing),
            guide=guide,
            skipped=guide.skipped(drill),
        )
        judged = [judge(measured, number, span) for number, span in enumerate(seen.spans, 1)]
        reps = tuple(rep for rep, _ in judged)
        unjudged = _joined([missed for _, of_rep in judged for missed in of_rep], of=len(reps))
    flexion = bend(seen.body, seen.side)
    deepest = max(seen.spans, key=lambda span: flexion[span.turn]).turn
    at = (round(seen.body.t[deepest], 2),)
    unseen = [
        Unjudged(what=row.what, because=row.because, at=at if row.look else ())
        for row in guide.unseen
    ]
    return Look(
        seconds=track.seconds,
        facing="right" if way > 0 else "left",
        near=seen.side,
        turn=round(turn, 2),
        rough=turn > guide.view.good,
        reps=reps,
        could_not_judge=(*unseen, *unjudged),
        beside=tuple(
            round(seen.body.t[span.turn], 2) for span in everything.spans if span not in seen.spans
        ),
    )


def _with_reps(track: Track, guide: FilmGuide, *, one_sided: bool) -> _SeenPiece:
    """Return the longest piece of one person that has reps in it."""
    rule = guide.piece
    pieces, jumps = cut(track, rule)
    if not pieces:
        raise UsageError(NOBODY)
    if _lies(pieces, guide):
        raise UsageError(LYING)
    long_enough = [piece for piece in pieces if piece.seconds >= rule.least_s]
    if not long_enough and jumps:
        raise UsageError(ALONE)
    if not long_enough:
        raise UsageError(LOST if len(pieces) > 1 else SHORT.format(seconds=rule.least_s))
    whole = [piece for piece in long_enough if piece.found >= rule.found_percent / 100]
    if not whole:
        raise UsageError(LOST)
    seen = [_seen(piece, guide, one_sided=one_sided) for piece in whole]
    with_reps = sorted(
        (part for part in seen if part.spans), key=lambda part: part.piece.seconds, reverse=True
    )
    if not with_reps:
        raise UsageError(_why_none(max(seen, key=lambda part: part.piece.seconds), guide))
    first, *others = with_reps
    if any(_is_somebody_else(other, first, guide) for other in others):
        raise UsageError(ALONE)
    return first


def _lies(pieces: Sequence[Piece], guide: FilmGuide) -> bool:
    """Return whether the legs mostly lie in the picture: in a hinge they stand, whatever bends."""
    leans = []
    for frame in (frame for piece in pieces for frame in piece.frames):
        (hip_x, hip_y), (foot_x, foot_y) = (
            middle(frame.landmarks or (), pair) for pair in (HIPS, ANKLES)
        )
        leans.append(abs(degrees(atan2(hip_x - foot_x, foot_y - hip_y))))
    return median(leans) > guide.view.upright_deg


def _why_none(seen: _SeenPiece, guide: FilmGuide) -> str:
    """Say why no rep was found: from the front a hinge does not show."""
    everywhere = range(len(seen.body.t))
    from_front = turned(seen.body, everywhere, seen.trunk) > guide.view.front
    return FRONT if from_front else NO_REPS


def _seen(piece: Piece, guide: FilmGuide, *, one_sided: bool) -> _SeenPiece:
    body = body_of(piece, guide)
    trunk = trunk_length(body)
    everywhere = range(len(body.t))
    side = standing_side(body) if one_sided else near_side(body, everywhere)
    spans = find_reps(body, side, guide.rep, trunk=trunk, hz=guide.grid.hz)
    if spans and not one_sided:  # who walks into place showed another side on the way
        frames = [n for span in spans for n in range(span.start, span.end + 1)]
        nearer = near_side(body, frames)
        if nearer != side:
            side = nearer
            spans = find_reps(body, side, guide.rep, trunk=trunk, hz=guide.grid.hz)
    return _SeenPiece(piece, body, side, trunk, spans)


def _set(seen: _SeenPiece, guide: FilmGuide) -> list[RepSpan]:
    return set_of(seen.spans, knee_bend(seen.body, seen.side), guide.rep, hz=guide.grid.hz)


def _is_somebody_else(one: _SeenPiece, other: _SeenPiece, guide: FilmGuide) -> bool:
    """Return whether a piece shows a set of another person: of another size, place, or side.

    A cut to another view of the same set, or to a face, is nobody else.
    """
    rule = guide.piece
    frames = [n for span in one.spans for n in range(span.start, span.end + 1)]
    if len(one.spans) < rule.another_reps or turned(one.body, frames, one.trunk) > guide.view.rough:
        return False
    size = one.trunk / other.trunk
    hip, other_hip = one.body.of(one.side)["hip"], other.body.of(other.side)["hip"]
    apart = hypot(median(hip.x) - median(other_hip.x), median(hip.y) - median(other_hip.y))
    return (
        one.side != other.side
        or not 1 / rule.same_size <= size <= rule.same_size
        or apart > rule.jump * one.trunk
    )


def _standing(seen: _SeenPiece, guide: FilmGuide) -> list[int]:
    """Return the frames around the reps in which the person stands tallest."""
    rule, hz = guide.standing, guide.grid.hz
    around = round(rule.around_s * hz)
    first = max(0, seen.spans[0].start - around)
    last = min(len(seen.body.t) - 1, seen.spans[-1].end + around)
    hips, knees = bend(seen.body, seen.side), knee_bend(seen.body, seen.side)
    straight = [
        n
        for n in range(first, last + 1)
        if hips[n] <= 180 - rule.hip_deg and knees[n] <= 180 - rule.knee_deg
    ]
    if len(straight) < rule.least_s * hz:
        raise UsageError(STAND)
    tallest = sorted(hips[n] for n in straight)[len(straight) // 10]
    return [n for n in straight if hips[n] <= tallest + rule.near_deg]


def _view(seen: _SeenPiece, guide: FilmGuide) -> tuple[int, float]:
    """Return the way that the person faces and how far they are turned, if it is from the side."""
    rule = guide.view
    frames = [n for span in seen.spans for n in range(span.start, span.end + 1)]
    way = forward(seen.body, frames, seen.trunk)
    turn = turned(seen.body, frames, seen.trunk)
    against = flips(seen.body, frames, seen.trunk, way)
    if way == 0 or turn > rule.front or against > rule.flips_percent / 100:
        raise UsageError(FRONT)
    return way, turn


def _counted(seen: _SeenPiece) -> tuple[Rep, ...]:
    """Return the reps without an angle."""
    return tuple(
        Rep(rep=number, at=round(seen.body.t[span.turn], 2))
        for number, span in enumerate(seen.spans, 1)
    )


def _joined(unjudged: Sequence[Unjudged], *, of: int) -> list[Unjudged]:
    """Say once what could not be judged in several reps; of all of them without their seconds."""
    at: dict[tuple[str, str], tuple[float, ...]] = {}
    for gap in unjudged:
        key = gap.what, gap.because
        at[key] = (*at.get(key, ()), *gap.at)
    return [
        Unjudged(what=what, because=because, at=seconds if len(seconds) < of else ())
        for (what, because), seconds in at.items()
    ]
