"""What a body and its things look like: joints as shapes, still without paper.

Owns how thick a limb is drawn, and what a wall or a bell looks like. Where the joints are is
`motion`; dots and images are `braille` and `figure`.
"""

from collections.abc import Sequence

import msgspec

from hingecli.motion.body import GIRTHS, HEAD, HEEL, TOE
from hingecli.motion.dowel import STICK, stick_on
from hingecli.motion.figure import (
    Comparison,
    Figure,
    FrontPose,
    Pose,
    Prop,
    front_pose_at,
    pose_at,
)
from hingecli.motion.front import FrontSide, Point3, front_skeleton
from hingecli.motion.geometry import Point, along, aside, part_way
from hingecli.motion.skeleton import Skeleton, skeleton

_BELL, _PLATE, _DUMBBELL = 0.055, 0.128, 0.035
"""Radius of a bell, of the plates every bar starts from the floor on (225 mm), of a dumbbell."""
_HANDLE = 0.015
"""From the hand to the bell's skin."""
_PULLEY: Point = (-0.42, 0.06)
_BEHIND_HIPS = GIRTHS[0]
"""From the hip joint to the skin behind it (body heights)."""


class Stroke(msgspec.Struct, frozen=True):
    """A limb from `a` to `b`, round at its ends, its radius going from `ra` to `rb`.

    A `near` one lies in front of the body, a `thing` is no part of it, a `fine` one is too small
    for few dots; a radius of 0 is a line.
    """

    a: Point
    b: Point
    ra: float
    rb: float
    near: bool = False
    thing: bool = False
    fine: bool = False


class Ring(msgspec.Struct, frozen=True):
    """A circle; an outline unless `full`. A `head` is the one that makes it a person.

    A `thing` is no part of the body, a `fine` one is too small for few dots.
    """

    centre: Point
    r: float
    full: bool = False
    thing: bool = False
    fine: bool = False
    head: bool = False


Shape = Stroke | Ring
Box = tuple[float, float, float, float]


def moment(figure: Figure, depth: float) -> list[Shape]:
    """Return the shapes of `figure` at `depth` (0-1), with what it holds and stands by."""
    if figure.front:
        return _front(front_pose_at(figure.front, depth), figure.props)
    turn = skeleton(pose_at(figure.keyframes, 1.0))
    return _body(pose_at(figure.keyframes, depth), figure.props, turn=turn)


def sides(comparison: Comparison) -> list[list[Shape]]:
    """Return the shapes of the right form and of the other."""
    if comparison.front_right is not None and comparison.front_wrong is not None:
        both = (comparison.front_right, comparison.front_wrong)
        return [_front(pose, comparison.props) for pose in both]
    right, wrong = comparison.right or Pose(), comparison.wrong or Pose()
    turn = skeleton(right)
    return [_body(pose, comparison.props, turn=turn) for pose in (right, wrong)]


def box_of(shapes: Sequence[Shape]) -> Box:
    """Return what `shapes` cover: left, bottom, right, top; the floor is always in it."""
    xs, ys = [], [0.0]
    for shape in shapes:
        points = [shape.centre] if isinstance(shape, Ring) else [shape.a, shape.b]
        r = shape.r if isinstance(shape, Ring) else max(shape.ra, shape.rb)
        xs += [x + d for x, _ in points for d in (-r, r)]
        ys += [y + d for _, y in points for d in (-r, r)]
    return min(xs), min(ys), max(xs), max(ys)


def _body(pose: Pose, props: tuple[Prop, ...], *, turn: Skeleton) -> list[Shape]:
    body = skeleton(pose)
    shapes = [*_other_leg(body), *_leg(body), *_trunk(body)]
    if "dowel" not in props:
        shapes += [
            Stroke(body.shoulder, body.elbow, 0.024, 0.018, near=True),
            Stroke(body.elbow, body.hand, 0.018, 0.015, near=True),
        ]
    for prop in props:
        shapes += _prop(prop, body, turn)
    return shapes


def _leg(body: Skeleton) -> list[Shape]:
    return [
        Stroke(body.heel, body.toe, 0.014, 0.012),
        Stroke(body.heel, body.ankle, 0.014, 0.018),
        Stroke(body.ankle, body.knee, 0.018, 0.029),
        Stroke(body.knee, body.hip, 0.029, 0.054),
    ]


def _other_leg(body: Skeleton) -> list[Shape]:
    leg = body.other
    if leg is None:
        return []
    foot = leg.ball or leg.toe
    return [
        Stroke(body.hip, leg.knee, 0.040, 0.026),
        Stroke(leg.knee, leg.ankle, 0.025, 0.016),
        Stroke(leg.ankle, foot, 0.016, 0.013),
        Stroke(foot, leg.toe, 0.013, 0.012),
    ]


def _trunk(body: Skeleton) -> list[Shape]:
    pieces = [
        Stroke(low, high, GIRTHS[n], GIRTHS[n + 1])
        for n, (low, high) in enumerate(zip(body.spine, body.spine[1:], strict=False))
    ]
    neck = along(body.shoulder, body.head, -HEAD)
    nose = aside(body.shoulder, body.head, -HEAD, at=body.head)
    return [
        *pieces,
        Stroke(body.shoulder, neck, 0.030, 0.026),
        Ring(along(body.head, nose, 0.004), 0.012, full=True, fine=True),
        Ring(body.head, HEAD, head=True),
    ]


def _prop(prop: Prop, body: Skeleton, turn: Skeleton) -> list[Shape]:
    hand = body.hand
    if prop == "wall":
        x = turn.hip[0] - _BEHIND_HIPS
        return [Stroke((x, 0.0), (x, 1.0), 0.0, 0.0, thing=True)]
    if prop == "dowel":
        return _dowel(body)
    if prop == "closed-eyes":
        eye, temple = (
            aside(body.shoulder, body.head, -HEAD * share, at=along(body.shoulder, body.head, 0.01))
            for share in (0.75, 0.35)
        )
        return [Stroke(eye, temple, 0.006, 0.006, fine=True)]
    if prop == "bell":
        return _bell(along(body.elbow, hand, _BELL + _HANDLE), hand)
    if prop == "dumbbell":
        return [Ring(hand, _DUMBBELL, full=True, thing=True)]
    if prop in {"bar", "trap-bar"}:
        return _plates(hand)
    if prop == "bar-on-back":
        return _plates(aside(body.spine[-2], body.spine[-1], 0.05))
    if prop == "cable":
        return [Stroke(hand, _PULLEY, 0.0, 0.0, thing=True), Ring(_PULLEY, 0.03, thing=True)]
    if prop == "platform":
        return [Stroke((HEEL - 0.06, -0.035), (TOE + 0.06, -0.035), 0.02, 0.02, thing=True)]
    x, y = turn.hand
    half = max(0.01, (y - _PLATE) / 2 - 0.004)
    return [Stroke((x - 0.03, half), (x + 0.03, half), half, half, thing=True)]


def _bell(centre: Point, hand: Point) -> list[Shape]:
    return [
        Ring(centre, _BELL, full=True, thing=True),
        Stroke(hand, centre, 0.01, 0.01, thing=True),
    ]


def _plates(centre: Point) -> list[Shape]:
    return [Ring(centre, _PLATE, thing=True), Ring(centre, 0.02, full=True, thing=True)]


def _dowel(body: Skeleton) -> list[Shape]:
    """Draw the stick, and the arms that hold it from behind."""
    stick = stick_on(body)
    arms: list[Shape] = []
    for elbow, hand in zip(stick.elbows, stick.hands, strict=True):
        arms += [
            Stroke(body.shoulder, elbow, 0.022, 0.018, near=True),
            Stroke(elbow, hand, 0.018, 0.014, near=True),
        ]
    return [*arms, Stroke(stick.low, stick.high, STICK, STICK, thing=True)]


def _front(pose: FrontPose, props: tuple[Prop, ...]) -> list[Shape]:
    body = front_skeleton(pose)
    neck, head, pelvis = _seen(body.neck), _seen(body.head), _seen(body.pelvis)
    both = (body.left, body.right)
    shapes: list[Shape] = [shape for side in both for shape in _front_leg(side)]
    for side in both:
        hip, shoulder = _seen(side.hip), _seen(side.shoulder)
        shapes.append(Stroke(hip, part_way(neck, shoulder, 0.6), 0.045, 0.035))
    shapes += [
        Stroke(pelvis, part_way(pelvis, neck, 0.9), 0.05, 0.06),
        Stroke(_seen(body.left.shoulder), _seen(body.right.shoulder), 0.024, 0.024),
        Stroke(neck, along(neck, head, -HEAD), 0.028, 0.026),
        Ring(head, HEAD, head=True),
    ]
    for side in both:
        shapes += [
            Stroke(_seen(side.shoulder), _seen(side.elbow), 0.022, 0.018, near=True),
            Stroke(_seen(side.elbow), _seen(side.hand), 0.018, 0.015, near=True),
        ]
    if "bell" in props:
        hand = part_way(_seen(body.left.hand), _seen(body.right.hand), 0.5)
        shapes += _bell((hand[0], hand[1] - _BELL - _HANDLE), hand)
    return shapes


def _front_leg(side: FrontSide) -> list[Shape]:
    ankle, knee, hip = (_seen(point) for point in (side.ankle, side.knee, side.hip))
    out = 1.0 if ankle[0] > 0 else -1.0
    return [
        Stroke((ankle[0], 0.014), (ankle[0] + out * 0.035, 0.012), 0.018, 0.014),
        Stroke((ankle[0], 0.014), ankle, 0.018, 0.018),
        Stroke(ankle, knee, 0.018, 0.029),
        Stroke(knee, hip, 0.029, 0.046),
    ]


def _seen(point: Point3) -> Point:
    """Return where a point in depth is seen from the front."""
    return point[0], point[1]
