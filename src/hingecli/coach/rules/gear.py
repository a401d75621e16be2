"""What a person owns: which drills it allows, and which weights there are.

Owns the reading of equipment and bells. Nothing told means nothing is ruled out.
"""

from collections.abc import Iterable
from decimal import Decimal

from hingecli.coach.log.events import KG_PER_LB, Profile
from hingecli.coach.protocol.protocol import Index, Rung

ZERO = Decimal(0)


def owns_weight(index: Index, profile: Profile) -> bool:
    """Return whether the person owns any weight; true when they never said."""
    if profile.equipment is None or profile.bells:
        return True
    weights = {thing.id for thing in index.protocol.equipment if thing.weight}
    return bool(weights.intersection(profile.equipment))


def owned(profile: Profile) -> frozenset[str] | None:
    """Return the things that the person owns; None when they never said."""
    if profile.equipment is None:
        return None
    bells = ("kettlebell",) if profile.bells else ()
    return frozenset((*profile.equipment, *bells))


def owns_plates(profile: Profile) -> bool:
    """Return whether the person said that they own what plates make as heavy as they like."""
    return not _WITH_PLATES.isdisjoint(profile.equipment or ())


def allows(things: frozenset[str] | None, rung: Rung) -> bool:
    """Return whether owning `things` allows `rung`."""
    if things is None or not rung.needs:
        return True
    return any(map(things.issuperset, rung.needs))


def can_do(profile: Profile, rung: Rung) -> bool:
    """Return whether the equipment allows `rung`."""
    return allows(owned(profile), rung)


def opening_note(profile: Profile, rung: Rung) -> str:
    """Return what is good to know once `rung` opens: what to get, for those who do not have it."""
    is_known = profile.equipment is not None or bool(profile.bells)
    things = frozenset((*(profile.equipment or ()), *(("kettlebell",) if profile.bells else ())))
    if rung.gear_note and not (is_known and allows(things, rung)):
        return rung.gear_note
    return rung.opens_note


def can_be_asked(index: Index, profile: Profile, rung: Rung) -> bool:
    """Return whether `rung` can be asked for: owned, or a home has it when nothing was told."""
    if profile.equipment is not None:
        return can_do(profile, rung)
    return not rung.needs or any(map(index.at_home.issuperset, rung.needs))


def implement_of(index: Index, profile: Profile, rung: Rung) -> str | None:
    """Name what `rung` is loaded with: the first of its needs that the person owns."""
    if rung.implement is None or not owns_weight(index, profile):
        return None
    owned = set(profile.equipment or ())
    if profile.bells:
        owned.add("kettlebell")
    if not owned:
        # Who told nothing has at least the bell that the first load asked for.
        bell_does = not rung.needs or any("kettlebell" in things for things in rung.needs)
        return "kettlebell" if bell_does else rung.implement
    if not rung.needs:
        return next((_IMPLEMENT.get(thing, thing) for thing in _IN_HAND if thing in owned), None)
    for things in rung.needs:
        if owned.issuperset(things):
            return _IMPLEMENT.get(things[0], things[0])
    return rung.implement


_WITH_PLATES = frozenset({"barbell", "trap-bar"})
_IMPLEMENT = {"dumbbells": "dumbbell"}
_IN_HAND = ("dumbbells", "kettlebell")
"""What a drill that needs no weight can be loaded with, the handiest first."""


def weights(index: Index, profile: Profile, implement: str) -> tuple[Decimal, ...]:
    """List the bells to choose from (kg), lightest first; empty where plates make any weight."""
    if implement != "kettlebell":
        return ()
    return tuple(sorted(profile.bells)) if profile.bells else index.bells


def step_up(index: Index, profile: Profile, implement: str, load: Decimal) -> Decimal | None:
    """Return the next weight above `load` (kg); None when there is none."""
    bells = weights(index, profile, implement)
    if bells:
        return next((bell for bell in bells if bell > load), None)
    step = _step(index, profile, implement)
    wanted = load * (100 + index.rules.load_up.step_percent) / 100
    return _on_grid(wanted, step, up=True)


def at_most(index: Index, profile: Profile, implement: str, load: Decimal) -> Decimal:
    """Return the heaviest weight there is at or under `load` (kg), else the lightest."""
    bells = weights(index, profile, implement)
    if bells:
        return max((bell for bell in bells if bell <= load), default=bells[0])
    step = _step(index, profile, implement)
    return max(lightest(index, profile, implement), _on_grid(load, step, up=False))


def nearest(index: Index, profile: Profile, implement: str, load: Decimal) -> Decimal:
    """Return the weight there is that is nearest to `load` (kg), the lighter of two as near."""
    below = at_most(index, profile, implement, load)
    if weights(index, profile, implement):
        above = step_up(index, profile, implement, below)
    else:
        above = below + _step(index, profile, implement)
    if above is None or load - below <= above - load:
        return below
    return above


def lightest(index: Index, profile: Profile, implement: str) -> Decimal:
    """Return the lightest weight there is (kg)."""
    bells = weights(index, profile, implement)
    if bells:
        return bells[0]
    first = index.rules.first_load
    if implement in ("barbell", "trap-bar"):
        return first.empty_bar_lb * KG_PER_LB if profile.units == "lb" else first.empty_bar_kg
    return max(first.dumbbell_least_kg, _step(index, profile, implement))


def say(load: Decimal, unit: str) -> str:
    """Say a load (kg) in `unit`: as typed where it was typed so, else rounded.

    To half a kilogram or a whole pound: so bells are marked.
    """
    amount = _amount(load, unit)
    if _is_converted(amount):
        parts = 1 if unit == "lb" else 2
        amount = (amount * parts).quantize(Decimal(1)) / parts
    text = format(amount.normalize(), "f")
    return f"{text} {unit}"


def as_known(index: Index, load: Decimal, unit: str, known: Iterable[Decimal | None]) -> Decimal:
    """Return the weight among those `known` that `load`, told in `unit`, is; else `load` (all kg).

    A bell of 8 kg is one of 18 lb, and is said as that once somebody tells pounds. It is the same
    where the known weight was told in the other unit, and is less than any step away.
    """
    weights = [weight for weight in known if weight]
    if load in weights:
        return load
    near = index.rules.load_up.step_percent
    same = [
        weight
        for weight in weights
        if _is_converted(_amount(weight, unit)) and 100 * abs(weight - load) < near * weight
    ]
    return min(same, key=lambda weight: abs(weight - load), default=load)


def _amount(load: Decimal, unit: str) -> Decimal:
    return load / KG_PER_LB if unit == "lb" else load


def _is_converted(amount: Decimal) -> bool:
    """Return whether an amount is finer than anyone weighs: then it was told in another unit."""
    return amount != amount.quantize(Decimal("0.001"))


def _step(index: Index, profile: Profile, implement: str) -> Decimal:
    rule = index.rules.load_up
    if profile.units == "lb":
        return rule.step_lb[implement] * KG_PER_LB
    return rule.step_kg[implement]


def _on_grid(load: Decimal, step: Decimal, *, up: bool) -> Decimal:
    """Round to whole steps, so that a typed odd weight leads back to real plates."""
    whole, rest = divmod(load, step)
    return (whole + (1 if up and rest > step / 1000 else 0)) * step
