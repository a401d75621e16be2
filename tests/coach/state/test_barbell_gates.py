"""The gates of the barbell and of what follows it, at both sides of each boundary."""

import pytest

from factories import Journal, day, have, missing, opened, state_on
from hingecli.coach.protocol.protocol import Index

RDL = "romanian-deadlift"
SINGLE = "single-leg-rdl"
BARBELL = "barbell-deadlift"


# --- barbell deadlift: rock-solid ---


def rock_solid(
    *,
    single: tuple[str, ...] = ("sl 2x6L 2x6R", "sl 2x6L 2x6R"),
    rounding: tuple[int, ...] = (0,) * 8,
    reps: int = 500,
    last: int = 28,
    weeks: int = 2,
) -> Journal:
    """A person with all that the barbell asks for, unless told otherwise.

    `single` are the single-leg days, `rounding` the rounding reps of the loaded days since
    the RDL opened, `reps` all clean reps, `last` the day by which they are done. As many `weeks`
    before these had a loaded day.
    """
    journal = Journal().setup(0, start=-28).override(-28, "kb").override(0, "rdl", "sl")
    journal = journal.sessions(range(-7 * weeks, 0, 7), "kb 1")
    days = len(rounding)
    for number, count in enumerate(rounding):
        words = single[number - days] if number >= days - len(single) else "kb 8"
        told = {"lower-back-rounding": count} if count else None
        journal = journal.session(number, words, mistakes=told)
    done = state_clean(journal)
    while done < reps:
        now = min(100, reps - done)
        journal = journal.session(last - 1, f"wall {now}")
        done += now
    return journal


def state_clean(journal: Journal) -> int:
    return sum(r.clean_reps for sitting in journal.read().sittings for r in sitting.sets)


def test_the_barbell_opens_for_a_rock_solid_pattern(index: Index) -> None:
    assert missing(index, rock_solid(), BARBELL, on=28) == []
    assert BARBELL in opened(index, rock_solid(), 28)


def test_the_barbell_waits_for_single_leg(index: Index) -> None:
    journal = rock_solid()
    closed = journal.without("e004").session(21, "kb 8")

    assert missing(index, closed, BARBELL, on=28) == ["single-leg-rdl-open"]


@pytest.mark.parametrize(
    ("single", "met"),
    [
        (("sl 2x6L 2x6R",), False),
        (("sl 2x6L 2x6R", "sl 2x6L 2x6R"), True),
        (("sl 2x6L 2x5R", "sl 2x6L 2x6R"), False),
        (("sl 2x6L 6R", "sl 2x6L 2x6R"), False),
        (("sl 2x10L 2x8/10R", "sl 2x6L 2x6R"), False),
        (("sl 2x10L 2x9/10R", "sl 2x6L 2x6R"), True),
        (("sl 2x8L 2x6R", "sl 2x8L 2x6R"), False),
        (("sl 2x8L 2x6R", "sl 2x7L 2x6R"), True),
        (("sl 2x20L 2x17R", "sl 2x8L 2x6R"), True),
        (("sl 2x25L 2x21R", "sl 2x8L 2x6R"), False),
        (("sl 2x6", "sl 2x6"), False),
        (("sl 2x6", "sl 2x6L 2x6R"), True),
    ],
)
def test_the_barbell_needs_two_single_leg_days_one_of_them_even(
    index: Index, single: tuple[str, ...], met: bool
) -> None:
    lacking = missing(index, rock_solid(single=single), BARBELL)

    assert ("single-leg-2-days" not in lacking) is met


def test_a_third_uneven_day_takes_nothing_from_an_even_one(index: Index) -> None:
    single = ("sl 2x6L 2x6R", "sl 2x8L 2x6R", "sl 2x8L 2x6R")

    assert missing(index, rock_solid(single=single), BARBELL) == []


def test_one_more_clean_set_on_one_side_closes_nothing(index: Index) -> None:
    day_of_two = Journal().override(0, "kb", "rdl", "sl")
    before = day_of_two.session(0, "sl 2x6L 2x6R").session(1, "sl 2x6L 2x6R")
    after = (
        day_of_two.session(0, "sl 20L")
        .session(0, "sl 2x6L 2x6R")
        .session(1, "sl 20L")
        .session(1, "sl 2x6L 2x6R")
    )

    assert have(index, before, BARBELL)["single-leg-2-days"] == 2
    assert have(index, after, BARBELL)["single-leg-2-days"] == 2


@pytest.mark.parametrize(("reps", "met"), [(499, False), (500, True)])
def test_the_barbell_needs_five_hundred_clean_reps(index: Index, reps: int, met: bool) -> None:
    assert missing(index, rock_solid(reps=reps), BARBELL) == ([] if met else ["clean-500"])


@pytest.mark.parametrize(
    ("rounding", "steady"),
    [
        ((0,) * 7, 7),
        ((0,) * 8, 8),
        ((1,) * 8, 8),
        ((2, 2, 0, 0, 0, 0, 0, 0), 8),
        ((2, 2, 2, 0, 0, 0, 0, 0), 7),
        ((2, 2, 2, 0, 0, 0, 0, 0, 0), 8),
        ((0, 0, 0, 0, 0, 0, 2, 2), 8),
        ((2, 0, 2, 0, 2, 0, 2, 0, 2, 0), 6),
    ],
)
def test_the_barbell_needs_six_steady_of_eight_loaded_days_in_a_row(
    index: Index, rounding: tuple[int, ...], steady: int
) -> None:
    far = have(index, rock_solid(rounding=rounding), BARBELL)

    assert far["steady-8-days"] == steady


@pytest.mark.parametrize(("pain", "steady"), [(2, 8), (3, 2)])
def test_a_painful_day_is_not_a_steady_one(index: Index, pain: int, steady: int) -> None:
    journal = Journal().override(0, "kb", "rdl").sessions(range(8), "rdl 8", pain=pain)

    assert have(index, journal, BARBELL)["steady-8-days"] == steady


def test_steady_days_before_the_rdl_opened_do_not_count(index: Index) -> None:
    journal = Journal().override(0, "kb").sessions(range(8), "kb 8").override(9, "rdl")

    assert have(index, journal, BARBELL)["steady-8-days"] == 0


def test_steady_days_once_earned_are_not_taken_back(index: Index) -> None:
    assert have(index, rock_solid(rounding=(0,) * 8 + (5,) * 8), BARBELL)["steady-8-days"] == 8


def test_rounding_counts_by_the_day_and_under_load_alone(index: Index) -> None:
    start = Journal().override(0, "kb", "rdl").sessions((0, 1), "kb 8")
    one, two = {"lower-back-rounding": 1}, {"lower-back-rounding": 2}
    once = start.session(2, "kb 8", mistakes=one)
    twice = once.session(2, "rdl 8", mistakes=one, sitting="e005")
    unloaded = once.session(2, "dowel 10", mistakes=two, sitting="e005")

    def after_five_more(journal: Journal) -> int:
        unsteady = journal.sessions((3, 4), "kb 8", mistakes=two).sessions((5, 6, 7), "kb 8")
        return have(index, unsteady, BARBELL)["steady-8-days"]

    assert [after_five_more(journal) for journal in (once, unloaded, twice)] == [8, 8, 7]


@pytest.mark.parametrize(("on", "opens"), [(27, False), (28, True)])
def test_the_barbell_waits_for_load_week_nine(index: Index, on: int, opens: bool) -> None:
    journal = rock_solid(last=20, weeks=1).session(21, "kb 8")

    assert (BARBELL in opened(index, journal, on)) is opens


# --- advanced ---


@pytest.mark.parametrize(("days", "opens"), [(5, False), (6, True)])
def test_the_american_swing_needs_six_clean_swing_days(
    index: Index, days: int, opens: bool
) -> None:
    journal = Journal().override(0, "swing").sessions(range(days), "swing 5x5 4/5")

    assert ("american-swing" in opened(index, journal, days)) is opens


@pytest.mark.parametrize(("words", "counts"), [("swing 9/10", 1), ("swing 8/10", 0)])
def test_a_clean_swing_day_is_ninety_percent(index: Index, words: str, counts: int) -> None:
    journal = Journal().override(0, "swing").session(0, words)

    assert have(index, journal, "american-swing")["kettlebell-swing-6-days"] == counts


@pytest.mark.parametrize("drill", ["deficit-deadlift", "block-pull", "good-morning"])
@pytest.mark.parametrize(("days", "opens"), [(5, False), (6, True)])
def test_variations_need_six_clean_barbell_days(
    index: Index, drill: str, days: int, opens: bool
) -> None:
    journal = Journal().override(0, "bb").sessions(range(days), "bb 3x5")

    assert (drill in opened(index, journal, days)) is opens


@pytest.mark.parametrize(
    ("words", "counts"), [("bb 3x1", 1), ("bb 2x5", 0), ("bb 2x10 7/10", 1), ("bb 2x10 6/10", 0)]
)
def test_a_clean_barbell_day_has_three_sets(index: Index, words: str, counts: int) -> None:
    journal = Journal().override(0, "bb").session(0, words)

    assert have(index, journal, "block-pull")["barbell-deadlift-6-days"] == counts


def test_the_jump_opens_with_the_swing_for_the_athletic_goal(index: Index) -> None:
    swing = Journal().override(0, "swing")

    assert "broad-jump" not in opened(index, swing, 1)
    assert "broad-jump" not in opened(index, swing.setup(1, goal="strength"), 1)
    assert "broad-jump" in opened(index, swing.setup(1, goal="athletic"), 1)
    assert "broad-jump" not in opened(index, Journal().setup(0, goal="athletic"), 1)


@pytest.mark.parametrize("drill", ["trap-bar-deadlift", "cable-pull-through", "sumo-deadlift"])
def test_substitutes_open_with_the_kettlebell_deadlift(index: Index, drill: str) -> None:
    assert drill not in opened(index, Journal(), 0)
    assert drill in opened(index, Journal().override(0, "kb"), 0)


def test_days_of_a_substitute_count_for_what_it_stands_for(index: Index) -> None:
    journal = Journal().override(0, "kb").sessions((0, 2, 4), "trap 3x8")

    assert RDL in opened(index, journal, 4)


def test_a_drill_opens_on_the_first_day_on_which_all_holds(index: Index) -> None:
    journal = Journal().override(0, "kb").sessions((0, 2, 4, 6), "kb 3x8")

    assert state_on(index, journal, 30).unlocks[RDL] == day(4)


def test_one_word_may_open_what_was_ready_behind_it(index: Index) -> None:
    journal = Journal().setup(0, start=-56).sessions((0, 2, 4), "kb 3x8").session(5, "rdl 3x8")
    ready = journal.sessions((7, 9), "rdl 3x8").override(40, "kb")

    assert state_on(index, ready, 40).unlocks[RDL] == day(40)
    assert SINGLE not in opened(index, ready, 40)
