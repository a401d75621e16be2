"""What is told in a rest, and what a key does there, on a fake clock."""

from dataclasses import replace

import msgspec
import pytest

from cli.walk.walkfakes import (
    BEGIN_S,
    END_S,
    LOADED,
    REP_S,
    SET_S,
    Fakes,
    kept,
    make_block,
    questions,
    stops,
    typed_from,
)
from hingecli.cli.walk.stages import walk_sets


def test_another_drill_comes_by_itself_with_time_to_get_ready() -> None:
    blocks = [make_block(sets=1, rest_s=30), make_block(sets=1)]
    fakes = Fakes([(1, "enter")], blocks=blocks)

    walk_sets(fakes.walk)

    assert kept(fakes) == [(10, 10)] * 2
    assert fakes.clock.now - 1000 == pytest.approx(END_S + 45 + 3 + SET_S, abs=0.2)
    assert "Next: Wall hinge: 1 set × 10." in fakes.screen.lines
    rests = [scene for scene in fakes.screen.scenes if scene.title == "Rest, then wall hinge"]
    assert rests[-1].where == "next: 1 set × 10"


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


def test_enter_pressed_again_and_again_answers_and_skips_no_rest() -> None:
    enters = [(END_S + 2 + n, "enter") for n in range(9)]
    fakes = Fakes([(1, "enter"), *enters], blocks=[make_block(sets=2)])

    walk_sets(fakes.walk)

    assert kept(fakes) == [(10, 10), (10, 10)]
    assert fakes.clock.now - 1000 == pytest.approx(END_S + 45 + 3 + SET_S, abs=0.2)


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
