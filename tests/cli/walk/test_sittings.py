"""What each key of the walk does, on a fake clock, and what goes by itself."""

from dataclasses import replace

import msgspec
import pytest

from cli.walk.walkfakes import BEGIN_S, REP_S, FakeClock, FakeKeys, Fakes, make_block
from factories import make_mistake
from hingecli.cli.walk.keys import SUSPENDED
from hingecli.cli.walk.parts import FIRST_COUNT_IN_S, SIDE_COUNT_IN_S, WalkStopped
from hingecli.cli.walk.stages import AWAY_S, walk_sets
from hingecli.coach.log.events import KG_PER_LB, Range
from hingecli.show.steps import Step

SET_S = 10 * REP_S
END_S = BEGIN_S + SET_S
"""When the first set of ten ends."""


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


def test_another_drill_comes_by_itself_with_time_to_get_ready() -> None:
    blocks = [make_block(sets=1, rest_s=30), make_block(sets=1)]
    fakes = Fakes([(1, "enter")], blocks=blocks)

    walk_sets(fakes.walk)

    assert kept(fakes) == [(10, 10)] * 2
    assert fakes.clock.now - 1000 == pytest.approx(END_S + 45 + 3 + SET_S, abs=0.2)
    assert "Next: Wall hinge: 1 set × 10." in fakes.screen.lines
    rests = [scene for scene in fakes.screen.scenes if scene.title == "Rest, then wall hinge"]
    assert rests[-1].where == "next: 1 set × 10"


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


@pytest.mark.parametrize("again", [0.1, 0.9])
def test_the_same_key_twice_skips_nothing_unseen(again: float) -> None:
    """The second s falls into the rest, the third into the next count-in: neither ends it."""
    ends = BEGIN_S + 5.4 * REP_S
    rest_ends = ends + 10
    keys = [(ends, "s"), (ends + again, "s"), (rest_ends, "s"), (rest_ends + again, "s")]
    fakes = Fakes([(1, "enter"), *keys], blocks=[make_block(sets=2)])

    walk_sets(fakes.walk)

    assert kept(fakes) == [(5, 5), (10, 10)]
    assert fakes.clock.now - 1000 == pytest.approx(rest_ends + 3 + SET_S, abs=0.2)


def test_enter_in_the_first_moment_begins_nothing() -> None:
    early = Fakes([(0.9, "enter"), (20, "q")])
    late = Fakes([(1.0, "enter"), (20, "q")])

    stops(early)
    stops(late)

    assert "Set 1 of 3: 10 reps." not in early.screen.lines
    assert "Set 1 of 3: 10 reps." in late.screen.lines


def test_enter_pressed_again_and_again_answers_and_skips_no_rest() -> None:
    enters = [(END_S + 2 + n, "enter") for n in range(9)]
    fakes = Fakes([(1, "enter"), *enters], blocks=[make_block(sets=2)])

    walk_sets(fakes.walk)

    assert kept(fakes) == [(10, 10), (10, 10)]
    assert fakes.clock.now - 1000 == pytest.approx(END_S + 45 + 3 + SET_S, abs=0.2)


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


def test_the_count_is_asked_after_each_set_in_plain_words() -> None:
    fakes = Fakes([(1, "enter"), *typed_from(END_S + 4, "8", "enter"), (END_S + 20, "q")])

    stops(fakes)

    assert questions(fakes)[0] == "How many were clean? [10]"
    assert kept(fakes) == [(8, 10)]
    assert fakes.log.kept[0].sure
    assert "Kept: 8 of 10 clean." in fakes.screen.lines


def test_what_went_wrong_is_chosen_from_a_numbered_list() -> None:
    answers = [*typed_from(END_S + 4, "7", "enter"), *typed_from(END_S + 6, "2", "space", "1")]
    fakes = Fakes([(1, "enter"), *answers, (END_S + 8, "enter"), (END_S + 20, "q")])

    stops(fakes)

    assert questions(fakes)[-1] == "What went wrong? The most frequent first."
    lists = [scene.lines for scene in fakes.screen.scenes if scene.ask.startswith("What went")]
    assert lists[0] == ("1 Knees cave in", "2 Lower back rounding")
    done = fakes.log.kept[0]
    assert sorted(done.mistakes) == [
        "knees-cave-in",
        "lower-back-rounding",
        "lower-back-rounding",
    ]
    assert "Mend it now." in fakes.audio.said


def test_what_went_wrong_may_stay_open() -> None:
    answers = [*typed_from(END_S + 4, "9", "enter"), (END_S + 6, "enter")]
    fakes = Fakes([(1, "enter"), *answers, (END_S + 20, "q")])

    stops(fakes)

    assert fakes.log.kept[0].mistakes == ()
    assert fakes.log.kept[0].unnamed == 1


def test_a_number_that_is_not_in_the_list_is_asked_again() -> None:
    answers = [*typed_from(END_S + 4, "9", "enter", "7", "enter"), (END_S + 6, "1")]
    fakes = Fakes([(1, "enter"), *answers, (END_S + 7, "enter"), (END_S + 20, "q")])

    stops(fakes)

    assert "Type numbers of the list, as in 2, or 2 4." in fakes.screen.lines
    assert fakes.log.kept[0].mistakes == ("knees-cave-in",)


def test_an_unanswered_count_is_all_but_the_marked_ones_and_said() -> None:
    fakes = Fakes([(1, "enter"), (25, "space")], blocks=[make_block(sets=2)])

    walk_sets(fakes.walk)

    assert kept(fakes) == [(9, 10), (10, 10)]
    assert not fakes.log.kept[0].sure
    said = "9 of 10 clean: not told, so taken. Asked again at the end."
    assert said in fakes.screen.lines
    assert any(said in scene.lines for scene in fakes.screen.scenes)


def test_more_clean_reps_than_reps_are_not_taken() -> None:
    answers = typed_from(END_S + 4, "1", "2", "enter")
    fakes = Fakes([(1, "enter"), *answers, (END_S + 9, "q")])

    stops(fakes)

    assert kept(fakes) == [(10, 10)]
    refused = "There were 10 reps: write 0 to 10."
    assert any(refused in scene.lines for scene in fakes.screen.scenes)


def test_a_miss_seen_too_late_is_marked_in_the_rest() -> None:
    fakes = Fakes([(1, "enter"), (END_S + 4, "space"), (END_S + 6, "space"), (END_S + 19, "q")])

    stops(fakes)

    assert kept(fakes) == [(8, 10)]
    assert [miss.rep for miss in fakes.log.kept[0].run.misses] == [10, 9]
    assert questions(fakes)[-1] == "How many were clean? [8]"


def test_words_are_typed_where_a_command_key_would_be() -> None:
    """The space of `9 of 10` marks no miss once an answer has begun."""
    answers = typed_from(END_S + 4, *"9", "space", *"of", "space", *"10", "enter")
    fakes = Fakes([(1, "enter"), *answers, (END_S + 9, "q")])

    stops(fakes)

    assert kept(fakes) == [(9, 10)]
    assert fakes.log.kept[0].run.misses == ()


@pytest.mark.parametrize("slip", ["x", "w", "backspace", "up"])
def test_a_slip_in_the_rest_begins_no_answer(slip: str) -> None:
    fakes = Fakes([(1, "enter"), (END_S + 4, slip), (END_S + 5, "q")])

    assert stops(fakes).asking
    assert not any(scene.typed for scene in fakes.screen.scenes)


def test_escape_takes_an_answer_back() -> None:
    answers = typed_from(END_S + 4, "3", "escape", "enter")
    fakes = Fakes([(1, "enter"), *answers, (END_S + 9, "q")])

    stops(fakes)

    assert kept(fakes) == [(10, 10)]


@pytest.mark.parametrize(("typed", "clean"), [("8", 8), ("99", 10)])
def test_what_is_typed_when_the_rest_ends_counts_if_it_can_be_read(typed: str, clean: int) -> None:
    answers = typed_from(END_S + 43, *typed)
    fakes = Fakes([(1, "enter"), *answers], blocks=[make_block(sets=2)])

    walk_sets(fakes.walk)

    assert kept(fakes)[0] == (clean, 10)
    assert fakes.log.kept[0].sure == (typed == "8")


def test_a_rest_can_be_cut_short_and_made_longer() -> None:
    short = Fakes([(1, "enter"), (END_S + 4, "s")], blocks=[make_block(sets=2)])
    longer = Fakes([(1, "enter"), (END_S + 4, "+")], blocks=[make_block(sets=2)])

    walk_sets(short.walk)
    walk_sets(longer.walk)

    assert short.clock.now - 1000 == pytest.approx(END_S + 4 + 3 + SET_S, abs=0.2)
    assert longer.clock.now - 1000 == pytest.approx(END_S + 60 + 3 + SET_S, abs=0.2)


TEST = {"sets": 3, "reps": 20, "purpose": "test", "rest_s": 60}
RUN_S = BEGIN_S + 20 * REP_S


def test_a_test_run_ends_with_the_first_miss() -> None:
    keys = [(1.0, "enter"), (BEGIN_S + 17 * REP_S + 2, "space"), (105.0, "q")]
    fakes = Fakes(keys, blocks=[make_block(**TEST)])  # type: ignore[arg-type]

    stops(fakes)

    assert kept(fakes) == [(17, 18)]


@pytest.mark.parametrize("keys", [("8", "enter"), ("space",) * 3])
def test_a_run_put_right_in_the_rest_ends_with_its_miss(keys: tuple[str, ...]) -> None:
    missed = BEGIN_S + 11 * REP_S + 2
    typed = [(missed + 7 + n, key) for n, key in enumerate(keys)]
    walked = [(1.0, "enter"), (missed, "space"), *typed, (missed + 40, "q")]
    fakes = Fakes(walked, blocks=[make_block(**TEST)])  # type: ignore[arg-type]

    stops(fakes)

    assert kept(fakes) == [(8, 9)]


def test_a_passed_test_needs_no_second_run_and_no_rest_once_it_is_told() -> None:
    untold = Fakes([(1, "enter")], blocks=[make_block(**TEST)])  # type: ignore[arg-type]
    told = Fakes(
        [(1, "enter"), (RUN_S + 3, "enter")],
        blocks=[make_block(**TEST)],  # type: ignore[arg-type]
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
        blocks=[make_block(**TEST)],  # type: ignore[arg-type]
    )

    stops(fakes)

    assert kept(fakes)[0] == (12, 13)
    assert len(kept(fakes)) == 2


def test_after_a_passed_test_the_next_drill_is_introduced() -> None:
    blocks = [make_block(**TEST), make_block(sets=1)]  # type: ignore[arg-type]
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
    assert "Go half the range only." in " ".join(fakes.audio.said)


LOADED = frozenset({"wall-hinge"})


def test_another_weight_is_taken_for_the_whole_block() -> None:
    keys = [*typed_from(1, "w", "3", "5", "l", "b", "enter"), (3, "enter")]
    fakes = Fakes(keys, blocks=[make_block(sets=2)], loaded=LOADED)

    walk_sets(fakes.walk)

    sets = [done.run.paced for done in fakes.log.kept.values()]
    assert {(one.load_kg, one.unit) for one in sets} == {(35 * KG_PER_LB, "lb")}
    assert "Wall hinge: 2 sets × 10 · 35 lb." in fakes.screen.lines


def test_before_another_drill_its_weight_is_told_in_the_rest_which_waits_for_it() -> None:
    blocks = [make_block(sets=1, rest_s=30), make_block(sets=2)]
    keys = [(END_S + 40, "w"), (END_S + 50, "1"), (END_S + 51, "x"), (END_S + 52, "enter")]
    right = [(END_S + 53, "1"), (END_S + 54, "6"), (END_S + 55, "enter")]
    fakes = Fakes([(1, "enter"), *keys, *right], blocks=blocks, loaded=LOADED)

    walk_sets(fakes.walk)

    sets = [done.run.paced for done in fakes.log.kept.values()]
    assert [one.load_kg for one in sets] == [None, 16, 16]
    assert any("not a weight" in line for line in fakes.screen.lines)
    first_set_of_it = next(at for at, line in fakes.screen.timed if line == "Set 1 of 2: 10 reps.")
    assert first_set_of_it - 1000 == pytest.approx(END_S + 55, abs=0.2)


def test_between_sets_of_one_drill_w_asks_no_weight() -> None:
    fakes = Fakes([(1, "enter"), (END_S + 4, "w"), (END_S + 20, "q")], loaded=LOADED)

    assert stops(fakes).asking
    assert not any("weight" in question for question in questions(fakes))


def test_nobody_is_asked_to_count_a_warm_up() -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=1), make_block(sets=1)])
    first, second = fakes.walk.plan.sets
    warm_up = msgspec.structs.replace(first, warmup=True)
    fakes.walk.plan = replace(fakes.walk.plan, sets=(warm_up, second))

    walk_sets(fakes.walk)

    assert questions(fakes) == []
    assert [done.sure for done in fakes.walk.done] == [True, False]


def test_a_weight_that_cannot_be_read_is_asked_again() -> None:
    keys = [*typed_from(1, "w", "x", "enter", "1", "2", "enter"), (3, "enter")]
    fakes = Fakes(keys, blocks=[make_block(sets=1)], loaded=LOADED)

    walk_sets(fakes.walk)

    assert fakes.log.kept[0].run.paced.load_kg == 12
    assert any("not a weight" in line for line in fakes.screen.lines)


def test_enter_alone_keeps_the_weight() -> None:
    keys = [*typed_from(1, "w", "enter"), (3, "enter")]
    fakes = Fakes(keys, blocks=[make_block(sets=1)], loaded=LOADED)

    walk_sets(fakes.walk)

    assert fakes.log.kept[0].run.paced.load_kg is None


def test_ctrl_c_leaves_while_a_weight_is_typed() -> None:
    fakes = Fakes(typed_from(1, "w", "1", "ctrl-c"), loaded=LOADED)

    assert not stops(fakes).asking


def test_a_drill_without_load_asks_no_weight() -> None:
    fakes = Fakes([(1, "w"), (2, "enter")], blocks=[make_block(sets=1)])

    walk_sets(fakes.walk)

    assert fakes.log.kept[0].run.paced.load_kg is None


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


def test_the_steps_have_the_numbers_that_they_have_on_the_card() -> None:
    fakes = Fakes([(2, "end")])
    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    assert fakes.screen.scenes[0].lines == (
        Step("Stand a foot from the wall."),
        Step("Push your hips back.", 1),
        Step("Stand tall.", 2),
    )


def test_lines_that_the_card_said_right_before_are_not_said_again() -> None:
    again, once = Fakes([(2, "end")]), Fakes([(2, "end")])
    once.walk.plan = replace(once.walk.plan, said=frozenset({"Step 1: Push your hips back."}))
    for fakes in (again, once):
        with pytest.raises(WalkStopped):
            walk_sets(fakes.walk)

    assert "Step 1: Push your hips back." in again.screen.lines
    assert "Step 1: Push your hips back." not in once.screen.lines
    assert "Step 2: Stand tall." in once.screen.lines
    assert len(once.screen.scenes[0].lines) == 3  # a picture hides the card: it says all


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
