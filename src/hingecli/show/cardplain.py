"""The card of `hinge today` in plain lines, one fact each: for screen readers and scripts."""

from hingecli.coach.results import Block
from hingecli.show import cardfacts as facts
from hingecli.show import cardnotes as notes
from hingecli.show import dose, gate
from hingecli.show.cardfacts import Card
from hingecli.show.steps import lined
from hingecli.text import capital, plain_lines, sentence


def plain(card: Card) -> str:
    """Say the card in lines, one fact each."""
    today, decision = card.today, card.decision
    day = decision.date
    done = decision.done_today
    seen = facts.watch(card) if facts.trains(card) else None
    lines = [
        f"{decision.title}. {day:%A} {day.day} {day:%B %Y}. "
        + sentence(", ".join(facts.where(card))),
        notes.last_week(card),
        facts.tempo(card),
        *(note.text for note in notes.notes(card)),
        *(_plain_block(card, block) for block in decision.blocks),
    ]
    if decision.minutes and facts.trains(card):
        lines.append(f"About {decision.minutes} minutes.")
    if facts.tally(card) and done.goal is not None:
        low, high = done.goal
        lines.append(f"Today so far: {done.clean_reps} of {low} to {high} clean reps.")
    lines.append(facts.enough(card))
    lines += plain_steps(card)
    if facts.trains(card) and today.focus is not None:
        lines.append(f"Focus: {sentence(today.focus.cue)}")
        if today.focus.because:
            lines.append(f"Why this focus: {sentence(today.focus.because)}")
    if facts.trains(card):
        lines += [f"Breathe: {sentence(text)}" for text in facts.breathing(card)]
    if seen is not None:
        lines.append(f"Watch: {sentence(seen.name)} Correction: {sentence(seen.correction)}")
    if facts.film(card):
        lines.append(f"Film: {facts.film(card)}")
    lines += [f"Emergency care now with {sentence(flag, start=False)}" for flag in today.red_flags]
    lines += [f"See a doctor soon with {sentence(sign, start=False)}" for sign in today.see_doctor]
    following = decision.next_gate
    if facts.shows_ahead(card) and notes.next_load(card):
        lines.append(f"Next weight: {sentence(notes.next_load(card))}")
    if facts.shows_ahead(card) and following is not None:
        how_far = gate.headline(following, index=card.index)
        lines.append(f"Next unlock: {facts.next_name(card)}, {how_far}.")
        lines += gate.plain_rows(
            [condition for condition in following.conditions if not condition.met]
        )
    lines.append(facts.test_ahead(card))
    if facts.shows_ahead(card):
        lines.append(f"Off the mat: {sentence(today.daily_life)}")
    lines += [f"{capital(word)} {command}" for word, command in facts.commands(card)]
    if facts.trains(card) and not facts.steps(card):
        lines.append(f"Steps: {facts.steps_elsewhere(card)}")
    return plain_lines(*lines)


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
