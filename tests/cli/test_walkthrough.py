"""What each key of the walk does, on a fake clock."""

from dataclasses import replace

import msgspec
import pytest

from cli.walkfakes import INDEX, FakeClock, FakeKeys, Fakes, make_block
from factories import make_mistake
from hingecli.cli.walk.parts import WalkStopped
from hingecli.cli.walk.questions import ask_after, read_counts, read_effort, read_pain
from hingecli.cli.walk.stages import AWAY_S, walk_sets
from hingecli.coach.log.events import KG_PER_LB, Pain, Range
from hingecli.errors import UsageError


def kept(fakes: Fakes) -> list[tuple[int, int]]:
    return [(done.clean, done.reps) for done in fakes.log.kept.values()]


def test_each_set_is_kept_the_moment_it_ends() -> None:
    # Enter; count-in 5 s; 10 reps of 5 s: the first set ends at 56 s, q in the rest.
    fakes = Fakes([(1, "enter"), (60, "q")])

    with pytest.raises(WalkStopped) as stopped:
        walk_sets(fakes.walk)

    assert stopped.value.asking
    assert kept(fakes) == [(10, 10)]


def test_a_whole_sitting_goes_on_by_itself_after_one_enter() -> None:
    fakes = Fakes([(1, "enter")])

    walk_sets(fakes.walk)

    assert kept(fakes) == [(10, 10)] * 3
    assert fakes.clock.now - 1000 == pytest.approx(1 + 5 + 50 + 45 + 3 + 50 + 45 + 3 + 50, abs=0.2)


def test_space_marks_the_rep_under_way_and_a_digit_names_it() -> None:
    # Rep 3 goes down from 16 s to 19 s.
    fakes = Fakes([(1, "enter"), (18, "space"), (19, "2"), (70, "q")])

    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    done = fakes.log.kept[0]
    assert (done.clean, done.reps) == (9, 10)
    assert [(miss.rep, miss.mistake) for miss in done.run.misses] == [(3, "lower-back-rounding")]
    assert "Mend it now." in fakes.audio.said
    asked = [scene.lines for scene in fakes.screen.scenes if "Rep 3 missed. Which?" in scene.lines]
    assert asked[0][1:] == ("1 Knees cave in", "2 Lower back rounding")


def test_a_digit_that_comes_late_names_nothing() -> None:
    fakes = Fakes([(1, "enter"), (18, "space"), (24, "2"), (70, "q")])

    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    assert [miss.mistake for miss in fakes.log.kept[0].run.misses] == [None]


def test_pause_lets_the_clock_run_without_the_set() -> None:
    fakes = Fakes([(1, "enter"), (20, "p"), (120, "p"), (165, "q")])

    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    assert kept(fakes) == [(10, 10)]
    assert fakes.clock.now - 1000 == pytest.approx(165, abs=0.2)


def test_back_counts_the_rep_before_once_more() -> None:
    fakes = Fakes([(1, "enter"), (18, "b")])

    walk_sets(fakes.walk)

    numbers = [cue.number for _, cue in fakes.audio.cues if cue.signal == "rep"][:11]
    assert numbers == [1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10]


def test_s_ends_the_set_with_the_reps_done() -> None:
    fakes = Fakes([(1, "enter"), (33, "s"), (40, "q")])

    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    assert kept(fakes) == [(5, 5)]


def test_a_mistake_of_other_drills_is_neither_listed_nor_taken() -> None:
    fakes = Fakes([(1, "enter"), (16, "space"), (17, "3"), (33, "q")])
    ropes = msgspec.structs.replace(make_mistake("arms-lift"), only=("kettlebell-swing",))
    fakes.walk.plan = replace(fakes.walk.plan, mistakes=(*fakes.walk.plan.mistakes, ropes))

    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    listed = [line for scene in fakes.screen.scenes for line in scene.lines]
    assert "2 Lower back rounding" in listed
    assert not any("Arms lift" in line for line in listed)
    assert [miss.mistake for miss in fakes.log.kept[0].run.misses] == [None]


def test_q_in_the_middle_of_a_set_keeps_its_finished_reps() -> None:
    fakes = Fakes([(1, "enter"), (33, "q")])

    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    assert kept(fakes) == [(5, 5)]


@pytest.mark.parametrize("key", ["ctrl-c", "end"])
def test_ctrl_c_and_a_lost_terminal_keep_the_reps_and_ask_nothing(key: str) -> None:
    fakes = Fakes([(1, "enter"), (33, key)])

    with pytest.raises(WalkStopped) as stopped:
        walk_sets(fakes.walk)

    assert not stopped.value.asking
    assert kept(fakes) == [(5, 5)]


def test_leaving_before_the_first_rep_keeps_nothing() -> None:
    fakes = Fakes([(1, "enter"), (3, "q")])

    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    assert kept(fakes) == []


def test_the_count_is_put_right_in_the_rest() -> None:
    fakes = Fakes([(1, "enter"), (60, "8"), (61, "enter"), (62, "q")])

    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    assert kept(fakes) == [(8, 10)]
    assert fakes.log.kept[0].sure


def test_more_clean_reps_than_reps_are_not_taken() -> None:
    fakes = Fakes([(1, "enter"), (60, "1"), (61, "2"), (62, "enter"), (63, "q")])

    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    assert kept(fakes) == [(10, 10)]
    assert any("There were 10 reps." in scene.lines for scene in fakes.screen.scenes)


def test_a_miss_seen_too_late_is_marked_in_the_rest() -> None:
    fakes = Fakes([(1, "enter"), (60, "space"), (61, "1"), (62, "space"), (75, "q")])

    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    assert kept(fakes) == [(8, 10)]
    assert [miss.rep for miss in fakes.log.kept[0].run.misses] == [10, 9]


def test_a_rest_can_be_cut_short_and_made_longer() -> None:
    short = Fakes([(1, "enter"), (60, "s")], blocks=[make_block(sets=2)])
    longer = Fakes([(1, "enter"), (60, "+")], blocks=[make_block(sets=2)])

    walk_sets(short.walk)
    walk_sets(longer.walk)

    assert short.clock.now - 1000 == pytest.approx(60 + 3 + 50, abs=0.2)
    assert longer.clock.now - 1000 == pytest.approx(56 + 60 + 3 + 50, abs=0.2)


def test_a_test_run_ends_with_the_first_miss() -> None:
    block = make_block(sets=3, reps=20, purpose="test", rest_s=60)
    fakes = Fakes([(1, "enter"), (6 + 17 * 5 + 2, "space"), (100, "q")], blocks=[block])

    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    assert kept(fakes) == [(17, 18)]


@pytest.mark.parametrize("keys", [("8", "enter"), ("space",) * 3])
def test_a_run_put_right_in_the_rest_ends_with_its_miss(keys: tuple[str, ...]) -> None:
    block = make_block(sets=3, reps=20, purpose="test", rest_s=60)
    # The miss of rep 12 is named late: a digit counts from 70 s on.
    typed = [(70.0 + n, key) for n, key in enumerate(keys)]
    fakes = Fakes([(1, "enter"), (6 + 11 * 5 + 2, "space"), *typed, (100, "q")], blocks=[block])

    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    assert kept(fakes) == [(8, 9)]


def test_a_passed_test_needs_no_second_run() -> None:
    block = make_block(sets=3, reps=20, purpose="test", rest_s=60)
    fakes = Fakes([(1, "enter")], blocks=[block])

    walk_sets(fakes.walk)

    assert kept(fakes) == [(20, 20)]


def test_a_one_sided_set_is_left_then_right_and_rests_after_both() -> None:
    block = make_block(sets=1, reps=6, per_side=True)
    fakes = Fakes([(1, "enter")], blocks=[block])

    walk_sets(fakes.walk)

    assert [done.run.paced.side for done in fakes.log.kept.values()] == ["L", "R"]


def test_the_camera_is_counted_in_before_the_first_set_only() -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=2)], film_s=10)

    walk_sets(fakes.walk)

    counts = [cue.number for _, cue in fakes.audio.cues if cue.signal == "count"]
    assert counts == [*range(10, 0, -1), 3, 2, 1]


def test_at_most_three_questions_and_each_answer_is_kept() -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=2)])
    walk_sets(fakes.walk)
    start = fakes.clock.now - 1000
    typed = ["9", "space", "1", "0", "enter", "3", "space", "k", "n", "e", "e", "enter", "6"]
    fakes.walk.keys._keys = [  # type: ignore[attr-defined]
        (1000 + start + n, key) for n, key in enumerate([*typed, "enter"])
    ]

    ask_after(fakes.walk)

    assert kept(fakes) == [(9, 10), (10, 10)]
    assert fakes.log.felt[-1] == (Pain(score=3, where="knee"), 6)
    assert len([line for line in fakes.screen.lines if "?" in line.split(" Enter")[0]]) <= 4


@pytest.mark.parametrize(("asked", "deepest"), [("full", 1.0), ("half", 0.5)])
def test_half_the_range_is_said_and_drawn(asked: Range, deepest: float) -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=1, reach=asked)])

    walk_sets(fakes.walk)

    depths = [float(line) for scene in fakes.screen.scenes for line in scene.figure]
    assert max(depths) == deepest
    assert ("Go half the range only." in fakes.screen.lines) == (asked == "half")


def test_a_variation_at_half_the_range_is_said_to_be_both() -> None:
    block = make_block(sets=1, variant="kickstand", reach="half")
    fakes = Fakes([(1, "enter")], blocks=[block])

    walk_sets(fakes.walk)

    lines = fakes.screen.lines
    assert "Go half the range only." in lines
    assert "Nearly all your weight on the front leg." in lines


def typed_from(start: float, *words: str) -> list[tuple[float, str]]:
    return [(start + n / 10, key) for n, key in enumerate(words)]


def test_another_weight_is_taken_for_the_whole_block() -> None:
    keys = [*typed_from(1, "w", "3", "5", "l", "b", "enter"), (3, "enter")]
    fakes = Fakes(keys, blocks=[make_block(sets=2)], loaded=frozenset({"wall-hinge"}))

    walk_sets(fakes.walk)

    sets = [done.run.paced for done in fakes.log.kept.values()]
    assert {(one.load_kg, one.unit) for one in sets} == {(35 * KG_PER_LB, "lb")}
    assert "Wall hinge: 2 sets × 10 · 35 lb." in fakes.screen.lines


def test_a_weight_that_cannot_be_read_is_asked_again() -> None:
    keys = [*typed_from(1, "w", "x", "enter", "1", "2", "enter"), (3, "enter")]
    fakes = Fakes(keys, blocks=[make_block(sets=1)], loaded=frozenset({"wall-hinge"}))

    walk_sets(fakes.walk)

    assert fakes.log.kept[0].run.paced.load_kg == 12
    assert any("not a weight" in line for line in fakes.screen.lines)


def test_a_drill_without_load_asks_no_weight() -> None:
    fakes = Fakes([(1, "w"), (2, "enter")], blocks=[make_block(sets=1)])

    walk_sets(fakes.walk)

    assert fakes.log.kept[0].run.paced.load_kg is None


@pytest.mark.parametrize(
    ("typed", "pain"),
    [
        ("0", Pain(score=0)),
        ("4 low back", Pain(score=4, where="low-back")),
        ("6 leg sharp", Pain(score=6, where="leg", sharp=True)),
        ("10, sharp", Pain(score=10, sharp=True)),
        ("3 left calf", Pain(score=3, where="leg", where_told="left calf")),
        ("3 moon", Pain(score=3, where="other", where_told="moon")),
    ],
)
def test_pain_is_a_score_with_a_place(typed: str, pain: Pain) -> None:
    assert read_pain(typed, INDEX) == pain


@pytest.mark.parametrize("typed", ["11", "knee", "", "3 " + "m" * 61, "²", "9" * 5000])
def test_pain_that_cannot_be_read_says_how(typed: str) -> None:
    with pytest.raises(UsageError, match=r"0 to 10|in a word or two"):
        read_pain(typed, INDEX)


def asked(fakes: Fakes, *keys: str) -> None:
    """Answer the questions after a walk with `keys`, one a second."""
    start = fakes.clock.now
    fakes.walk.keys = FakeKeys(fakes.clock, [(n + 1.0, key) for n, key in enumerate(keys)])
    assert fakes.clock.now == start
    ask_after(fakes.walk)


def test_what_is_not_answered_is_left_open() -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=1)])
    walk_sets(fakes.walk)

    asked(fakes, "enter", "enter", "enter")

    assert kept(fakes) == [(10, 10)]
    assert fakes.log.felt == []


def test_counts_that_do_not_fit_are_asked_again() -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=1)])
    walk_sets(fakes.walk)

    asked(fakes, "1", "1", "enter", "8", "8", "backspace", "enter", *("enter",) * 2)

    assert kept(fakes) == [(8, 10)]
    assert "11 of 10? At most 10." in fakes.screen.lines


@pytest.mark.parametrize(("typed", "told"), [("1 2", "Type one number."), ("", "Type one number.")])
def test_one_set_takes_one_number(typed: str, told: str) -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=1)])
    walk_sets(fakes.walk)

    with pytest.raises(UsageError, match=told):
        read_counts(typed, fakes.walk.done)


def test_two_sets_take_two_numbers() -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=2)])
    walk_sets(fakes.walk)

    with pytest.raises(UsageError, match="2 sets: type 2 numbers"):
        read_counts("9", fakes.walk.done)


@pytest.mark.parametrize(("typed", "effort"), [("1", 1), ("10", 10)])
def test_effort_is_from_one_to_ten(typed: str, effort: int) -> None:
    assert read_effort(typed, INDEX) == effort


@pytest.mark.parametrize("typed", ["0", "11", "harder", "²", "9" * 5000])
def test_effort_that_cannot_be_read_says_how(typed: str) -> None:
    with pytest.raises(UsageError, match="from 1"):
        read_effort(typed, INDEX)


def test_pain_told_without_effort_is_kept() -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=1)])
    walk_sets(fakes.walk)

    asked(fakes, "enter", "5", "space", "s", "h", "a", "r", "p", "enter", "enter")

    assert fakes.log.felt == [(Pain(score=5, sharp=True), None)]


def test_q_in_the_questions_leaves_with_what_was_answered() -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=1)])
    walk_sets(fakes.walk)

    with pytest.raises(WalkStopped):
        asked(fakes, "7", "enter", "q")

    assert kept(fakes) == [(7, 10)]


class SleepyKeys(FakeKeys):
    """Keys of a computer that slept for a while in the middle of a set."""

    def __init__(self, clock: FakeClock, keys: list[tuple[float, str]], *, asleep: float) -> None:
        super().__init__(clock, keys)
        self._sleeper, self._at, self._asleep = clock, clock.now + 18, asleep

    def read(self, seconds: float) -> tuple[str, ...]:
        if self._sleeper.now >= self._at:
            self._sleeper.now += self._asleep
            self._at = float("inf")
            return ()
        return super().read(seconds)


@pytest.mark.parametrize(("asleep", "reps"), [(AWAY_S - 1, 8), (AWAY_S + 1, 2)])
def test_reps_that_the_computer_slept_through_do_not_count(asleep: float, reps: int) -> None:
    fakes = Fakes([], blocks=[make_block(sets=1)])
    fakes.walk.keys = SleepyKeys(fakes.clock, [(1, "enter"), (18.2 + asleep, "q")], asleep=asleep)

    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    assert kept(fakes) == [(reps, reps)]
