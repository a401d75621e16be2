"""What holds for any log: no exception, no lost unlock, no load past a gate or a hold."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factories import DAY_ONE, DRILLS, Journal, state_on
from hingecli.coach.day.decide import decide
from hingecli.coach.fold import (
    advance,
    begin,
    fold,
    open_gates,
    take_day,
    take_statements,
)
from hingecli.coach.log.events import AnyEvent
from hingecli.coach.log.sessions import read_log
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.plan import plan as plan_of
from hingecli.coach.report.progress import progress as progress_of
from hingecli.coach.report.why import why_day, why_drill
from hingecli.coach.results import Decision
from hingecli.coach.rules import ladder, safety
from hingecli.coach.state.state import State

LAST_DAY = 100
numbers = st.integers(0, LAST_DAY)


@st.composite
def words(draw: st.DrawFn, *, clean: bool = False) -> str:
    """Draw the sets of one drill: "kb 3x8 7/8 @16"."""
    drill = draw(st.sampled_from([*DRILLS, "wall", "dowel", "kb", "cossack-squat"]))
    parts = [drill]
    for _ in range(draw(st.integers(1, 3))):
        reps = draw(st.sampled_from([1, 5, 8, 10, 12, 15, 20, 30]))
        done = reps if clean else draw(st.integers(max(0, reps - 4), reps))
        side = draw(st.sampled_from(["L", "R"])) if drill == "sl" else ""
        parts.append(f"{draw(st.integers(1, 4))}x{done}/{reps}{side}")
    load = draw(st.sampled_from([None, "4", "8", "16", "24.5", "60"]))
    return " ".join(parts if load is None else [*parts, f"@{load}"])


@st.composite
def tellings(draw: st.DrawFn) -> dict[str, Any]:
    """Draw what a person may tell of a session."""
    told: dict[str, Any] = {}
    if draw(st.booleans()):
        told["effort"] = draw(st.integers(1, 10))
    if draw(st.integers(0, 3)) == 0:
        told["pain"] = draw(st.integers(0, 10))
        told["where"] = draw(st.sampled_from([None, "hip", "wrist", "ankle", "other"]))
        told["sharp"] = draw(st.booleans())
    if draw(st.integers(0, 3)) == 0:
        told["mistakes"] = {draw(st.sampled_from(["lower-back-rounding", "looking-up", "own"])): 3}
    if draw(st.integers(0, 5)) == 0:
        told["sore"] = draw(st.integers(0, 10))
        told["distance"] = draw(st.sampled_from(["30", "45.5", "70"]))
    return told


answers = st.fixed_dictionaries(
    {},
    optional={
        "start": st.integers(-100, LAST_DAY),
        "days": st.sampled_from([("mon",), ("mon", "wed", "fri"), ("tue", "sat")]),
        "goal": st.sampled_from(["strength", "hypertrophy", "athletic"]),
        "equipment": st.sampled_from(
            [
                (),
                ("wall",),
                ("kettlebell",),
                ("dumbbells", "barbell"),
                ("barbell", "trap-bar", "cable"),
            ]
        ),
        "bells": st.sampled_from([(8, 12, 16), (24,)]),
        "limits": st.sampled_from([(), ("low-back",), ("knee",), ("low-back", "knee")]),
        "units": st.sampled_from(["kg", "lb"]),
        "body_mass_kg": st.sampled_from([Decimal(50), Decimal(80), Decimal(120)]),
        "sixty_plus": st.booleans(),
        "usual_pain": st.integers(0, 4),
        "screen": st.sampled_from(["clear", "unloaded", "stop"]),
        "without": st.sampled_from(
            [(), ("romanian-deadlift",), ("kettlebell-deadlift", "kettlebell-swing")]
        ),
        "assist": st.sampled_from([(), ("deficit-deadlift",), ("american-swing", "good-morning")]),
    },
)


@st.composite
def journals(draw: st.DrawFn, *, most: int = 14) -> Journal:
    """Draw a log of anything that can be typed, on days in any order."""
    journal = Journal()
    for _ in range(draw(st.integers(0, most))):
        on = draw(numbers)
        match draw(st.integers(0, 12)):
            case 0:
                journal = journal.setup(on, **draw(answers))
            case 1:
                journal = journal.override(on, draw(st.sampled_from([*DRILLS, "cossack-squat"])))
            case 2:
                journal = journal.morning(on, draw(st.integers(0, 10)))
            case 3:
                journal = journal.pause(on, until=on + draw(st.integers(0, 20)))
            case 4:
                journal = journal.pause(on, ill=draw(st.booleans()))
            case 5:
                journal = journal.resume(on)
            case 6:
                journal = draw(
                    st.sampled_from([journal.cleared(on), journal.seen_professional(on)])
                )
            case 7:
                target = draw(st.integers(1, 14))
                journal = draw(
                    st.sampled_from(
                        [
                            journal.undo(f"e{target:03}", on=on),
                            journal.delete(f"e{target:03}", on),
                            journal.edit(f"e{target:03}", on, draw(words())),
                        ]
                    )
                )
            case _:
                run = draw(st.integers(1, 5))
                told = draw(tellings())
                drills = draw(st.lists(words(), min_size=1, max_size=3))
                every = draw(st.integers(1, 5))
                journal = journal.sessions(
                    range(on, min(LAST_DAY, on + run * every), every), *drills, **told
                )
    return journal


def each_day(index: Index, journal: Journal) -> Iterator[tuple[State, Decision]]:
    """Live the log day by day, each day decided before its session and after it."""
    entries = {entry.day: entry for entry in journal.read().days}
    state = begin(index)
    for number in range(LAST_DAY + 30):
        on = DAY_ONE + timedelta(days=number)
        entry = entries.get(on)
        advance(state, on)
        if entry is not None:
            take_statements(state, entry.statements)
        open_gates(state)
        yield state, decide(state)
        if entry is not None and entry.sittings:
            take_day(state, entry)
            yield state, decide(state)


@given(journals(), st.sampled_from([None, 0, 7, 12, 23]))
def test_any_sequence_of_events_gives_each_day_a_reason(
    index: Index, journal: Journal, hour: int | None
) -> None:
    for state, _ in each_day(index, journal):
        decision = decide(state, hour=hour)

        assert decision.reasons
        assert all(told.text and told.rule for told in decision.reasons)
        assert decision.title
        assert decision.minutes >= 1 or not decision.blocks


@given(journals())
def test_the_days_drills_are_always_open_and_never_declined(index: Index, journal: Journal) -> None:
    for state, decision in each_day(index, journal):
        assert all(block.drill in state.unlocks for block in decision.blocks)
        assert not any(block.drill in ladder.declined(state) for block in decision.blocks)


@given(journals())
def test_no_load_before_its_gate_nor_past_a_hold(index: Index, journal: Journal) -> None:
    for state, decision in each_day(index, journal):
        loaded = [block.drill for block in decision.blocks if block.drill in index.loaded]

        assert all(not safety.covers(state, drill) for drill in loaded)
        assert loaded == [] or decision.kind == "load"
        assert decision.kind in ("hold", "paused") or not safety.holds_the_day(state)


@given(journals())
def test_a_loaded_day_never_follows_a_loaded_day(index: Index, journal: Journal) -> None:
    for state, decision in each_day(index, journal):
        if decision.kind == "load":
            assert state.last_loaded is None or (state.today - state.last_loaded).days >= 2
            assert not state.done_today()


@given(journals())
def test_doses_stay_within_their_bounds(index: Index, journal: Journal) -> None:
    rules = index.rules
    for _, decision in each_day(index, journal):
        for block in decision.blocks:
            low, top = block.reps_range
            assert 1 <= block.sets <= rules.swings.max_sets
            assert low <= block.reps <= top
            assert block.load_kg is None or block.load_kg > 0
        swings = sum(
            b.sets * b.reps for b in decision.blocks if index.rungs[b.drill].family == "swing"
        )
        assert swings <= rules.swings.max_week_reps


@given(journals(), numbers, words(clean=True))
def test_adding_a_clean_session_never_closes_a_gate(
    index: Index, journal: Journal, on: int, sets: str
) -> None:
    before = state_on(index, journal, LAST_DAY).unlocks
    after = state_on(index, journal.session(on, sets), LAST_DAY).unlocks

    assert set(before) <= set(after)


@given(journals())
def test_what_is_open_stays_open_on_every_later_day(index: Index, journal: Journal) -> None:
    unlocks: set[str] = set()
    for state, _ in each_day(index, journal):
        assert unlocks <= set(state.unlocks)
        unlocks = set(state.unlocks)


@given(journals(), st.randoms(use_true_random=False))
def test_the_order_of_events_in_the_file_does_not_matter(
    index: Index, journal: Journal, random: Any
) -> None:
    shuffled: list[AnyEvent] = list(journal.events)
    random.shuffle(shuffled)
    other = fold(index, read_log(shuffled), DAY_ONE + timedelta(days=LAST_DAY))

    assert progress_of(other) == progress_of(state_on(index, journal, LAST_DAY))
    assert decide(other) == decide(state_on(index, journal, LAST_DAY))


@given(journals())
def test_undoing_a_new_command_gives_the_day_before_it(index: Index, journal: Journal) -> None:
    new = journal.session(LAST_DAY, "wall 20", pain=7)
    undone = new.undo(new.events[-1].id)

    assert progress_of(state_on(index, undone, LAST_DAY)) == progress_of(
        state_on(index, journal, LAST_DAY)
    )


@given(journals())
def test_every_report_answers_for_any_log(index: Index, journal: Journal) -> None:
    state = state_on(index, journal, LAST_DAY)

    assert why_day(state).reasons
    assert all(why_drill(state, drill).reasons for drill in index.rungs)
    assert len(plan_of(state).rows) == len(index.protocol.plan)


@given(journals(), st.integers(0, LAST_DAY + 29))
def test_living_day_by_day_decides_as_one_fold_does(
    index: Index, journal: Journal, on: int
) -> None:
    end = DAY_ONE + timedelta(days=on)
    lived = [decision for state, decision in each_day(index, journal) if decision.date == end]

    assert decide(state_on(index, journal, on)) == lived[-1]
