"""D7: when more weight comes, what is missing for it, and how far it goes."""

from decimal import Decimal
from typing import Any

import pytest

from coach.rules.trained import KB, RDL, next_load
from factories import Journal, dose, lifter, main_block, reason_of, state_on, today
from hingecli.coach.log.events import KG_PER_LB, SetRecord
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import first_load, load_up, prescription
from hingecli.coach.rules.advice import say_load

BELLS = (8, 12, 16, 20)


# --- D7: more weight ---


def top_sessions(count: int, *, answer: bool = True, words: str = "rdl 3x12 @20") -> Journal:
    """Sessions at the top, three days apart, each answered on the next morning."""
    journal = lifter("rdl")
    for number in range(count):
        journal = journal.session(3 * number, words)
        if answer:
            journal = journal.morning(3 * number + 1, 0)
    return journal


@pytest.mark.parametrize(("count", "load"), [(1, 20), (2, 22)])
def test_two_sessions_at_the_top_raise_the_weight(index: Index, count: int, load: int) -> None:
    journal = top_sessions(count)

    assert next_load(index, journal, 3 * count)[0] == load


@pytest.mark.parametrize(("count", "load"), [(2, 20), (3, 22)])
def test_without_an_answer_in_the_morning_it_takes_three(
    index: Index, count: int, load: int
) -> None:
    assert next_load(index, top_sessions(count, answer=False), 3 * count)[0] == load


@pytest.mark.parametrize(("days_later", "raises"), [(10, True), (11, False)])
def test_the_morning_question_can_be_answered_for_ten_days(
    index: Index, days_later: int, raises: bool
) -> None:
    journal = top_sessions(1).session(3, "rdl 3x12 @20").morning(3 + days_later, 0)
    state = state_on(index, journal, 3 + days_later)

    assert load_up.steps_due(state, state.lifts[RDL].work) == int(raises)


def test_a_raise_says_its_evidence_and_restarts_at_eight(index: Index) -> None:
    decision = today(index, top_sessions(2), 6)

    block = main_block(decision)
    told = reason_of(decision, "D7")
    assert (block.load_kg, block.reps, block.reps_range) == (Decimal(22), 8, (8, 12))
    assert told is not None
    assert "2 sessions running with all sets at 12 clean: 20 kg → 22 kg" in told.text


def test_a_raise_names_the_effort_when_it_was_told(index: Index) -> None:
    journal = (
        lifter("rdl")
        .session(0, "rdl 3x12 @20", effort=5)
        .morning(1, 0)
        .session(3, "rdl 3x12 @20", effort=6)
        .morning(4, 0)
    )

    told = reason_of(today(index, journal, 6), "D7")

    assert told is not None
    assert "effort 6" in told.text


@pytest.mark.parametrize(
    ("second", "told", "load"),
    [
        ("rdl 3x12 @20", {}, 22),
        ("rdl 2x12 11 @20", {}, 20),
        ("rdl 2x12 11/12 @20", {}, 22),
        ("rdl 2x12 9/12 @20", {}, 22),
        ("rdl 12 11/12 9/12 @20", {}, 20),
        ("rdl 3x12 @20", {"effort": 6}, 22),
        ("rdl 3x12 @20", {"effort": 7}, 20),
        ("rdl 3x12 @20", {"pain": 2}, 22),
        ("rdl 3x12 @20", {"pain": 3}, 20),
        ("rdl 12 @20", {}, 20),
        ("rdl 3x14 @20", {}, 22),
    ],
)
def test_both_sessions_must_be_at_the_top_clean_easy_and_without_pain(
    index: Index, second: str, told: dict[str, Any], load: int
) -> None:
    journal = top_sessions(1).session(3, second, **told).morning(4, 0)

    assert next_load(index, journal, 6)[0] == load


def test_a_session_under_the_top_between_begins_the_row_anew(index: Index) -> None:
    journal = top_sessions(1).session(3, "rdl 3x11 @20").morning(4, 0)

    assert next_load(index, journal.session(6, "rdl 3x12 @20").morning(7, 0), 9)[0] == 20


def test_a_bad_morning_begins_the_row_anew(index: Index) -> None:
    journal = top_sessions(1).session(3, "rdl 3x12 @20").morning(4, 3).session(6, "rdl 3x12 @20")

    before = state_on(index, journal, 5).lifts[RDL].work.tops
    cut = state_on(index, journal, 6).lifts[RDL].work.tops
    after = state_on(index, journal.session(9, "rdl 3x12 @20"), 9).lifts[RDL].work.tops

    assert (before, cut, len(after)) == ((), (), 1)


def test_another_weight_begins_the_row_anew(index: Index) -> None:
    journal = top_sessions(2).session(6, "rdl 3x12 @22")

    state = state_on(index, journal, 6)

    assert len(state.lifts[RDL].work.tops) == 1


def test_a_heavier_weight_restarts_the_reps_where_it_was_logged(index: Index) -> None:
    journal = top_sessions(2).session(6, "rdl 3x8 @22")

    assert next_load(index, journal, 9) == (22, 3, 9)


def test_the_heaviest_bell_stays(index: Index) -> None:
    journal = lifter(bells=(16,)).session(0, "kb 3x12 @16").morning(1, 0)

    assert next_load(index, journal.session(3, "kb 3x12 @16").morning(4, 0), 6)[0] == 16


def test_a_big_step_wants_the_fifteens_first(index: Index) -> None:
    def after(reps: int) -> Decimal | None:
        journal = lifter(bells=BELLS).session(0, "kb 3x8 @8")
        for number in (3, 6):
            journal = journal.session(number, f"kb 3x{reps} @8").morning(number + 1, 0)
        return prescription.advise(state_on(index, journal, 9), KB).load_kg

    assert (after(14), after(15)) == (Decimal(8), Decimal(12))


@pytest.mark.parametrize(
    ("drill", "answers", "load", "heavier"),
    [
        ("rdl", {"equipment": ("dumbbells",)}, 4, 6),
        ("bb", {"equipment": ("barbell",)}, 20, "22.5"),
        ("bb", {"equipment": ("barbell",), "units": "lb"}, "20.41165665", "22.6796185"),
    ],
)
def test_the_smallest_step_of_dumbbells_and_of_a_bar_is_always_allowed(
    index: Index, drill: str, answers: dict[str, Any], load: str, heavier: str
) -> None:
    journal = lifter(drill, **answers)
    for on in (0, 3):
        journal = journal.session(on, f"{drill} 3x12 @{load}").morning(on + 1, 0)

    block = main_block(today(index, journal, 6))

    assert (block.load_kg, block.reps) == (Decimal(heavier), 8)


def easy(*efforts: int, load: int = 20, answer: bool = True) -> Journal:
    """One with dumbbells who made the top of the range at these efforts, the ceiling being 6."""
    journal = lifter("rdl", equipment=("dumbbells",))
    for number, effort in enumerate(efforts):
        journal = journal.session(3 * number, f"rdl 3x12 @{load}", effort=effort)
        if answer:
            journal = journal.morning(3 * number + 1, 0)
    return journal


@pytest.mark.parametrize(
    ("efforts", "load"), [((5, 5), 22), ((4, 5), 22), ((5, 4), 22), ((4, 4), 24), ((3, 4), 24)]
)
def test_two_under_the_ceiling_twice_makes_it_two_steps(
    index: Index, efforts: tuple[int, ...], load: int
) -> None:
    assert next_load(index, easy(*efforts), 6)[0] == load


@pytest.mark.parametrize(("load", "heavier"), [(20, 24), (18, 20), (10, 12)])
def test_two_steps_are_at_most_twenty_percent(index: Index, load: int, heavier: int) -> None:
    assert next_load(index, easy(4, 4, load=load), 6)[0] == heavier


@pytest.mark.parametrize(("effort", "load"), [(4, 20), (3, 22)])
def test_three_under_the_ceiling_makes_one_session_enough(
    index: Index, effort: int, load: int
) -> None:
    assert next_load(index, easy(effort), 3)[0] == load


@pytest.mark.parametrize(("efforts", "load"), [((3,), 20), ((3, 3), 24), ((5, 5), 20)])
def test_an_unanswered_morning_takes_one_session_more(
    index: Index, efforts: tuple[int, ...], load: int
) -> None:
    assert next_load(index, easy(*efforts, answer=False), 3 * len(efforts))[0] == load


def test_a_cut_breaks_the_row(index: Index) -> None:
    journal = top_sessions(1).session(3, "rdl 3x12 @20", effort=9).session(6, "rdl 3x12 @20")

    assert state_on(index, journal, 6).lifts[RDL].work.tops == ()
    assert next_load(index, journal.session(9, "rdl 3x12 @20").morning(10, 0), 12)[0] == 20


def test_a_session_at_half_the_range_breaks_the_row(index: Index) -> None:
    journal = top_sessions(1).session(3, "rdl 3x11 @20", pain=3).session(6, "rdl 3x12 @20", pain=0)

    assert state_on(index, journal, 6).lifts[RDL].work.tops == ()


def test_as_the_second_drill_two_sets_make_the_top(index: Index) -> None:
    journal = lifter("kb", "rdl", equipment=("dumbbells",))
    for on in (0, 3):
        journal = journal.session(on, "kb 3x8 @20", "rdl 2x12 @14").morning(on + 1, 0)

    assert prescription.advise(state_on(index, journal, 6), RDL).load_kg == 16


def test_loads_are_said_in_the_persons_unit(index: Index) -> None:
    journal = lifter("bb", units="lb").session(0, "bb 3x8 @61.23496995")

    advised = prescription.advise(state_on(index, journal, 2), "barbell-deadlift")

    assert say_load(state_on(index, journal, 2), advised.load_kg) == "135 lb"
    assert say_load(state_on(index, lifter(), 0), Decimal(16)) == "16 kg"
    assert say_load(state_on(index, lifter(), 0), None) == "body weight"


# --- what is missing for the next weight ---


@pytest.mark.parametrize(
    ("count", "answer", "after"),
    [
        (0, True, None),
        (1, True, "after 1 more day of 3 × 12"),
        (2, True, "next time"),
        (2, False, "after your morning score, or one more day at the top"),
        (3, False, "next time"),
    ],
)
def test_what_is_missing_for_the_next_weight_is_said(
    index: Index, count: int, answer: bool, after: str | None
) -> None:
    state = state_on(index, top_sessions(count, answer=answer), 3 * count)

    coming = load_up.next_load(state, RDL)

    assert (None if coming is None else coming.after) == after
    assert coming is None or coming.kg == 22


@pytest.mark.parametrize(
    ("effort", "after"),
    [
        (3, "after a day of 3 × 12 as easy as the last"),
        (4, "after 2 days running of 3 × 12"),
        (None, "after 2 days running of 3 × 12"),
    ],
)
def test_who_finds_it_very_easy_is_told_that_one_such_day_will_do(
    index: Index, effort: int | None, after: str
) -> None:
    journal = lifter("rdl").session(0, "rdl 3x8 @20", effort=effort)

    coming = load_up.next_load(state_on(index, journal, 2), RDL)

    assert coming is not None
    assert coming.after == after


def test_one_very_easy_session_is_told_as_one(index: Index) -> None:
    journal = lifter("rdl").session(0, "rdl 3x12 @20", effort=3).morning(1, 0)

    told = reason_of(today(index, journal, 2), "D7")

    assert told is not None
    assert "a session with all sets at 12 clean, effort 3: 20 kg" in told.text


@pytest.mark.parametrize(
    ("first", "last", "load"), [(3, 3, 24), (4, 3, 24), (5, 3, 22), (None, 3, 22), (3, 6, 20)]
)
def test_two_easy_sessions_running_make_two_steps_at_the_top_of_the_second(
    index: Index, first: int | None, last: int, load: int
) -> None:
    journal = lifter("rdl").session(0, "rdl 3x11 @20", effort=first).morning(1, 0)
    journal = journal.session(3, "rdl 3x12 @20", effort=last).morning(4, 0)

    assert next_load(index, journal, 6)[0] == load


def test_a_cut_is_said_in_a_whole_sentence(index: Index) -> None:
    told = reason_of(today(index, lifter("rdl").session(0, "rdl 3x8 @20", effort=9), 2), "D9")

    assert told is not None
    assert told.text.startswith("Effort 9 last time. Romanian deadlift: 20 kg → 18 kg")


def test_a_second_drill_that_is_too_much_is_said_to_wait_for_the_dowel(index: Index) -> None:
    journal = lifter("kb", "rdl", bells=(8,), equipment=("kettlebell",))
    journal = journal.session(0, "kb 3x8 @8", effort=10).session(2, "kb 1x6 @8", effort=10)

    decision = today(index, journal, 4)

    told = [reason.text for reason in decision.reasons if reason.rule.startswith("D9")]
    assert dose(decision)[0] == RDL
    assert all(block.drill != KB for block in decision.blocks)
    assert told == [
        "Effort 10 last time. Kettlebell deadlift: no lighter weight is there, so it waits for a "
        "dowel hinge day."
    ]


# --- a bell far over the last one ---


@pytest.mark.parametrize(
    ("bells", "asked"),
    [
        ((8, 24), (2, 6, (6, 12), Decimal(24))),
        ((8, 16), (2, 6, (6, 12), Decimal(16))),
        ((8, 14), (3, 8, (8, 12), Decimal(14))),
    ],
)
def test_twice_the_weight_begins_with_few_sets_and_reps(
    index: Index, bells: tuple[int, ...], asked: tuple[object, ...]
) -> None:
    journal = lifter(bells=bells).sessions((0, 2), "kb 3x15 @8", effort=5)
    journal = journal.morning(1, 0).morning(3, 0)

    advised = prescription.advise(state_on(index, journal, 4), "kettlebell-deadlift")

    low, top = advised.reps_range
    assert (advised.sets, advised.reps, (low, min(top, 12)), advised.load_kg) == asked
    assert any("few sets and reps" in why.text for why in advised.reasons) is (asked[0] == 2)


@pytest.mark.parametrize(
    ("words", "few", "then"),
    [("kb 2x6 @24", True, 8), ("kb 3x8 @24", False, 9), ("rdl 2x6 @24", False, 8)],
)
def test_few_of_a_far_heavier_bell_are_what_was_asked_for(
    index: Index, words: str, few: bool, then: int
) -> None:
    journal = lifter(bells=(8, 24)).sessions((0, 2), "kb 3x15 @8", effort=5)
    journal = journal.morning(1, 0).morning(3, 0).session(4, words, effort=5)

    lift = state_on(index, journal, 5).lifts["kettlebell-deadlift"]

    assert lift.few_at_first is few
    assert lift.work.short_sessions == 0
    assert lift.work.reps == (then if words.startswith("kb") else lift.work.reps)


def test_a_leap_is_none_of_what_begins_with_few_or_follows_other_drills(index: Index) -> None:
    state = state_on(index, lifter("sl", "swing"), 0)

    leaps = {
        drill: first_load.is_leap(state, drill, Decimal(8), Decimal(24))
        for drill in ("kettlebell-deadlift", "single-leg-rdl", "kettlebell-swing")
    }

    assert leaps == {
        "kettlebell-deadlift": True,
        "single-leg-rdl": False,
        "kettlebell-swing": False,
    }
    assert not first_load.is_leap(state, "kettlebell-deadlift", None, Decimal(24))
    assert not first_load.is_leap(state, "kettlebell-deadlift", Decimal(8), None)


# --- a weight told in another unit ---


def in_pounds(on: int, journal: Journal, pounds: str, *, reps: int = 15) -> Journal:
    load = Decimal(pounds) * KG_PER_LB
    record = SetRecord(drill=KB, reps=reps, clean=reps, load_kg=load, unit="lb")
    return journal.with_sets(on, *[record] * 4)


@pytest.mark.parametrize(
    ("pounds", "load"),
    [("26", 12), ("26.5", 12), ("25.2", 12), ("25", None), ("27.7", 12), ("28", None)],
)
def test_a_bell_is_the_same_in_the_other_unit(index: Index, pounds: str, load: int | None) -> None:
    before = lifter(bells=BELLS, units="lb").session(0, "kb 3x15 @12")

    work = state_on(index, in_pounds(2, before, pounds), 4).lifts[KB].work

    assert work.load_kg == (load or Decimal(pounds) * KG_PER_LB)
    assert len(work.tops) == (2 if load else 1)  # the row at the top goes on


def test_a_bell_told_in_kilograms_is_known_in_pounds_at_once(index: Index) -> None:
    heavier = in_pounds(2, lifter(bells=BELLS).session(0, "kb 3x15 @12"), "35")

    assert state_on(index, heavier, 4).lifts[KB].load_kg == 16


def test_two_weights_of_one_unit_are_two(index: Index) -> None:
    journal = lifter(equipment=("dumbbells",)).session(0, "kb 3x8 @12").session(2, "kb 3x8 @12.5")

    assert state_on(index, journal, 4).lifts[KB].load_kg == Decimal("12.5")


def test_a_swings_bell_is_not_over_a_deadlift_told_in_pounds(index: Index) -> None:
    """D11: 12 kg is what was lifted, whether it was told so or as 26 lb."""
    journal = lifter("kb", "swing", bells=BELLS).session(0, "kb 3x8 @8", "swing 5x5 @8")
    journal = in_pounds(2, journal, "26", reps=8).session(4, "swing 5x5 @12")

    assert state_on(index, journal, 5).lifted[0][1] == 12
    assert prescription.advise(state_on(index, journal, 6), "kettlebell-swing").load_kg == 12
