"""The gates of the loaded and the advanced drills, at both sides of each boundary."""

import pytest

from factories import Journal, day, opened, state_on
from hingecli.coach import ladder
from hingecli.coach.protocol import Index

RDL = "romanian-deadlift"
SINGLE = "single-leg-rdl"
SWING = "kettlebell-swing"
BARBELL = "barbell-deadlift"


def have(index: Index, journal: Journal, drill: str, *, on: int = 200) -> dict[str, int]:
    """Give how far each condition of `drill` is."""
    conditions = ladder.conditions_of(state_on(index, journal, on), drill)
    return {condition.id: condition.have for condition in conditions}


def missing(index: Index, journal: Journal, drill: str, *, on: int = 200) -> list[str]:
    conditions = ladder.conditions_of(state_on(index, journal, on), drill)
    return [condition.id for condition in conditions if not condition.met]


# --- Romanian deadlift: three clean days of the kettlebell deadlift ---


@pytest.mark.parametrize(("days", "opens"), [(2, False), (3, True)])
def test_the_rdl_opens_after_three_clean_kettlebell_days(
    index: Index, days: int, opens: bool
) -> None:
    journal = Journal().override(0, "kb").sessions(range(days), "kb 3x8")

    assert (RDL in opened(index, journal, days)) is opens


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("kb 3x8", True),
        ("kb 2x8", False),
        ("kb 2x8 7", False),
        ("kb 4x10", True),
        ("kb 3x9/10", True),
        ("kb 2x9/10 8/10", False),
        ("kb 3x8 3x1/8", True),
        ("kb 8 8 6/8 8", True),
        ("kb 2x10 7/10", True),
        ("kb 2x10 6/10", False),
        ("rdl 3x8", False),
    ],
)
def test_a_clean_day_has_three_sets_of_eight_ninety_percent_clean(
    index: Index, words: str, counts: bool
) -> None:
    journal = Journal().override(0, "kb").session(0, words)

    assert have(index, journal, RDL)["kettlebell-deadlift-3-days"] == int(counts)


def test_clean_days_wait_for_the_kettlebell_deadlift_to_open(index: Index) -> None:
    journal = Journal().sessions((0, 1, 2), "kb 3x8")

    assert missing(index, journal, RDL) == ["kettlebell-deadlift-open"]
    assert RDL in opened(index, journal.override(5, "kb"), 5)


@pytest.mark.parametrize(("pain", "counts"), [(2, 1), (3, 0)])
def test_a_loaded_day_with_pain_three_does_not_count(index: Index, pain: int, counts: int) -> None:
    journal = Journal().override(0, "kb").session(0, "kb 3x8", pain=pain)

    assert have(index, journal, RDL)["kettlebell-deadlift-3-days"] == counts


def test_a_sloppy_second_loaded_session_closes_nothing(index: Index) -> None:
    journal = Journal().override(0, "kb").session(0, "kb 3x8").session(0, "kb 3x2/8")

    assert have(index, journal, RDL)["kettlebell-deadlift-3-days"] == 1


def test_a_better_set_never_spoils_a_day_that_was_clean_without_it(index: Index) -> None:
    journal = Journal().override(0, "kb").session(0, "kb 8 8 8/10 85/100")

    assert have(index, journal, RDL)["kettlebell-deadlift-3-days"] == 1


# --- single-leg RDL ---


def with_rdl(days: int) -> Journal:
    """A person in plan week 5 on day 0, RDL open, with `days` clean RDL days from day 0 on."""
    start = Journal().setup(0, start=-28).override(0, "kb", "rdl")
    return start.sessions(range(0, 2 * days, 2), "rdl 3x8")


@pytest.mark.parametrize(("days", "opens"), [(2, False), (3, True)])
def test_single_leg_needs_three_clean_rdl_days(index: Index, days: int, opens: bool) -> None:
    assert (SINGLE in opened(index, with_rdl(days), 60)) is opens


@pytest.mark.parametrize(("on", "opens"), [(27, False), (28, True)])
def test_single_leg_waits_for_load_week_nine(index: Index, on: int, opens: bool) -> None:
    assert (SINGLE in opened(index, with_rdl(3), on)) is opens


def test_single_leg_waits_for_the_rdl(index: Index) -> None:
    journal = Journal().override(0, "kb").sessions((0, 2, 4), "rdl 3x8")

    assert missing(index, journal.session(6, "kb 8"), SINGLE) == ["romanian-deadlift-open"]


# --- the load week ---


@pytest.mark.parametrize(
    ("on", "week"), [(0, 5), (6, 5), (7, 6), (27, 8), (28, 9)], ids=lambda n: str(n)
)
def test_the_load_week_counts_from_the_first_loaded_day(index: Index, on: int, week: int) -> None:
    journal = Journal().setup(0, start=-70).override(0, "kb").session(0, "kb 3x8")

    assert state_on(index, journal, on).load_week == week


def test_a_late_starter_gets_four_light_weeks_too(index: Index) -> None:
    journal = Journal().setup(0, start=-200).override(0, "kb").session(0, "kb 3x8")

    state = state_on(index, journal, 8)

    assert (state.load_week, state.plan_week) == (6, 30)


def test_the_load_week_is_never_ahead_of_the_plan_week_nor_under_five(index: Index) -> None:
    journal = Journal().setup(0, start=0).override(0, "kb").session(0, "kb 3x8")

    assert [state_on(index, journal, on).load_week for on in (20, 35, 42)] == [5, 6, 7]


def test_paused_days_do_not_count_for_the_load_week(index: Index) -> None:
    journal = Journal().setup(0, start=-70).override(0, "kb").session(0, "kb 3x8")

    assert state_on(index, journal.pause(2, until=3), 8).load_week == 5
    assert state_on(index, journal.pause(2, until=3), 9).load_week == 6


def test_without_a_loaded_day_the_load_week_is_five(index: Index) -> None:
    assert state_on(index, Journal().setup(0, start=-200), 0).load_week == 5


def test_a_locked_drill_that_was_logged_begins_no_load_week(index: Index) -> None:
    journal = Journal().setup(0, start=-70).session(0, "kb 3x8").override(14, "kb")

    assert state_on(index, journal, 20).load_week == 5
    assert state_on(index, journal.session(14, "kb 3x8"), 21).load_week == 6


def test_an_open_drill_begins_the_load_week_even_after_a_locked_one(index: Index) -> None:
    journal = Journal().setup(0, start=-70).override(0, "kb").session(0, "rdl 3x8", "kb 3x8")

    assert state_on(index, journal, 7).load_week == 6


# --- kettlebell swing ---


def with_loaded_days(count: int, *words: str) -> Journal:
    start = Journal().setup(0, start=-28).override(0, "kb", "rdl")
    return start.sessions(range(0, 3 * count, 3), *words)


@pytest.mark.parametrize(("days", "opens"), [(8, False), (9, True)])
def test_the_swing_needs_nine_clean_loaded_days(index: Index, days: int, opens: bool) -> None:
    assert (SWING in opened(index, with_loaded_days(days, "kb 8"), 60)) is opens


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        (("kb 9/10",), True),
        (("kb 8/10",), False),
        (("kb 8/10", "rdl 10"), True),
        (("kb 8/10", "rdl 9/10"), False),
        (("kb 8/10", "dowel 30"), False),
        (("dowel 30",), False),
    ],
)
def test_a_clean_loaded_day_is_ninety_percent_of_all_its_loaded_reps(
    index: Index, words: tuple[str, ...], counts: bool
) -> None:
    journal = with_loaded_days(1, *words)

    assert have(index, journal, SWING)["loaded-9-days"] == int(counts)


def test_a_loaded_day_with_pain_is_no_clean_loaded_day(index: Index) -> None:
    journal = Journal().override(0, "kb").session(0, "kb 3x8", pain=3)

    assert have(index, journal, SWING)["loaded-9-days"] == 0


@pytest.mark.parametrize(("on", "opens"), [(27, False), (28, True)])
def test_the_swing_waits_for_load_week_nine(index: Index, on: int, opens: bool) -> None:
    assert (SWING in opened(index, with_loaded_days(9, "kb 8"), on)) is opens


def test_the_swing_waits_for_both_drills(index: Index) -> None:
    journal = Journal().setup(0, start=-28).override(0, "kb").sessions(range(0, 27, 3), "kb 8")

    assert missing(index, journal, SWING) == ["deadlift-and-rdl-open"]
    assert have(index, journal, SWING)["deadlift-and-rdl-open"] == 1


# --- barbell deadlift: rock-solid ---


def rock_solid(
    *,
    single: tuple[str, ...] = ("sl 2x6L 2x6R", "sl 2x6L 2x6R"),
    rounding: tuple[int, ...] = (0,) * 8,
    reps: int = 500,
    last: int = 28,
) -> Journal:
    """A person with all that the barbell asks for, unless told otherwise.

    `single` are the single-leg days, `rounding` the rounding reps of the loaded days since
    the RDL opened, `reps` all clean reps, `last` the day after the start in load week 9.
    """
    journal = Journal().setup(0, start=-28).override(0, "kb", "rdl", "sl")
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
    return sum(r.clean for sitting in journal.read().sittings for r in sitting.sets)


def test_the_barbell_opens_for_a_rock_solid_pattern(index: Index) -> None:
    assert missing(index, rock_solid(), BARBELL, on=28) == []
    assert BARBELL in opened(index, rock_solid(), 28)


def test_the_barbell_waits_for_single_leg(index: Index) -> None:
    journal = rock_solid()
    closed = journal.without("e004")

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
    assert (BARBELL in opened(index, rock_solid(last=20), on)) is opens


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
