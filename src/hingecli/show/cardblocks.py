"""Draws the blocks of a day: name, sets and reps, weight, rest. None of these is ever left out."""

from typing import TYPE_CHECKING

from hingecli.show import cardfacts as facts
from hingecli.show import dose, style
from hingecli.show.cardfacts import Card
from hingecli.text import capital

if TYPE_CHECKING:
    from rich.text import Text

    from hingecli.coach.results import Block
    from hingecli.show.sheet import Sheet, StyledWords


def headline(card: Card) -> "list[StyledWords]":
    """Return the head's second line: the dose where there is one block, and how long."""
    block = facts.head_block(card)
    if block is None or not facts.trains(card):
        return []
    return [
        (facts.dose_of(card, block), style.DOSE),
        *_details(card, block),
        facts.minutes(card),
    ]


def _details(card: Card, block: "Block") -> "list[StyledWords]":
    """Return what a block's sets and reps leave open: load, variant, rest, tempo."""
    weight = dose.load(block, unit=card.unit)
    parts: list[StyledWords] = [(weight, style.STRONG)] if weight else []
    slow = "" if block.purpose == "test" else dose.slow(block.tempo)
    details = (facts.variant(block), dose.resting(block), slow)
    return [*parts, *(words for words in details if words)]


def listed(card: Card, sheet: "Sheet", *, with_tempo: bool) -> "list[Text]":
    """Draw the blocks of a sitting that has several, one a row; stacked where that is too long.

    Where one row is enough but for the tempo, that is left out: the walk-through has it.
    """
    blocks = facts.listed_blocks(card)
    if not blocks:
        return []
    for tempo in (with_tempo, False):
        rows = _block_rows(card, sheet, with_tempo=tempo)
        if max(row.cell_len for row in rows) <= sheet.width:
            return rows
    lines: list[Text] = []
    for block in blocks:
        size = (dose.amount(block, unit=card.unit), _block_look(block, style.DOSE))
        extra = _block_extra(block, with_tempo=with_tempo)
        name = (f"{capital(block.name)}  ", _block_look(block, ""))
        lines += sheet.hang("", name, size, (f"  {extra}" if extra else "", style.QUIET), indent=2)
    return lines


def offered(card: Card, sheet: "Sheet") -> "list[Text]":
    """Offer the blocks of a day that asks for none: a rest, a second sitting, half the range."""
    if facts.trains(card):
        return []
    lines: list[Text] = []
    for block in card.decision.blocks:
        parts: list[StyledWords] = [(dose.amount(block, unit=card.unit), style.DOSE)]
        parts.append(f" {facts.plural(card, block)}")
        for words in (facts.variant(block), dose.resting(block)):
            parts += [f", {words}"] if words else []
        lines += sheet.hang((f"{facts.offer(card)}  ", style.STRONG), *parts)
    return lines


def _block_rows(card: Card, sheet: "Sheet", *, with_tempo: bool) -> "list[Text]":
    blocks = card.decision.blocks
    sizes = [dose.amount(block, unit=card.unit) for block in blocks]
    name_columns = max(len(block.name) for block in blocks)
    size_columns = max(len(size) for size in sizes)
    rows = []
    for block, size in zip(blocks, sizes, strict=True):
        row = sheet.text(
            (f"{capital(block.name):<{name_columns}}  ", _block_look(block, "")),
            (f"{size:<{size_columns}}  ", _block_look(block, style.DOSE)),
            (_block_extra(block, with_tempo=with_tempo), style.QUIET),
        )
        row.rstrip()
        rows.append(row)
    return rows


def _block_look(block: "Block", main: str) -> str:
    """Return the style of a block's words: the main block stands out."""
    return (main or style.STRONG) if block.purpose in ("main", "test") else ""


def _block_extra(block: "Block", *, with_tempo: bool) -> str:
    """Say what a block's sets and reps leave open; a warm-up is only called so."""
    if block.purpose == "warm-up":
        return "warm-up"
    details = [dose.resting(block), facts.variant(block)]
    details += [dose.slow(block.tempo)] if with_tempo else []
    return ", ".join(words for words in details if words)
