"""Films of acted people: what counts as a rep, what is refused, and why."""

import msgspec
import pytest

from hingecli.errors import UsageError
from hingecli.motion.film.body import body_of, near_side, trunk_length
from hingecli.motion.film.look import ALONE, FRONT, LOST, LYING, NO_REPS, NOBODY, STAND, TURNED
from hingecli.motion.film.pieces import Piece, cut
from hingecli.motion.film.reps import find_reps
from hingecli.motion.film.track import LANDMARKS, Frame, Landmark, Track
from motion.film.acting import Act, Camera, Stance, film, hinges, swings, walk, wave, with_bends
from motion.film.given import changed, found, guide, seen, thinned, track


def refused(shown: Track, drill: str = "romanian-deadlift") -> str:
    with pytest.raises(UsageError) as error:
        seen(shown, drill)
    return str(error.value)


def then(first: Act, second: Act, *, at: float) -> Act:
    return lambda t: first(t) if t < at else second(t - at)


def shifted(act: Act, x: float) -> Act:
    return lambda t: act(t)._replace(x=x)


@pytest.mark.parametrize(
    ("fps", "camera"),
    [
        (30, Camera()),
        (15, Camera(mirrored=True, noise=1.5)),
        (25, Camera(roll=6, noise=2.0)),
        (60, Camera(turn=10, noise=2.0)),
        (15, Camera(turn=-9, height=150, noise=1.2)),
    ],
    ids=["plain", "mirrored", "rolled", "turned", "small"],
)
def test_clean_hinges_are_counted_and_clean(camera: Camera, fps: float) -> None:
    assert found(film(hinges(3), 11, fps=fps, camera=camera)) == [[]] * 3


@pytest.mark.parametrize(("reps", "every", "fps"), [(4, 1.5, 30), (9, 1.3, 25)])
@pytest.mark.parametrize("drill", ["kettlebell-swing", "romanian-deadlift"])
def test_swings_are_counted_and_looking_ahead_is_no_fault(
    reps: int, every: float, fps: float, drill: str
) -> None:
    camera = Camera(noise=2, roll=3, turn=8, feet_visible=0.85)
    shown = film(swings(reps, every=every), reps * every + 1.4, fps=fps, camera=camera)

    assert found(shown, drill) == [[]] * reps


@pytest.mark.parametrize("reps", [4, 9])
def test_a_bell_picked_up_and_set_down_is_no_rep(reps: int) -> None:
    end = 5.0 + reps * 1.4
    act = with_bends(swings(reps), 1.0, end + 0.6, begin=3.5, knee=60)

    look = seen(film(act, end + 4, camera=Camera(noise=2)), "kettlebell-swing")

    assert [rep.findings for rep in look.reps] == [()] * reps
    assert look.beside == pytest.approx((2.0, end + 1.6), abs=0.2)


def test_a_slow_set_knows_the_weight_by_the_knees() -> None:
    act = with_bends(hinges(4), 1.0, 19.5, begin=4.0, knee=60)

    look = seen(film(act, 23))

    assert [rep.findings for rep in look.reps] == [()] * 4
    assert len(look.beside) == 2


@pytest.mark.parametrize(
    ("begin", "knee", "long"),
    [(2.0, 60, 2.0), (4.0, 15, 2.2)],
    ids=["no pause before the set", "like the rest"],
)
def test_a_first_rep_counts_unless_it_is_apart_and_unlike(
    begin: float, knee: float, long: float
) -> None:
    look = seen(film(with_bends(hinges(4), 1.0, begin=begin, knee=knee, long=long), 18))

    assert (len(look.reps), look.beside) == (5, ())


def test_a_body_in_one_point_is_nobody() -> None:
    """Some trackers write zeros where they found nobody."""
    shown = film(hinges(4), 14)
    nobody = tuple([Landmark(0.0, 0.0, 0.0, 1.0)] * LANDMARKS)
    empty = [Frame(shot.t, nobody) for shot in shown.frames]

    assert refused(changed(shown, empty)) == NOBODY
    legs = [Frame(shot.t, (*nobody[:25], *(shot.landmarks or ())[25:])) for shot in shown.frames]
    assert refused(changed(shown, legs)) == NOBODY
    some = [
        hole if n % 10 == 0 else shot
        for n, (hole, shot) in enumerate(zip(empty, shown.frames, strict=True))
    ]
    assert found(changed(shown, some)) == [[]] * 4


def test_feet_hidden_behind_bells_are_told_and_not_judged() -> None:
    shown = film(hinges(3), 11, camera=Camera(feet_visible=0.5))

    look = seen(shown)

    missed = {one.what: one for one in look.could_not_judge}
    assert "hidden" in missed["rising-onto-toes"].because
    assert "hidden" in missed["soft-lockout"].because
    assert missed["rising-onto-toes"].at == ()  # in every rep
    assert [rep.shin for rep in look.reps] == [None] * 3


def test_nobody_below_the_knees_leaves_the_trunk() -> None:
    rep = seen(film(hinges(3), 11, camera=Camera(feet_visible=0.5))).reps[0]

    assert rep.trunk == pytest.approx(66, abs=3)
    assert (rep.knee, rep.heel) == (None, None)


def test_a_lift_from_the_floor_bends_the_knees_by_right() -> None:
    def squat(t: float) -> Stance:
        deep = wave(t, begin=1, every=3, bent=2.2, reps=3)
        return Stance(trunk=40 * deep, knee=3 + 75 * deep, shin=1 + 24 * deep)

    shown = film(squat, 11)

    assert found(shown) == [["knees-forward"]] * 3
    assert found(shown, "kettlebell-deadlift") == [[]] * 3
    missed = [m.what for m in seen(shown, "kettlebell-deadlift").could_not_judge]
    assert "knees-forward" in missed


@pytest.mark.parametrize(
    ("knee", "shin", "stands_out"), [(22.5, 18, True), (18, 18, False), (24, -2, False)]
)
def test_knees_forward_is_knees_that_bend_and_travel(
    knee: float, shin: float, *, stands_out: bool
) -> None:
    def act(t: float) -> Stance:
        deep = wave(t, begin=1, every=3, bent=2.2, reps=2)
        return Stance(trunk=60 * deep, knee=3 + knee * deep, shin=1 + shin * deep)

    assert found(film(act, 8)) == [["knees-forward"] if stands_out else []] * 2


@pytest.mark.parametrize(("heel", "stands_out"), [(16, True), (9, False)])
def test_heels_that_rise_are_named(heel: float, *, stands_out: bool) -> None:
    def act(t: float) -> Stance:
        deep = wave(t, begin=1, every=3, bent=2.2, reps=2)
        return Stance(trunk=60 * deep, knee=3 + 12 * deep, shin=1, heel=heel * deep)

    assert found(film(act, 8)) == [["rising-onto-toes"] if stands_out else []] * 2


@pytest.mark.parametrize(("neck", "stands_out"), [(42, True), (30, False)])
def test_a_head_bent_far_back_is_for_the_person_to_look_at(
    neck: float, *, stands_out: bool
) -> None:
    def act(t: float) -> Stance:
        deep = wave(t, begin=1, every=3, bent=2.2, reps=2)
        return Stance(trunk=60 * deep, knee=3 + 12 * deep, neck=neck * deep)

    reps = seen(film(act, 8)).reps

    told = [[one.look_yourself for one in rep.findings] for rep in reps]
    assert told == ([[True]] if stands_out else [[]]) * 2


@pytest.mark.parametrize(("short", "stands_out"), [(17, True), (8, False)])
def test_a_knee_that_stays_bent_at_the_end_is_named(short: float, *, stands_out: bool) -> None:
    def act(t: float) -> Stance:
        deep = wave(t, begin=1, every=3, bent=2.2, reps=2)
        soft = short if t > 5 else 0
        return Stance(trunk=60 * deep, knee=3 + max(soft, 12 * deep), shin=soft / 2)

    assert found(film(act, 8))[-1] == (["soft-lockout"] if stands_out else [])


def test_a_clip_that_ends_in_the_rise_judges_no_lockout() -> None:
    shown = film(hinges(2), 5.95)  # the second rep is just back

    look = seen(shown)

    missed = [one for one in look.could_not_judge if one.what == "soft-lockout"]
    assert [(one.because, one.at) for one in missed] == [
        ("the clip ends before you stand", (look.reps[1].at,))
    ]


def test_who_walks_in_and_out_is_judged_by_the_set_alone() -> None:
    def come(t: float) -> Stance:
        return walk(t)._replace(x=20 + 100 * t)

    def leave(t: float) -> Stance:
        return walk(t)._replace(x=320 - 100 * t)

    shown = film(then(then(come, hinges(4), at=3), leave, at=16), 18, camera=Camera(noise=1))

    assert found(shown) == [[]] * 4


def test_a_slip_of_the_camera_is_no_other_person() -> None:
    shown = film(hinges(4), 14)
    elsewhere = film(shifted(lambda _: Stance(), 80), 14)
    frames = [
        elsewhere.frames[n] if 100 <= n < 108 or 200 <= n < 204 else frame
        for n, frame in enumerate(shown.frames)
    ]

    assert found(changed(shown, frames)) == [[]] * 4


def test_a_slip_at_the_beginning_is_cut_off() -> None:
    shown = film(hinges(3), 11)
    elsewhere = film(shifted(lambda _: Stance(), 60), 11)
    frames = [*elsewhere.frames[:12], *shown.frames[12:]]

    assert found(changed(shown, frames)) == [[]] * 3


def test_short_gaps_are_filled_and_long_ones_cut() -> None:
    shown = film(hinges(4), 14)

    def lose(first: int, last: int) -> Track:
        return changed(
            shown,
            [Frame(f.t, None) if first <= n < last else f for n, f in enumerate(shown.frames)],
        )

    assert len(seen(lose(60, 72)).reps) == 4
    assert len(seen(lose(110, 140)).reps) == 2  # of the longest piece, that begins within a rep


@pytest.mark.parametrize(
    ("shown", "sentence"),
    [
        (film(walk, 6), NO_REPS),
        (film(lambda _: Stance(), 6), NO_REPS),
        (film(lambda t: Stance(trunk=3 * wave(t, begin=0, every=2, bent=1, reps=3)), 6), NO_REPS),
        (film(hinges(4), 14, camera=Camera(turn=75)), FRONT),
        (film(hinges(4), 14, camera=Camera(turn=60)), FRONT),
        (film(lambda _: Stance(), 5, camera=Camera(roll=90)), LYING),
        (film(hinges(4), 14, camera=Camera(turn=180, noise=1)), None),
        (film(then(shifted(hinges(2), 120), shifted(hinges(2), 500), at=7), 14), ALONE),
        (
            film(
                lambda t: hinges(9)(t)._replace(x=120 if int(t) % 2 else 500), 14
            ),
            ALONE,
        ),
        (film(lambda t: Stance(trunk=40 + hinges(4)(t).trunk / 2), 14), STAND),
        (film(hinges(4), 14, camera=Camera(roll=90)), LYING),
        (film(hinges(4), 14, camera=Camera(roll=-90)), LYING),
        (film(hinges(4), 14, camera=Camera(roll=180)), LYING),
    ],
    ids=[
        "walker", "standing", "nodding", "front", "half front", "still and lying",
        "from the other side", "two people",
        "two people by turns", "never tall", "lying", "lying left", "on its head",
    ],
)  # fmt: skip
def test_what_is_no_film_of_a_hinge_is_refused_with_what_to_film(
    shown: Track, sentence: str | None
) -> None:
    if sentence is None:
        assert len(seen(shown).reps) == 4
    else:
        assert refused(shown) == sentence


def test_nobody_is_refused() -> None:
    empty = [Frame(frame.t, None) for frame in track().frames]

    assert refused(changed(track(), empty)) == NOBODY


def test_a_moment_is_too_short() -> None:
    assert "less than 2 seconds" in refused(changed(track(), list(track().frames[:40])))


def test_who_is_out_of_sight_too_often_is_told() -> None:
    rare = [f if n % 10 in (0, 5) else Frame(f.t, None) for n, f in enumerate(track().frames)]
    pieces = [f if n % 50 < 25 else Frame(f.t, None) for n, f in enumerate(track().frames)]

    assert refused(changed(track(), rare)) == LOST
    assert refused(changed(track(), pieces)) == LOST


@pytest.mark.parametrize(
    "second",
    [
        film(hinges(2), 8, camera=Camera(mirrored=True)),
        film(hinges(2), 8, camera=Camera(height=250)),
        film(shifted(hinges(2), 520), 8),
    ],
    ids=["facing the other way", "smaller", "elsewhere"],
)
def test_two_people_with_a_pause_between_are_two_people(second: Track) -> None:
    first = film(hinges(2), 8)
    later = [Frame(frame.t + 10, frame.landmarks) for frame in second.frames]

    assert refused(changed(first, [*first.frames, *later])) == ALONE


def test_one_person_with_a_pause_between_is_one_person() -> None:
    first, second = film(hinges(2), 8), film(hinges(3), 11)
    later = [Frame(frame.t + 10, frame.landmarks) for frame in second.frames]

    look = seen(changed(first, [*first.frames, *later]))

    assert len(look.reps) == 3
    assert look.reps[0].at > 10


def test_turned_too_far_there_are_reps_but_no_angles() -> None:
    look = seen(film(hinges(4), 14, camera=Camera(turn=34)))

    assert [rep.trunk for rep in look.reps] == [None] * 4
    assert {one.because for one in look.could_not_judge if one.what == "looking-up"} == {TURNED}
    assert look.rough


@pytest.mark.parametrize(("turn", "rough"), [(5, False), (20, True)])
def test_turned_a_little_the_angles_are_rough(turn: float, *, rough: bool) -> None:
    look = seen(film(hinges(4), 14, camera=Camera(turn=turn)))

    assert look.rough is rough
    assert all(rep.trunk is not None for rep in look.reps)


def test_who_turns_round_in_the_set_is_not_filmed_from_one_side() -> None:
    right, left = film(hinges(4), 14), film(hinges(4), 14, camera=Camera(mirrored=True))
    frames = [(left if frame.t > 8 else right).frames[n] for n, frame in enumerate(right.frames)]

    assert refused(changed(right, frames)) == FRONT


def test_on_one_leg_the_leg_that_stands_is_looked_at() -> None:
    def lifts(t: float) -> Stance:
        return hinges(3)(t)

    shown = film(lifts, 11)
    frames = []
    for frame in shown.frames:
        deep = hinges(3)(frame.t).trunk / 66
        marks = list(frame.landmarks or ())
        for n in (26, 28, 30, 32):  # the near leg goes back
            marks[n] = marks[n]._replace(x=marks[n].x - 170 * deep, y=marks[n].y - 110 * deep)
        frames.append(Frame(frame.t, tuple(marks)))

    look = seen(changed(shown, frames), "single-leg-rdl", one_sided=True)

    assert (look.near, len(look.reps)) == ("left", 3)


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_a_track_without_depth_says_the_side_by_where_the_feet_point(*, is_mirrored: bool) -> None:
    shown = film(hinges(3), 11, camera=Camera(mirrored=is_mirrored))
    flat = [
        Frame(f.t, tuple(mark._replace(z=0.0) for mark in f.landmarks or ())) for f in shown.frames
    ]

    assert seen(changed(shown, flat)).near == ("left" if is_mirrored else "right")


def test_a_jump_is_no_hinge() -> None:
    def jump(t: float) -> Stance:
        deep = wave(t, begin=1, every=3, bent=1, reps=2)
        return Stance(trunk=40 * deep, knee=3 + 60 * deep, shin=20 * deep, x=200 + 90 * t)

    assert refused(film(jump, 7)) == NO_REPS


def test_thinned_far_below_what_a_rep_needs_it_still_counts_slow_ones() -> None:
    assert len(seen(thinned(film(hinges(4), 14), 5)).reps) == 4


def test_near_side_of_who_faces_nowhere_is_left() -> None:
    shown = film(lambda _: Stance(), 3, camera=Camera(turn=90))
    flat = tuple(
        Frame(f.t, tuple(mark._replace(x=320.0, z=0.0) for mark in f.landmarks or ()))
        for f in shown.frames
    )

    body = body_of(Piece(flat, len(flat)), guide())

    assert near_side(body, range(10)) == "left"


def test_the_side_is_that_of_the_set_not_of_the_wait_before_it() -> None:
    waits = film(lambda _: Stance(), 12, fps=15, camera=Camera(mirrored=True))
    sets = film(hinges(2), 8, fps=15)
    later = [Frame(frame.t + 12.1, frame.landmarks) for frame in sets.frames]

    assert seen(changed(sets, [*waits.frames, *later])).near == "right"


def test_two_slips_in_a_row_are_no_other_people() -> None:
    shown = film(hinges(2), 8)
    places = dict.fromkeys(range(100, 103), 60.0) | dict.fromkeys(range(103, 106), 600.0)
    frames = [
        frame
        if n not in places
        else Frame(frame.t, film(shifted(lambda _: Stance(), places[n]), 0.0).frames[0].landmarks)
        for n, frame in enumerate(shown.frames)
    ]

    assert len(seen(changed(shown, frames)).reps) == 2


def test_a_bend_that_is_over_too_soon_is_no_rep() -> None:
    shown = film(hinges(2), 8)
    body = body_of(cut(shown, guide().piece).pieces[0], guide())
    slow = msgspec.structs.replace(guide().rep, least_s=60.0)

    assert find_reps(body, "right", slow, trunk=trunk_length(body), hz=30) == []


def test_a_cut_to_another_view_or_to_a_wait_is_no_other_person() -> None:
    first = film(swings(4, every=1.5), 7.4, camera=Camera(noise=2))
    front = film(swings(4, every=1.5), 6, camera=Camera(turn=70, height=440))
    waits = film(shifted(lambda _: Stance(), 80), 5, camera=Camera(height=200))
    frames = [
        *first.frames,
        *(Frame(frame.t + 7.43, frame.landmarks) for frame in front.frames),
        *(Frame(frame.t + 13.5, frame.landmarks) for frame in waits.frames),
    ]

    assert found(changed(first, frames), "kettlebell-swing") == [[]] * 4
