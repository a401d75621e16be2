"""What stands out in each rep of a film, against the person's own standing.

Owns the angles of a rep and which change is named. Where a joint is hidden it says so.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil
from statistics import median
from typing import Final, NamedTuple

import msgspec

from hingecli.motion.film.body import Angles, FilmedBody, Trace
from hingecli.motion.film.grid import Series
from hingecli.motion.film.parameters import FilmGuide
from hingecli.motion.film.reps import RepSpan

HIDDEN: Final = "it is hidden in the picture"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A mistake that a rep shows; `look_yourself` where only a person can tell."""

    mistake: str
    look_yourself: bool = False


class Unjudged(msgspec.Struct, frozen=True, kw_only=True):
    """What could not be judged, why, and at which seconds of the clip."""

    what: str
    because: str
    at: tuple[float, ...] = ()


class Rep(msgspec.Struct, frozen=True, kw_only=True):
    """One rep: when it turns (seconds), and how far from standing it is then.

    Degrees of change; None where the view does not show it. `neck` is bent back, `heel` off the
    floor, `lockout` how far the knee stays short of standing at its end.
    """

    rep: int
    at: float
    trunk: float | None = None
    hip: float | None = None
    knee: float | None = None
    shin: float | None = None
    neck: float | None = None
    heel: float | None = None
    lockout: float | None = None
    findings: tuple[Finding, ...] = ()


class Baseline(NamedTuple):
    """The person's own standing: each angle (degrees), and the knee before the ankle."""

    trunk: float
    hip: float
    knee: float
    shin: float
    neck: float
    foot: float
    knee_x: float


class Measured(NamedTuple):
    """A body's angles over time, its own standing, and what is not judged in this drill, why."""

    body: FilmedBody
    near: dict[str, Trace]
    angles: Angles
    standing: Baseline
    guide: FilmGuide
    skipped: Mapping[str, str]


def baseline(angles: Angles, frames: Sequence[int]) -> Baseline:
    """Return the angles of standing: the middle of those in `frames`."""

    def middle(values: Series) -> float:
        return median(values[n] for n in frames)

    return Baseline(
        trunk=middle(angles.trunk),
        hip=middle(angles.hip),
        knee=middle(angles.knee),
        shin=middle(angles.shin),
        neck=middle(angles.neck),
        foot=middle(angles.foot),
        knee_x=middle(angles.knee_x),
    )


def judge(seen: Measured, number: int, span: RepSpan) -> tuple[Rep, tuple[Unjudged, ...]]:
    """Measure a rep, and name what stands out and what could not be judged."""
    rep = _measure(seen, number, span)
    findings: list[Finding] = []
    unjudged: list[Unjudged] = []
    for mistake, (needs, test, look_yourself) in _TESTS.items():
        because = seen.skipped.get(mistake) or _unfit(seen, rep, span, mistake, needs)
        if because:
            unjudged.append(Unjudged(what=mistake, because=because, at=(rep.at,)))
        elif test(seen, rep, span):
            findings.append(Finding(mistake=mistake, look_yourself=look_yourself))
    return msgspec.structs.replace(rep, findings=tuple(findings)), tuple(unjudged)


def _measure(seen: Measured, number: int, span: RepSpan) -> Rep:
    angles, standing = seen.angles, seen.standing

    def change(values: Series, from_: float, *joints: str) -> float | None:
        if not _visible(seen, span, joints):
            return None
        return round(median(values[n] for n in span.bottom) - from_, 1)

    foot = change(angles.foot, standing.foot, *_FOOT)
    return Rep(
        rep=number,
        at=round(seen.body.t[span.turn], 2),
        trunk=change(angles.trunk, standing.trunk, "shoulder", "hip"),
        hip=change(angles.hip, standing.hip, "shoulder", "hip", "knee"),
        knee=change(angles.knee, standing.knee, *_LEG),
        shin=change(angles.shin, standing.shin, "knee", "ankle"),
        neck=change(angles.neck, standing.neck, *_HEAD),
        heel=None if foot is None else -foot,
        lockout=_lockout(seen, span),
    )


def _lockout(seen: Measured, span: RepSpan) -> float | None:
    """Return how far the knee stays short of standing when the rep is over; None if it is cut."""
    rule, hz = seen.guide.findings, seen.guide.grid.hz
    frames = range(span.end, min(span.free, span.end + round(rule.lockout_s * hz)) + 1)
    if len(frames) <= seen.guide.standing.least_s * hz or not _visible(seen, span, _LEG):
        return None
    straightest = sorted(seen.angles.knee[n] for n in frames)
    return round(straightest[len(straightest) // 5] - seen.standing.knee, 1)


def _visible(seen: Measured, span: RepSpan, joints: Iterable[str]) -> bool:
    """Return whether the near side's `joints` are seen while the hips are bent."""
    return all(
        median(seen.near[joint].visibility[span.start : span.end + 1]) >= seen.guide.view.visible
        for joint in joints
    )


def _unfit(
    seen: Measured, rep: Rep, span: RepSpan, mistake: str, needs: tuple[str, ...]
) -> str | None:
    """Say why a mistake cannot be judged in a rep; None if it can."""
    if any(getattr(rep, angle) is None for angle in needs):
        cut_off = mistake == "soft-lockout" and rep.knee is not None
        return "the clip ends before you stand" if cut_off else HIDDEN
    if mistake == "rising-onto-toes" and (rep.knee or 0.0) >= seen.guide.findings.heel_knee_deg:
        return "your knees bend so far that the heel cannot be told"
    quick = span.end - span.start < seen.guide.rep.quick_s * seen.guide.grid.hz
    if mistake == "looking-up" and quick:
        return "most people look ahead in quick reps, as in a swing"
    return None


def _knees_forward(seen: Measured, rep: Rep, span: RepSpan) -> bool:
    rule = seen.guide.findings
    knee, hip = rep.knee or 0.0, rep.hip or 0.0
    ahead = median(seen.angles.knee_x[n] for n in span.bottom) - seen.standing.knee_x
    return knee > rule.knee_deg and (hip < rule.hips_per_knee * knee or ahead > rule.knee_forward)


def _looking_up(seen: Measured, rep: Rep, _: RepSpan) -> bool:
    return (rep.neck or 0.0) > seen.guide.findings.head_deg


def _heels_up(seen: Measured, _: Rep, span: RepSpan) -> bool:
    """Return whether the heel is up for long enough; not for a moment, as when a foot is lost."""
    rule = seen.guide.findings
    up = [
        seen.standing.foot - seen.angles.foot[n] > rule.heel_deg
        for n in range(span.start, span.end + 1)
    ]
    return _longest(up) >= ceil(rule.heel_s * seen.guide.grid.hz)


def _soft_lockout(seen: Measured, rep: Rep, _: RepSpan) -> bool:
    return (rep.lockout or 0.0) >= seen.guide.findings.lockout_deg


def _longest(flags: Iterable[bool]) -> int:
    longest = now = 0
    for flag in flags:
        now = now + 1 if flag else 0
        longest = max(longest, now)
    return longest


_LEG = ("hip", "knee", "ankle")
_FOOT = ("heel", "toe")
_HEAD = ("ear", "shoulder", "hip")
_TESTS: Final[dict[str, tuple[tuple[str, ...], Callable[[Measured, Rep, RepSpan], bool], bool]]] = {
    "knees-forward": (("knee", "hip"), _knees_forward, False),
    "looking-up": (("neck",), _looking_up, True),
    "rising-onto-toes": (("heel", "knee"), _heels_up, False),
    "soft-lockout": (("lockout",), _soft_lockout, False),
}
"""By mistake: the angles that it is judged by, its test, and whether only a person can tell."""

JUDGED: Final = tuple(_TESTS)
"""The mistakes that a film can show."""
