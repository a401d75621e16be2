"""What each key does in a set, on a fake clock, and what goes by itself."""

from dataclasses import replace

import msgspec
import pytest

from cli.walk.walkfakes import (
    BEGIN_S,
    END_S,
    REP_S,
    SET_S,
    FakeClock,
    FakeKeys,
    Fakes,
    kept,
    make_block,
    questions,
    stops,
    typed_from,
)
from factories import make_mistake
from hingecli.cli.walk.keys import SUSPENDED
from hingecli.cli.walk.parts import FIRST_COUNT_IN_S, SIDE_COUNT_IN_S
from hingecli.cli.walk.stages import AWAY_S, walk_sets


def test_each_set_is_kept_the_moment_it_ends() -> None:
    fakes = Fakes([(1, "enter"), (END_S + 4, "q")])

    assert stops(fakes).asking
    assert kept(fakes) == [(10, 10)]


def test_a_whole_sitting_goes_on_by_itself_after_one_enter() -> None:
    fakes = Fakes([(1, "enter")])

    walk_sets(fakes.walk)

    assert kept(fakes) == [(10, 10)] * 3
    whole = 1 + FIRST_COUNT_IN_S + 3 * SET_S + 2 * (45 + 3)
    assert fakes.clock.now - 1000 == pytest.approx(whole, abs=0.2)


def test_space_marks_the_rep_under_way_and_a_digit_names_it() -> None:
    third = BEGIN_S + 2 * REP_S
    fakes = Fakes([(1, "enter"), (third + 2, "space"), (third + 3, "2"), (END_S + 9, "q")])

    stops(fakes)

    done = fakes.log.kept[0]
    assert (done.clean, done.reps) == (9, 10)
    assert [(miss.rep, miss.mistake) for miss in done.run.misses] == [(3, "lower-back-rounding")]
    assert "Mend it now." in fakes.audio.said
    asked = [scene.lines for scene in fakes.screen.scenes if "Rep 3 missed. Which?" in scene.lines]
    assert asked[0][1:] == ("1 Knees cave in", "2 Lower back rounding")


def test_a_digit_that_comes_late_names_nothing() -> None:
    fakes = Fakes([(1, "enter"), (23, "space"), (29, "2"), (END_S + 9, "q")])

    stops(fakes)

    assert [miss.mistake for miss in fakes.log.kept[0].run.misses] == [None]


def test_pause_lets_the_clock_run_without_the_set() -> None:
    fakes = Fakes([(1, "enter"), (25, "p"), (125, "p"), (END_S + 109, "q")])

    stops(fakes)

    assert kept(fakes) == [(10, 10)]


def test_back_counts_the_rep_before_once_more() -> None:
    fakes = Fakes([(1, "enter"), (23, "b")])

    walk_sets(fakes.walk)

    numbers = [line for line in fakes.screen.lines if line.startswith("rep ")][:4]
    assert numbers == ["rep 1 of 10", "rep 2 of 10", "rep 2 of 10", "rep 3 of 10"]


def test_s_ends_the_set_with_the_reps_done() -> None:
    fakes = Fakes([(1, "enter"), (BEGIN_S + 5.4 * REP_S, "s"), (END_S, "q")])

    stops(fakes)

    assert kept(fakes) == [(5, 5)]


def test_a_mistake_of_other_drills_is_neither_listed_nor_taken() -> None:
    fakes = Fakes([(1, "enter"), (21, "space"), (22, "3"), (38, "q")])
    ropes = msgspec.structs.replace(make_mistake("arms-lift"), only=("kettlebell-swing",))
    fakes.walk.plan = replace(fakes.walk.plan, mistakes=(*fakes.walk.plan.mistakes, ropes))

    stops(fakes)

    listed = [line for scene in fakes.screen.scenes for line in scene.lines]
    assert "2 Lower back rounding" in listed
    assert not any("Arms lift" in line for line in listed)
    assert [miss.mistake for miss in fakes.log.kept[0].run.misses] == [None]


def test_q_in_the_middle_of_a_set_keeps_its_finished_reps() -> None:
    fakes = Fakes([(1, "enter"), (38, "q")])

    stops(fakes)

    assert kept(fakes) == [(5, 5)]


@pytest.mark.parametrize("key", ["ctrl-c", "end"])
def test_ctrl_c_and_a_lost_terminal_keep_the_reps_and_ask_nothing(key: str) -> None:
    fakes = Fakes([(1, "enter"), (38, key)])

    assert not stops(fakes).asking
    assert kept(fakes) == [(5, 5)]


def test_leaving_before_the_first_rep_keeps_nothing() -> None:
    fakes = Fakes([(1, "enter"), (3, "q")])

    stops(fakes)

    assert kept(fakes) == []


TEST = make_block(sets=3, reps=20, purpose="test", rest_s=60)
RUN_S = BEGIN_S + 20 * REP_S


def test_a_test_run_ends_with_the_first_miss() -> None:
    keys = [(1.0, "enter"), (BEGIN_S + 17 * REP_S + 2, "space"), (105.0, "q")]
    fakes = Fakes(keys, blocks=[TEST])

    stops(fakes)

    assert kept(fakes) == [(17, 18)]


def test_a_passed_test_needs_no_second_run_and_no_rest_once_it_is_told() -> None:
    untold = Fakes([(1, "enter")], blocks=[TEST])
    told = Fakes(
        [(1, "enter"), (RUN_S + 3, "enter")],
        blocks=[TEST],
    )

    walk_sets(untold.walk)
    walk_sets(told.walk)

    assert kept(untold) == kept(told) == [(20, 20)]
    assert questions(untold) == ["How many were clean in a row? [20]"]
    assert untold.clock.now - 1000 == pytest.approx(RUN_S + 60, abs=0.2)
    assert told.clock.now - 1000 == pytest.approx(RUN_S + 3, abs=0.2)


def test_a_run_that_went_to_its_end_but_was_not_clean_has_a_second_one() -> None:
    answers = typed_from(RUN_S + 4, "1", "2", "enter")
    fakes = Fakes(
        [(1, "enter"), *answers, (RUN_S + 90, "q")],
        blocks=[TEST],
    )

    stops(fakes)

    assert kept(fakes)[0] == (12, 13)
    assert len(kept(fakes)) == 2


@pytest.mark.parametrize("keys", [("8", "enter"), ("space",) * 3])
def test_a_run_put_right_in_the_rest_ends_with_its_miss(keys: tuple[str, ...]) -> None:
    missed = BEGIN_S + 11 * REP_S + 2
    typed = [(missed + 7 + n, key) for n, key in enumerate(keys)]
    walked = [(1.0, "enter"), (missed, "space"), *typed, (missed + 40, "q")]
    fakes = Fakes(walked, blocks=[TEST])

    stops(fakes)

    assert kept(fakes) == [(8, 9)]


def test_after_a_passed_test_the_next_drill_is_introduced() -> None:
    blocks = [TEST, make_block(sets=1)]
    fakes = Fakes([(1, "enter"), (RUN_S + 3, "enter")], blocks=blocks)

    walk_sets(fakes.walk)

    assert kept(fakes) == [(20, 20), (10, 10)]
    assert "Next: Wall hinge: 1 set × 10." in fakes.screen.lines


def test_a_one_sided_set_is_left_then_right_and_rests_after_both() -> None:
    block = make_block(sets=2, reps=6, per_side=True)
    answers = typed_from(BEGIN_S + 2 * 6 * REP_S + SIDE_COUNT_IN_S + 3, *"5", "space", *"6")
    fakes = Fakes([(1, "enter"), *answers, (100, "enter"), (101, "enter")], blocks=[block])

    walk_sets(fakes.walk)

    assert [done.run.paced.side for done in fakes.log.kept.values()] == ["L", "R", "L", "R"]
    assert questions(fakes)[0] == "How many were clean left and right? [6 6]"
    assert kept(fakes)[:2] == [(5, 6), (6, 6)]
    assert fakes.audio.said.count("Change sides. Right side.") == 2


def test_the_camera_is_counted_in_before_the_first_set_only() -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=2)], film_s=12)

    walk_sets(fakes.walk)

    counts = [int(line) for line in fakes.screen.lines if line.isdigit()]
    assert counts == [*range(12, 0, -1), 3, 2, 1]


@pytest.mark.parametrize("at", [0.5, 30.0, END_S + 5])
def test_v_turns_the_voice_off_and_on_at_any_time(at: float) -> None:
    fakes = Fakes([(at, "v")] if at < 1 else [(1, "enter"), (at, "v"), (END_S + 20, "q")])
    if at < 1:
        fakes.walk.keys = FakeKeys(fakes.clock, [(at, "v"), (2, "q")])

    stops(fakes)

    assert fakes.walk.voice is False
    assert fakes.audio.speaks is False
    offered = [dict(scene.keys)["v"] for scene in fakes.screen.scenes if "v" in dict(scene.keys)]
    assert set(offered[:1]) <= {"mute"}
    assert set(offered[-1:]) <= ({"speak"} if at < 1 else {"mute"})  # what the key will do


def test_without_a_voice_v_does_nothing_and_is_not_offered() -> None:
    fakes = Fakes([(0.5, "v"), (2, "q")], speaks=None)

    stops(fakes)

    assert fakes.walk.voice is None
    assert not any("v" in dict(scene.keys) for scene in fakes.screen.scenes)


class SleepyKeys(FakeKeys):
    """Keys of a computer that slept for a while in the middle of a set."""

    def __init__(
        self,
        clock: FakeClock,
        keys: list[tuple[float, str]],
        *,
        asleep: float,
        wakes_with: tuple[str, ...] = (),
    ) -> None:
        super().__init__(clock, keys)
        self._sleeper, self._at, self._asleep = clock, clock.now + 23, asleep
        self._wakes_with = wakes_with

    def read(self, seconds: float) -> tuple[str, ...]:
        if self._sleeper.now >= self._at:
            self._sleeper.now += self._asleep
            self._at = float("inf")
            return self._wakes_with
        return super().read(seconds)


@pytest.mark.parametrize(("asleep", "reps"), [(AWAY_S - 1, 8), (AWAY_S + 1, 2)])
def test_reps_that_the_computer_slept_through_do_not_count(asleep: float, reps: int) -> None:
    fakes = Fakes([], blocks=[make_block(sets=1)])
    fakes.walk.keys = SleepyKeys(fakes.clock, [(1, "enter"), (23.2 + asleep, "q")], asleep=asleep)

    stops(fakes)

    assert kept(fakes) == [(reps, reps)]


def test_ctrl_z_pauses_for_as_long_as_the_program_is_suspended() -> None:
    fakes = Fakes([], blocks=[make_block(sets=1)])
    keys = [(1.0, "enter"), (23.2 + 12, SUSPENDED), (23.2 + 14, "q")]
    fakes.walk.keys = SleepyKeys(fakes.clock, keys, asleep=10, wakes_with=(SUSPENDED,))

    stops(fakes)

    assert kept(fakes) == [(2, 2)]
    assert fakes.screen.lines.count("Paused while you were away. Any key goes on.") == 1


def test_a_key_is_offered_only_where_it_does_something() -> None:
    fakes = Fakes([(1, "enter"), (5, "s"), (6, "b"), (7, "space"), (BEGIN_S + REP_S + 1, "q")])

    stops(fakes)

    offered = {scene.word: [key for key, _ in scene.keys] for scene in fakes.screen.scenes[1:]}
    assert offered["ready"] == ["p", "!", "q"]
    assert offered["down"] == ["space", "p", "!", "s", "b", "q"]
    assert kept(fakes) == [(1, 1)]


def test_every_key_that_a_picture_offers_is_told_in_lines() -> None:
    blocks = [make_block(sets=1)]
    fakes = Fakes(
        [(1, "enter"), (BEGIN_S + 1, "q")], blocks=blocks, loaded=frozenset({blocks[0].drill})
    )

    stops(fakes)

    told = " ".join(fakes.screen.lines).lower()
    offered = {key for scene in fakes.screen.scenes for key, _ in scene.keys}
    assert {"enter", "w", "v", "!", "q", "space", "p", "s", "b"} <= offered
    assert [key for key in offered if f" {key} " not in f" {told}"] == []
