"""The card of `hinge today` in plain lines, one fact each: for screen readers and scripts."""

from collections.abc import Iterator

from hingecli.coach.results import Block
from hingecli.show import cardfacts as facts
from hingecli.show import cardnotes as notes
from hingecli.show import dose, gate
from hingecli.show.cardfacts import Card
from hingecli.show.steps import lined
from hingecli.text import capital, plain_lines, sentence


def plain(card: Card) -> str:
    """Say the card in lines, one fact each."""
    today = card.today
    return plain_lines(
        *_day(card),
        *plain_steps(card),
        *(_attend(card) if facts.trains(card) else ()),
        *(f"Emergency care now with {sentence(flag, start=False)}" for flag in today.red_flags),
        *(f"See a doctor soon with {sentence(sign, start=False)}" for sign in today.see_doctor),
        *(_ahead(card) if facts.shows_ahead(card) else (facts.test_ahead(card),)),
        *_next_steps(card),
    )


def _day(card: Card) -> Iterator[str]:
    """Say what the day is, and how much of what."""
    decision = card.decision
    day, done = decision.date, decision.done_today
    where = sentence(", ".join(facts.where(card)))
    yield f"{decision.title}. {day:%A} {day.day} {day:%B %Y}. {where}"
    yield notes.last_week(card)
    yield facts.tempo(card)
    yield from (note.text for note in notes.notes(card))
    yield from (_plain_block(card, block) for block in decision.blocks)
    if decision.minutes and facts.trains(card):
        yield f"About {decision.minutes} minutes."
    if facts.tally(card) and done.goal is not None:
        low, high = done.goal
        yield f"Today so far: {done.clean_reps} of {low} to {high} clean reps."
    yield facts.enough(card)


def _attend(card: Card) -> Iterator[str]:
    """Say what to attend to in the drill."""
    focus, seen = card.today.focus, facts.watch(card)
    if focus is not None:
        yield f"Focus: {sentence(focus.cue)}"
        if focus.because:
            yield f"Why this focus: {sentence(focus.because)}"
    yield from (f"Breathe: {sentence(text)}" for text in facts.breathing(card))
    if seen is not None:
        yield f"Watch: {sentence(seen.name)} Correction: {sentence(seen.correction)}"
    if facts.film(card):
        yield f"Film: {facts.film(card)}"


def _ahead(card: Card) -> Iterator[str]:
    """Say what comes: the next weight, the next drill, the test, and a task for the day."""
    weight, following = notes.next_load(card), card.decision.next_gate
    if weight:
        yield f"Next weight: {sentence(weight)}"
    if following is not None:
        how_far = gate.headline(following, index=card.index)
        yield f"Next unlock: {facts.next_name(card)}, {how_far}."
        yield from gate.plain_rows([state for state in following.conditions if not state.met])
    yield facts.test_ahead(card)
    yield f"Off the mat: {sentence(card.today.daily_life)}"


def _next_steps(card: Card) -> Iterator[str]:
    yield from (f"{capital(word)} {command}" for word, command in facts.commands(card))
    if facts.trains(card) and not facts.steps(card):
        yield f"Steps: {facts.steps_elsewhere(card)}"


def plain_steps(card: Card) -> tuple[str, ...]:
    """Say how to set up and what to do, as far as the card does."""
    return tuple(step.plain for step in lined(facts.set_up(card), facts.steps(card)))


def _plain_block(card: Card, block: Block) -> str:
    name = capital(block.name)
    kind = {"warm-up": "Warm-up: ", "second": "Second: "}.get(block.purpose, "")
    kind = kind if facts.trains(card) else f"{facts.offer(card)}: "
    extra = facts.variant(block)
    words = f"{kind}{name}, {dose.spoken(block, unit=card.unit)}"
    words += f", {extra}." if extra else "."
    if block.sets > 1:
        words += f" Rest {block.rest_s} seconds."
    if facts.trains(card) and block.purpose != "warm-up" and dose.slow(block.tempo):
        words += f" Each rep {dose.rhythm(block.tempo)}."
    return words
