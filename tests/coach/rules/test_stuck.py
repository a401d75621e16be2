"""D16: a standstill of six weeks is named, in every second week, with something else to try."""

import pytest

from factories import Journal, lifter, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules.stuck import most_frequent_miss

MON = 42
"""The first day of the seventh week."""


def practised(*weeks: int, days: int = 3, words: str = "wall 3x8/10", **told: object) -> Journal:
    """A learner far from clean, on `days` days of each of `weeks`."""
    on = [7 * week + number for week in weeks for number in range(days)]
    return Journal().sessions(on, words, **told)


def said(index: Index, journal: Journal, on: int) -> str:
    told = reason_of(today(index, journal, on), "D16")
    return "" if told is None else told.text


# --- when it is named ---


@pytest.mark.parametrize(("weeks", "named"), [(5, False), (6, True)])
def test_six_weeks_without_a_step_are_named(index: Index, weeks: int, named: bool) -> None:
    text = said(index, practised(*range(weeks)), 7 * weeks)

    assert text.startswith("6 weeks of practice without a step toward the dowel hinge.") is named
    assert bool(text) is named


@pytest.mark.parametrize(("days", "named"), [(2, False), (3, True)])
def test_only_weeks_of_three_sessions_count(index: Index, days: int, named: bool) -> None:
    assert bool(said(index, practised(*range(6), days=days), MON)) is named


@pytest.mark.parametrize(("day", "named"), [(3, True), (6, True), (10, False)])
def test_it_is_named_throughout_its_week(index: Index, day: int, named: bool) -> None:
    assert bool(said(index, practised(*range(8)), MON + day)) is named


def test_every_second_week_tries_the_next_thing(index: Index) -> None:
    journal = practised(*range(14))

    texts = [said(index, journal, 7 * week + 3) for week in range(6, 14)]

    assert [bool(text) for text in texts] == [True, False] * 4
    assert "shorter range" in texts[0]
    assert "film a set of each session and look at your own clip: hinge film" in texts[2]
    assert texts[4].endswith(
        "One hour with a coach or physical therapist shows what you cannot feel."
    )
    assert "shorter range" in texts[6]


def test_a_thin_week_neither_counts_nor_begins_anew(index: Index) -> None:
    thin = practised(*range(5)).session(35, "wall 3x8/10")

    assert said(index, thin, MON) == ""
    assert said(index, thin.sessions((42, 43, 44), "wall 3x8/10"), 49) != ""


def test_a_week_without_a_session_begins_anew(index: Index) -> None:
    journal = practised(*range(5), *range(6, 8))

    assert said(index, journal, 56) == ""
    assert said(index, practised(*range(5), *range(6, 12)), 84) != ""


@pytest.mark.parametrize(
    ("more", "step"), [("wall 11 10 10", True), ("wall 15/16", True), ("wall 7/10", False)]
)
def test_a_longer_run_is_a_step(index: Index, more: str, step: bool) -> None:
    journal = practised(*range(6)).session(39, more)

    assert (said(index, journal, MON) == "") is step


def test_what_moves_in_the_week_itself_ends_it(index: Index) -> None:
    journal = practised(*range(6))

    assert said(index, journal, MON + 1) != ""
    assert said(index, journal.session(MON, "wall 12"), MON + 1) == ""


def test_clean_reps_in_all_and_weeks_are_no_step(index: Index) -> None:
    journal = Journal().override(0, "dowel").sessions(range(21, 63), "dowel 3x8/10")

    assert "toward the kettlebell deadlift" in said(index, journal, 63)


def test_what_only_waits_for_a_week_is_no_standstill(index: Index) -> None:
    begun = Journal().setup(0, start=30).sessions((0, 1), "wall 20")
    journal = begun.sessions(range(2, 56), "dowel 3x10")

    assert said(index, journal, 56) == ""


@pytest.mark.parametrize(
    "excuse",
    [
        lambda log: log.session(36, "wall 5", pain=5).morning(37, 0).morning(38, 0),
        lambda log: log.pause(38, until=38),
    ],
    ids=["a hold", "a pause"],
)
def test_a_week_that_could_bring_no_step_does_not_count(index: Index, excuse: object) -> None:
    assert callable(excuse)

    assert said(index, excuse(practised(*range(6))), MON) == ""


def test_a_return_from_a_break_does_not_count(index: Index) -> None:
    trained = lifter(bells=(16, 20)).sessions(range(0, 28, 2), "kb 3x8/10 @16")
    back = trained.session(41, "dowel 3x10").sessions((42, 44, 46), "kb 3x8/10 @16")

    assert state_on(index, trained, 28).standstill.load_weeks == 3
    assert state_on(index, back, 49).standstill.load_weeks == 0


@pytest.mark.parametrize(("weeks", "counted"), [(2, 0), (3, 1)])
def test_a_return_that_takes_longer_than_its_steps_counts(
    index: Index, weeks: int, counted: int
) -> None:
    trained = lifter(bells=(16, 20)).sessions(range(0, 28, 2), "kb 3x8/10 @16")
    back = trained.session(41, "dowel 3x10")
    for week in range(weeks):
        monday = 42 + 7 * week
        back = back.sessions((monday, monday + 2, monday + 4), "kb 3x8/10 @16")

    assert state_on(index, back, 42 + 7 * weeks).standstill.load_weeks == counted


@pytest.mark.parametrize(("week", "counts"), [(7, False), (8, True)])
def test_a_way_back_of_more_than_two_weeks_counts(index: Index, week: int, counts: bool) -> None:
    hurt = lifter(bells=(8, 12)).session(37, "kb 3x8 @8").session(44, "kb 3x8 @8", pain=6)
    back = hurt.morning(45, 0).morning(46, 0).sessions((49, 56, 63), "kb 1x6 @8", pain=3)
    back = back.sessions((50, 51, 57, 58, 64, 65), "dowel 2x8")

    before = state_on(index, back, 7 * week).standstill.gate_weeks
    after = state_on(index, back, 7 * week + 7).standstill.gate_weeks

    assert (after > before) is counts


def test_a_hold_of_some_drills_alone_counts_and_sends_to_a_person(index: Index) -> None:
    journal = practised(*range(6)).session(38, "wall 3x8/10", pain=5, where="shoulder")

    assert "One hour with a coach or physical therapist" in said(index, journal, MON)


@pytest.mark.parametrize("cleared", [False, True])
def test_only_a_professionals_yes_missing_is_named_as_that(index: Index, cleared: bool) -> None:
    journal = lifter(screen="unloaded")
    for week in range(6):
        journal = journal.sessions(range(7 * week, 7 * week + 3), "dowel 3x10")
    if cleared:
        journal = journal.cleared(40)

    decision = today(index, journal, MON)
    told = [reason.text for reason in decision.reasons if "--cleared" in reason.text]

    assert len(told) == (not cleared)
    if not cleared:
        assert told[0].startswith("6 weeks of practice, and only a professional's yes is missing")


# --- with load ---


@pytest.mark.parametrize(("bells", "named"), [((16, 20), True), ((16,), False)])
def test_no_reps_and_no_weight_up_is_named_while_a_heavier_one_is_owned(
    index: Index, bells: tuple[int, ...], named: bool
) -> None:
    open_all = lifter("kb", "rdl", "sl", "swing", bells=bells, equipment=("kettlebell",))
    journal = open_all.sessions(
        sorted({*range(0, 49, 7), *range(2, 49, 7)}), "kb 3x12 @16", effort=9
    )
    journal = journal.sessions(range(4, 49, 7), "wall 3x10")

    text = said(index, journal, 49)

    assert (
        text.startswith("6 weeks of practice in which no drill's reps or weight went up.") is named
    )


def test_what_is_won_back_after_a_cut_is_no_step(index: Index) -> None:
    open_all = lifter("kb", "rdl", "sl", "swing", bells=(12, 16, 20), equipment=("kettlebell",))
    journal = open_all
    for week in range(7):
        load = 16 if week % 2 == 0 else 12
        journal = journal.sessions((7 * week, 7 * week + 2), f"kb 3x5/8 @{load}")
        journal = journal.session(7 * week + 4, "wall 3x10")

    assert state_on(index, journal, 49).standstill.load_weeks >= 5


# --- what is tried ---


def test_the_focus_is_on_the_most_frequent_miss(index: Index) -> None:
    journal = practised(*range(6), mistakes={"soft-lockout": 1})
    journal = journal.session(MON, "wall 3x8/10", mistakes={"looking-up": 4})

    decision = today(index, journal, MON + 1)

    assert most_frequent_miss(state_on(index, journal, MON)) == "soft-lockout"
    assert decision.focus == "soft-lockout"
    assert "the focus on soft lockout" in said(index, journal, MON + 1)
    told = reason_of(decision, "Focus")
    assert told is not None
    assert told.text == "One cue today, because it is your most frequent miss."


@pytest.mark.parametrize(("seen_on", "found"), [(27, None), (28, "looking-up")])
def test_a_miss_older_than_the_standstill_is_none_of_it(
    index: Index, seen_on: int, found: str | None
) -> None:
    journal = Journal().session(seen_on, "wall 5", mistakes={"looking-up": 4})

    assert most_frequent_miss(state_on(index, journal, 70)) == found


@pytest.mark.parametrize(("week", "films"), [(6, False), (8, True)])
def test_a_week_of_film_films_every_session(index: Index, week: int, films: bool) -> None:
    journal = practised(*range(9))

    assert today(index, journal, 7 * week + 4).film is films


@pytest.mark.parametrize(("start", "sent"), [(-34, False), (-35, True)])
def test_from_plan_week_twelve_without_load_a_person_is_always_named(
    index: Index, start: int, sent: bool
) -> None:
    journal = practised(*range(6)).setup(0, start=start)

    assert ("coach or physical therapist" in said(index, journal, MON)) is sent


def test_who_loads_is_not_sent_to_a_person_each_time(index: Index) -> None:
    journal = practised(*range(6)).setup(0, start=-70).override(0, "kb").session(1, "kb 3x8/10")

    assert "coach or physical therapist" not in said(index, journal, MON)


def test_nothing_is_said_of_it_in_a_hold_or_a_pause(index: Index) -> None:
    journal = practised(*range(6))

    assert said(index, journal.session(MON, "wall 5", pain=6), MON + 1) == ""
    assert said(index, journal.pause(MON), MON + 1) == ""
