"""Blocks: what a day's drill is done as, in sets, reps, tempo, rest and minutes."""

from collections.abc import Iterator, Sequence

import msgspec

from hingecli.coach.protocol.parameters.practice import Variant
from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.protocol.protocol import Index, Rung
from hingecli.coach.results import Block, Decision, Purpose, Reason
from hingecli.coach.rules import breaks, gear, ladder, recheck, rotation
from hingecli.coach.rules.advice import Advice
from hingecli.coach.rules.practice import long_set_wanted
from hingecli.coach.rules.prescription import advise
from hingecli.coach.rules.reasons import reason
from hingecli.coach.rules.sent_back import sends_back, went_back
from hingecli.coach.state.state import State
from hingecli.text import capital


class LoadedPlan(msgspec.Struct, frozen=True, kw_only=True):
    """The blocks of a sitting with the reasons that made them what they are."""

    blocks: tuple[Block, ...]
    reasons: tuple[Reason, ...] = ()


def practice_blocks(state: State) -> tuple[Block, ...]:
    """D1 and D5: the day's drill without load, a wall set before the dowel."""
    rung = ladder.practice_drill(state)
    main = unloaded_block(state, rung)
    warm_up = state.index.rules.warm_up
    if rung.id == warm_up.drill or warm_up.drill not in state.index.rungs:
        return (main,)
    reps = long_set_wanted(state) or warm_up.reps
    first = state.index.rungs[warm_up.drill]
    return (unloaded_block(state, first, sets=1, reps=reps, purpose="warm-up"), main)


def unloaded_block(
    state: State,
    rung: Rung,
    *,
    sets: int | None = None,
    reps: int | None = None,
    purpose: Purpose = "main",
) -> Block:
    """Return a block of `rung` without load, at its own dose unless told otherwise."""
    rule = state.index.rules.unloaded_dose
    reps = _reps_of(state, rung) if reps is None else reps
    return Block(
        drill=rung.id,
        name=rung.name,
        purpose=purpose,
        sets=rule.sets if sets is None else sets,
        reps=reps,
        reps_range=(reps, reps) if purpose == "warm-up" else rule.reps,
        load_kg=None,
        per_side=rung.per_side,
        tempo=rung.tempo,
        rest_s=sum(rule.rest_s) // 2,
    )


def _reps_of(state: State, rung: Rung) -> int:
    """Return the reps of the day; after a row of tests the start of the range again (D2)."""
    if state.tests.practice_left and rung.id == state.index.rules.test.drill:
        return state.index.rules.unloaded_dose.start
    return state.practice[rung.id].reps


def held_block(state: State, *, sets: int, reps: int) -> Block:
    """Return the half-range wall sets that a hold leaves (S2, S3)."""
    rung = next(r for r in state.index.ladder if not r.loaded)
    block = unloaded_block(state, rung, sets=sets, reps=reps)
    return msgspec.structs.replace(block, reps_range=(reps, reps), range="half")


def test_block(state: State) -> Block:
    """D2: up to three runs, each ending at the first miss or at the goal."""
    rule = state.index.rules.test
    rung = state.index.rungs[rule.drill]
    return Block(
        drill=rung.id,
        name=rung.name,
        purpose="test",
        sets=rule.runs,
        reps=rule.reps,
        reps_range=(rule.reps, rule.reps),
        load_kg=None,
        per_side=rung.per_side,
        tempo=rung.tempo,
        rest_s=rule.rest_s,
    )


def recheck_blocks(state: State) -> tuple[Block, ...]:
    """Return the dowel sets that stand before load after a break."""
    sets, reps = recheck.block(state)
    rung = state.index.rungs[state.index.rules.breaks.recheck_drill]
    block = unloaded_block(state, rung, sets=sets, reps=reps)
    return (msgspec.structs.replace(block, reps_range=(reps, reps)),)


def variant_block(state: State, variant: Variant) -> Block:
    """Return the block of a varied practice day: short once loads began."""
    rung, rule = state.index.rungs[variant.drill], state.index.rules.unloaded_dose
    sets, reps = variant.sets, variant.reps
    if state.first_loaded is None:
        sets, reps = max(sets, rule.sets), max(reps, rule.start)
    block = unloaded_block(state, rung, sets=sets, reps=reps)
    return msgspec.structs.replace(
        block,
        name=variant.name,
        reps_range=(reps, reps),
        tempo=variant.tempo,
        per_side=variant.per_side,
        variant=variant.id,
    )


def loaded_plan(state: State) -> LoadedPlan:
    """D5-D13: warm-up, main and second drill of a loaded day, within its minutes."""
    rule = state.index.rules.loaded_day
    turn = rotation.pick(state)
    main, second = turn.main, turn.second
    said = (breaks.ROUNDED,) if state.rounding_pending else ()
    advice = advise(state, main.id, said=said)
    if sends_back(state, main, advice):
        return LoadedPlan(blocks=practice_blocks(state), reasons=advice.reasons)
    reasons = [reason(state.index, "rounding", f"{why}.") for why in said]
    reasons += turn.reasons
    reasons += () if advice.dowel else _new_among(advice.reasons, reasons)
    main_block = _loaded_block(main, advice, purpose="main")
    blocks = [*_warm_up(state, main_block), main_block]
    if second is not None:
        other = advise(state, second.id, main=False, said=(*said, *advice.because))
        block = _loaded_block(second, other, purpose="second")
        # Sent back to the dowel, it sits out until the dowel was done, but not forever, or a drill
        # that only ever comes second would never return.
        if other.dowel and not went_back(state, second, full=False):
            reasons.append(_sits_out(state, second, other))
        else:
            both = (*blocks, *_ramp(state, block, after=main_block), block)
            if minutes(state.index, both) <= rule.max_minutes:
                blocks = [*both]
                reasons += () if other.dowel else _new_among(other.reasons, reasons)
    return LoadedPlan(blocks=tuple(blocks), reasons=tuple(reasons))


def _sits_out(state: State, rung: Rung, advice: Advice) -> Reason:
    """Say why a second drill is left out of the day until the dowel was done (D9)."""
    dowel, why = ladder.practice_drill(state).name, capital(advice.because[0])
    text = (
        f"{why}. {capital(rung.name)}: no lighter weight is there, so it waits for a {dowel} day."
    )
    return reason(state.index, "load_hold", text)


def _new_among(reasons: tuple[Reason, ...], said: Sequence[Reason]) -> list[Reason]:
    """Return what is told that was not said already: a day says nothing twice."""
    return [why for why in reasons if why not in said]


def at_tempo(decision: Decision, index: Index, tempo: Tempo) -> Decision:
    """Return the day with each rep at the person's own `tempo`, and the minutes that it takes."""
    blocks = tuple(msgspec.structs.replace(block, tempo=tempo) for block in decision.blocks)
    if not blocks:
        return decision
    return msgspec.structs.replace(decision, blocks=blocks, minutes=minutes(index, blocks))


def minutes(index: Index, blocks: tuple[Block, ...]) -> int:
    """Estimate the minutes of a sitting from tempo, rests and getting into place."""
    seconds = 0.0
    setup_s = index.rules.warm_up.setup_s
    for block in blocks:
        tempo: Tempo = block.tempo
        rep = tempo.down + tempo.pause + tempo.up
        sides = 2 if block.per_side else 1
        work = block.sets * sides * block.reps * rep
        seconds += setup_s + work + max(0, block.sets - 1) * block.rest_s
    return max(1, round(seconds / 60))


def _loaded_block(rung: Rung, advice: Advice, *, purpose: Purpose) -> Block:
    return Block(
        drill=rung.id,
        name=rung.name,
        purpose=purpose,
        sets=advice.sets,
        reps=advice.reps,
        reps_range=advice.reps_range,
        load_kg=advice.load_kg,
        per_side=rung.per_side,
        tempo=advice.tempo or rung.tempo,
        rest_s=advice.rest_s,
        range=advice.range,
    )


def _warm_up(state: State, main: Block) -> tuple[Block, ...]:
    """D6: dowel hinges first, and over a heavy load two lighter sets of the drill itself."""
    rule = state.index.rules.warm_up
    rung = ladder.practice_drill(state)
    if rule.loaded_drill in state.unlocks:
        rung = state.index.rungs[rule.loaded_drill]
    first = unloaded_block(state, rung, sets=1, reps=rule.loaded_reps, purpose="warm-up")
    return (first, *_ramp(state, main))


def _ramp(state: State, block: Block, *, after: Block | None = None) -> Iterator[Block]:
    """Yield the lighter sets before a heavy load; a second drill's go on where the main's ended."""
    rule = state.index.rules.warm_up
    load, implement = block.load_kg, state.bounds.implements[block.drill]
    if load is None or implement is None or load <= rule.heavy_over_kg:
        return
    lifted = gear.ZERO if after is None else after.load_kg or gear.ZERO
    for percent in rule.ramp_percent:
        lighter = gear.at_most(state.index, state.profile, implement, load * percent / 100)
        if lifted < lighter < load:
            lifted = lighter
            yield msgspec.structs.replace(
                block,
                purpose="warm-up",
                sets=1,
                reps=rule.ramp_reps,
                reps_range=(rule.ramp_reps, rule.ramp_reps),
                load_kg=lighter,
            )
