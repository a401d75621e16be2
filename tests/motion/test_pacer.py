"""The pace is true, and what the keys do to it."""

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.motion import pacer
from hingecli.motion.paced_sets import PacedSet
from hingecli.motion.pacer import Run

TEMPO = Tempo(3, 1, 1.5)
SLOW_POLL_S = 0.09

tempos = st.builds(
    Tempo, st.floats(0.3, 8), st.one_of(st.just(0.0), st.floats(0.1, 4)), st.floats(0.3, 5)
)


def make_set(
    *, reps: int = 12, tempo: Tempo = TEMPO, rest_s: int = 45, until_miss: bool = False
) -> PacedSet:
    return PacedSet(
        drill="wall-hinge",
        name="wall hinge",
        purpose="test" if until_miss else "main",
        number=1,
        of=3,
        reps=reps,
        tempo=tempo,
        rest_s=rest_s,
        until_miss=until_miss,
    )


def walked(run: Run, *, until: float, step: Callable[[], float]) -> list[tuple[float, pacer.Cue]]:
    """Poll a run as a screen does, at uneven moments; give each cue with when it came."""
    now, heard = run.began, []
    while now < until:
        cues, run = pacer.due(run, now)
        heard += [(now, cue) for cue in cues]
        now += step()
    return heard


def test_over_twelve_reps_the_pace_drifts_less_than_a_tenth_of_a_second() -> None:
    uneven = random.Random(1)
    run = pacer.start(make_set(reps=12), 1000.0, count_in=3)

    heard = walked(run, until=1080.0, step=lambda: uneven.uniform(0.001, SLOW_POLL_S))

    late = [now - (1000.0 + cue.at) for now, cue in heard]
    ends = [now for now, cue in heard if cue.signal == "rep"]
    assert len(ends) == 12
    assert all(0 <= one < 0.1 for one in late)
    assert ends[-1] - 1000.0 - 3 == pytest.approx(12 * 5.5, abs=0.1)


@given(tempos, st.integers(1, 50), st.integers(0, 10))
def test_each_rep_is_as_long_as_its_tempo(tempo: Tempo, reps: int, count_in: int) -> None:
    cues = pacer.script(make_set(reps=reps, tempo=tempo), count_in=count_in)

    downs = [cue.at for cue in cues if cue.signal == "down"]
    length = tempo.down + tempo.pause + tempo.up
    assert downs[0] == count_in
    assert all(two - one == pytest.approx(length) for one, two in pairwise(downs))
    assert [cue.number for cue in cues if cue.signal == "rep"] == list(range(1, reps + 1))
    assert cues[-1].signal == "end"
    assert [cue.at for cue in cues] == sorted(cue.at for cue in cues)


@given(tempos, st.integers(1, 20), st.floats(0, 1))
def test_the_depth_is_between_standing_and_the_turn_and_the_bar_only_grows(
    tempo: Tempo, reps: int, share: float
) -> None:
    paced = make_set(reps=reps, tempo=tempo)
    run = pacer.start(paced, 0.0, count_in=3)
    at = share * pacer.length(paced, count_in=3)

    here, later = pacer.moment(run, at), pacer.moment(run, at + 0.05)

    assert 0 <= here.depth <= 1
    assert 0 <= here.share <= 1 + 1e-9
    assert here.done <= later.done


def test_a_rep_goes_down_holds_and_comes_up() -> None:
    run = pacer.start(make_set(), 0.0, count_in=3)

    parts = [pacer.moment(run, 3 + at).part for at in (0.0, 2.99, 3.0, 3.99, 4.0, 5.49)]

    assert parts == ["down", "down", "hold", "hold", "up", "up"]
    assert pacer.moment(run, 6.5).depth == 1
    assert pacer.moment(run, 8.5).rep == 2


def test_counting_in_counts_down_to_one() -> None:
    run = pacer.start(make_set(), 0.0, count_in=3)

    assert [pacer.moment(run, at).count for at in (0, 0.99, 1, 2, 2.99)] == [3, 3, 2, 1, 1]
    assert pacer.moment(run, 3).part == "down"


def test_a_tempo_without_hold_has_no_hold_cue() -> None:
    cues = pacer.script(make_set(reps=1, tempo=Tempo(0.8, 0, 0.7)), count_in=0)

    assert [cue.signal for cue in cues] == ["down", "up", "rep", "end"]


def test_no_cue_is_given_twice_and_none_is_lost_in_a_stall() -> None:
    run = pacer.start(make_set(reps=3), 0.0, count_in=3)

    first, run = pacer.due(run, 4.0)
    again, run = pacer.due(run, 4.0)
    rest, run = pacer.due(run, 100.0)

    assert again == ()
    assert first + rest == run.cues


def test_a_pause_shifts_what_follows_and_nothing_else() -> None:
    run = pacer.start(make_set(), 0.0, count_in=3)

    paused = pacer.pause(run, 10.0)
    still = pacer.moment(paused, 500.0)
    going = pacer.resume(paused, 500.0)

    assert still.paused
    assert pacer.until_next(paused, 500.0) is None
    assert pacer.moment(going, 500.0).done == pytest.approx(pacer.moment(run, 10.0).done)
    assert pacer.is_over(going, 500.0 + 69 - 10)
    assert not pacer.is_over(going, 500.0 + 69 - 10.1)


@pytest.mark.parametrize(("at", "rep"), [(3.1, 1), (9.0, 1), (15.0, 2)])
def test_back_starts_the_rep_before_once_more(at: float, rep: int) -> None:
    run = pacer.start(make_set(), 0.0, count_in=3)
    _, run = pacer.due(run, at)

    run = pacer.back(run, at)

    assert (pacer.moment(run, at).rep, pacer.moment(run, at).part) == (rep, "down")
    assert pacer.moment(run, at).share == pytest.approx(0)
    assert all(cue.number >= rep for cue in run.cues[run.given :] if cue.signal == "rep")


def test_back_before_the_first_rep_cuts_no_count_in_short() -> None:
    run = pacer.start(make_set(), 0.0, count_in=5)

    assert pacer.back(run, 4.0) == run
    assert pacer.moment(pacer.back(run, 5.0), 5.0).rep == 1


def test_back_takes_the_misses_of_the_repeated_reps_along() -> None:
    run = pacer.start(make_set(), 0.0, count_in=3)
    run = pacer.miss(run, 5.0)
    run = pacer.miss(run, 11.0)

    run = pacer.back(run, 12.0)

    assert run.misses == ()


def test_back_while_paused_stays_paused() -> None:
    run = pacer.pause(pacer.start(make_set(), 0.0, count_in=3), 15.0)

    assert pacer.moment(pacer.back(run, 20.0), 99.0).paused


@pytest.mark.parametrize(
    ("into_rep_two", "rep"),
    [(pacer.LATE_MISS_S - 0.01, 1), (pacer.LATE_MISS_S + 0.01, 2), (4.0, 2)],
)
def test_a_miss_marked_just_after_a_rep_is_that_rep(into_rep_two: float, rep: int) -> None:
    run = pacer.start(make_set(), 0.0, count_in=3)

    run = pacer.miss(run, 3 + 5.5 + into_rep_two)

    assert [miss.rep for miss in run.misses] == [rep]


def test_a_rep_is_missed_once_and_none_while_counting_in() -> None:
    run = pacer.start(make_set(), 0.0, count_in=3)

    run = pacer.miss(run, 1.0)
    run = pacer.miss(run, 5.0)
    run = pacer.miss(run, 6.0)

    assert [miss.rep for miss in run.misses] == [1]
    assert pacer.clean_of(run, 12) == 11


@pytest.mark.parametrize(
    ("after", "named"), [(pacer.NAMING_S, "looking-up"), (pacer.NAMING_S + 0.1, None)]
)
def test_a_miss_can_be_named_for_a_few_seconds(after: float, named: str | None) -> None:
    run = pacer.miss(pacer.start(make_set(), 0.0, count_in=3), 5.0)

    assert pacer.can_name(run, 5.0 + after) == (named is not None)
    assert pacer.name_miss(run, "looking-up", 5.0 + after).misses[0].mistake == named


def test_a_late_miss_marks_the_last_rep_that_is_not_marked() -> None:
    run = pacer.start(make_set(reps=2), 0.0, count_in=3)

    for _ in range(3):
        run = pacer.late_miss(run, 2, 60.0)

    assert [miss.rep for miss in run.misses] == [2, 1]


def test_a_rep_given_up_counts_as_done_only_if_it_was_marked() -> None:
    run = pacer.start(make_set(), 0.0, count_in=3)

    assert pacer.reps_done(run, 3 + 5.5 + 4) == 1
    assert pacer.reps_done(pacer.miss(run, 3 + 5.5 + 3), 3 + 5.5 + 4) == 2


def test_the_demonstration_stands_between_two_reps() -> None:
    assert pacer.demonstrate(TEMPO, 3.5) == 1
    assert pacer.demonstrate(TEMPO, 6.0) == 0
    assert pacer.demonstrate(TEMPO, 6.5 + 3.5) == 1


def test_going_on_without_a_pause_changes_nothing() -> None:
    run = pacer.start(make_set(), 0.0, count_in=3)

    assert pacer.resume(run, 10.0) == run


def test_the_next_cue_is_awaited_while_the_set_runs() -> None:
    run = pacer.start(make_set(reps=1), 0.0, count_in=2)
    _, counting = pacer.due(run, 0.5)
    _, ended = pacer.due(run, 100.0)

    assert pacer.until_next(counting, 0.5) == pytest.approx(0.5)
    assert pacer.until_next(pacer.pause(counting, 0.5), 0.7) is None
    assert pacer.until_next(ended, 100.0) is None


def test_after_the_last_rep_the_set_is_over() -> None:
    run = pacer.start(make_set(reps=2), 0.0, count_in=0)

    moment = pacer.moment(run, 1000.0)

    assert (moment.part, moment.rep, moment.done) == ("over", 2, 1.0)
