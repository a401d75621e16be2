"""A state of the fold as bytes, and back: so that ten years of log need no new fold each day.

Owns the encoding. It is disposable: whoever keeps the bytes keys them by what they came from,
and without them the same state is folded anew.
"""

from collections import deque
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from hingecli.coach.events import Override, Pain, Pause, Profile
from hingecli.coach.facts import DayFacts
from hingecli.coach.protocol import Index
from hingecli.coach.state import Comeback, Hold, Lift, LoadedEntry, Practice, State, Tests
from hingecli.coach.trackers import Evidence
from hingecli.coach.traininglog import Sitting


class Memory(msgspec.Struct, kw_only=True):
    """Field for field what a State remembers, but for what can be worked out from the rest."""

    today: date
    profile: Profile
    has_weight: bool
    start: date | None
    first_session: date | None
    first_loaded: date | None
    pauses: list[Pause]
    pause_ends: list[date | None]
    ill_since: date | None
    cleared: date | None
    cleared_seq: int
    seen_professional: date | None
    seen_seq: int
    assists: dict[str, date]
    overrides: dict[str, Override]
    unlocks: dict[str, date]
    reps: int
    clean: int
    unloaded_clean: int
    sessions: int
    sound_loaded_clean: int
    sound_unloaded_clean: int
    practice: dict[str, Practice]
    lifts: dict[str, Lift]
    drill_sessions: dict[str, int]
    tests: Tests
    distance_cm: Decimal | None
    distance_days: int
    loaded_days: list[LoadedEntry]
    session_days: list[date]
    mistakes: list[tuple[date, str, int]]
    sessions_without: dict[str, int]
    mornings: dict[date, int]
    pains: dict[date, int]
    answered: dict[date, int]
    sore: tuple[date, int] | None
    morning_flag: date | None
    hold: Hold | None
    hold_ended: date | None
    last_red: date | None
    last_pain: tuple[date, Pain] | None
    comeback: Comeback | None
    recheck_tries: int
    recheck_passed: date | None
    rounding_days: list[bool]
    rounding_pending: bool
    practice_turns: int
    next_week: date
    week_sessions: set[date]
    week_loaded: set[date]
    good_weeks: int
    evidence: tuple[Evidence, ...]
    last_day: tuple[Sitting, ...]


DERIVED = frozenset({"index", "hour", "facts", "gates", "in_reach"})
"""What a State holds beside its memory: it is given, or worked out again."""

_OWN = ("evidence", "last_day")


def freeze(state: State, last_day: Sequence[Sitting]) -> bytes:
    """Encode `state`; `last_day` are the sittings of the day that its facts are of.

    Their notes are left out: what a person wrote stays in the log alone.
    """
    fields: dict[str, Any] = {
        name: list(value) if isinstance(value := getattr(state, name), deque) else value
        for name in Memory.__struct_fields__
        if name not in _OWN
    }
    memory = Memory(
        **fields,
        evidence=tuple(tracker.evidence for tracker in state.gates.counters),
        last_day=tuple(msgspec.structs.replace(sitting, note=None) for sitting in last_day),
    )
    return msgspec.msgpack.encode(memory)


def thaw(index: Index, data: bytes) -> State | None:
    """Decode a state that was frozen under the same protocol; None where the bytes are not one."""
    try:
        memory = msgspec.msgpack.decode(data, type=Memory)
    except msgspec.MsgspecError:
        return None
    state = State(index)
    counters = state.gates.counters
    if len(counters) != len(memory.evidence):
        return None
    for counter, evidence in zip(counters, memory.evidence, strict=True):
        counter.evidence = evidence
    for name in Memory.__struct_fields__:
        if name in _OWN:
            continue
        value, fresh = getattr(memory, name), getattr(state, name)
        setattr(state, name, deque(value, fresh.maxlen) if isinstance(fresh, deque) else value)
    state.facts = _facts_of(state, memory.last_day)
    state.find_reach()
    return state


def _facts_of(state: State, sittings: Sequence[Sitting]) -> DayFacts | None:
    if not sittings:
        return None
    facts = DayFacts(
        sittings[0].day,
        loaded=state.index.loaded,
        unloaded=state.index.unloaded,
        pain_from=state.index.rules.painful_sets.pain_from,
    )
    for sitting in sittings:
        facts.add(sitting)
    return facts
