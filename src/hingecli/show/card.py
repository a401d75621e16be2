"""The card of `hinge today`: what, how much, how, the one cue, and what comes next.

Owns its look. What it says comes from `cardfacts`; `cardplain` says it in lines.
"""

from typing import TYPE_CHECKING

from hingecli.show import cardfacts as facts
from hingecli.show import dose, gate, style
from hingecli.show.cardfacts import Card
from hingecli.show.cardplain import plain
from hingecli.text import capital, sentence

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.coach.results import Block
    from hingecli.show.sheet import Sheet, StyledWords

__all__ = ["Card", "plain", "render"]

BESIDE_FROM_COLUMNS = 72
"""From this width on the figure stands at the left of the words."""

GATES_SHOWN = 2
"""How many missing conditions a card lists: `hinge progress` has them all."""

LABEL_COLUMNS = 13
FIGURE_GAP = 2


def render(card: Card) -> "RenderableType":
    """Draw the card for the width it is printed at."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(card, sheet))


def _draw(card: Card, sheet: "Sheet") -> "list[Text]":
    lines = [sheet.rule(), *_head(card, sheet), sheet.rule()]
    body = _body(card, sheet)
    if body:
        lines += [*body, sheet.rule()]
    return [*lines, *_foot(card, sheet)]


def _head(card: Card, sheet: "Sheet") -> "list[Text]":
    decision = card.decision
    day = decision.date
    title = decision.title
    mark: StyledWords = (title, style.TITLE)
    if decision.kind == "done":
        mark = (f"✓ {title}", style.GOOD_STRONG)
    elif decision.kind == "hold":
        mark = (f"▲ {title}", style.WARN)
    when = [(words, style.QUIET) for words in (f"{day:%a} {day.day} {day:%b}", *facts.where(card))]
    lines = sheet.pair([mark], when)
    left = _dose(card)
    tally = facts.tally(card)
    right: list[StyledWords] = [(tally, style.QUIET)] if tally else []
    if left or right:
        lines += sheet.pair(left, right)
    return lines


def _dose(card: Card) -> "list[StyledWords]":
    """Return the head's second line: the dose where there is one block, else how long."""
    parts: list[StyledWords] = []
    if not facts.trains(card):
        return parts
    block = facts.head_block(card)
    if block is not None:
        parts.append((facts.dose_of(card, block), style.DOSE))
        parts += _details(card, block)
    parts.append(f"about {card.decision.minutes} min")
    return parts


def _details(card: Card, block: "Block") -> "list[StyledWords]":
    """Return what a block's sets and reps leave open: load, variant, tempo, rest."""
    parts: list[StyledWords] = []
    weight = dose.load(block, unit=card.unit)
    if weight:
        parts.append((weight, style.STRONG))
    slow = "" if block.purpose == "test" else dose.down(block.tempo)
    details = (
        facts.variant(block),
        slow,
        f"rest {dose.rest(block.rest_s)}" if block.sets > 1 else "",
    )
    return [*parts, *(words for words in details if words)]


def _body(card: Card, sheet: "Sheet") -> "list[Text]":
    figure = sheet.figure(card.figure) if facts.trains(card) else []
    if not figure or sheet.width < BESIDE_FROM_COLUMNS:
        return _words(card, sheet)
    wide = max(line.cell_len for line in figure)
    right = _words(card, sheet.narrower(wide + FIGURE_GAP))
    return sheet.beside(figure, right, gap=FIGURE_GAP)


def _blocks(card: Card, sheet: "Sheet") -> "list[Text]":
    """Draw the blocks of a sitting that has several, one a row; stacked where that is too long.

    Where all but the rests fit, the rests are left out: the walk-through has them.
    """
    blocks = facts.listed_blocks(card)
    if not blocks:
        return []
    for rests in (True, False):
        rows = _block_rows(card, sheet, rests=rests)
        if max(row.cell_len for row in rows) <= sheet.width:
            return rows
    lines: list[Text] = []
    for block in blocks:
        lines += sheet.wrap((capital(block.name), _block_look(block, "")))
        size = (dose.amount(block, unit=card.unit), _block_look(block, style.DOSE))
        extra = _block_extra(block, rests=True)
        lines += sheet.hang("  ", size, (f"  {extra}" if extra else "", style.QUIET))
    return lines


def _block_rows(card: Card, sheet: "Sheet", *, rests: bool) -> "list[Text]":
    blocks = card.decision.blocks
    sizes = [dose.amount(block, unit=card.unit) for block in blocks]
    name_columns = max(len(block.name) for block in blocks)
    size_columns = max(len(size) for size in sizes)
    rows = []
    for block, size in zip(blocks, sizes, strict=True):
        row = sheet.text(
            (f"{capital(block.name):<{name_columns}}  ", _block_look(block, "")),
            (f"{size:<{size_columns}}  ", _block_look(block, style.DOSE)),
            (_block_extra(block, rests=rests), style.QUIET),
        )
        row.rstrip()
        rows.append(row)
    return rows


def _block_look(block: "Block", main: str) -> str:
    """Return the style of a block's words: the main block stands out."""
    return (main or style.STRONG) if block.purpose in ("main", "test") else ""


def _block_extra(block: "Block", *, rests: bool) -> str:
    """Say what a block's sets and reps leave open; a warm-up is only called so."""
    if block.purpose == "warm-up":
        return "warm-up"
    details = [dose.down(block.tempo), facts.variant(block)]
    if rests and block.sets > 1:
        details.append(f"rest {dose.rest(block.rest_s)}")
    return ", ".join(words for words in details if words)


def _words(card: Card, sheet: "Sheet") -> "list[Text]":
    """Draw the words that lead through the day: blocks, notes, steps, what to attend to."""
    groups = [
        _blocks(card, sheet),
        _notes(card, sheet),
        _offer(card, sheet),
        _steps(card, sheet),
        _attend(card, sheet),
        _red_flags(card, sheet),
    ]
    lines: list[Text] = []
    for group in groups:
        if group and lines:
            lines.append(sheet.text())
        lines += group
    return lines


def _notes(card: Card, sheet: "Sheet") -> "list[Text]":
    lines = sheet.hang(("› ", style.ACCENT), facts.first(card)) if facts.first(card) else []
    for note in facts.notes(card):
        sign = ("▲ ", style.WARN) if note.tone == "safety" else ("› ", style.ACCENT)
        lines += sheet.hang(sign, note.text)
    return lines


def _offer(card: Card, sheet: "Sheet") -> "list[Text]":
    """Offer the blocks of a day that asks for none: a rest, a second sitting, half the range."""
    if facts.trains(card):
        return []
    lines: list[Text] = []
    for block in card.decision.blocks:
        parts: list[StyledWords] = [(dose.amount(block, unit=card.unit), style.DOSE)]
        parts.append(f" {facts.plural(card, block)}")
        if facts.variant(block):
            parts.append(f", {facts.variant(block)}")
        lines += sheet.hang((f"{facts.offer(card)}  ", style.STRONG), *parts)
    return lines


def _steps(card: Card, sheet: "Sheet") -> "list[Text]":
    lines: list[Text] = []
    for n, step in enumerate(facts.steps(card), 1):
        lines += sheet.hang((f"{n} ", style.ACCENT), step)
    return lines


def _attend(card: Card, sheet: "Sheet") -> "list[Text]":
    if not facts.trains(card):
        return []
    today = card.today
    lines: list[Text] = []
    if today.focus is not None:
        cue = sheet.text((today.focus.cue, style.STRONG))
        if today.focus.because:
            cue = sheet.text(
                cue, (f" Because {sentence(today.focus.because, start=False)}", style.QUIET)
            )
        lines += _labelled(sheet, ("◆", "Focus", style.FOCUS), cue)
    if today.breathing:
        lines += _labelled(sheet, ("○", "Breathe", style.STRONG), " ".join(facts.breathing(card)))
    seen = facts.watch(card)
    if seen is not None:
        words = f"{seen.name} → {facts.short_correction(card, seen)}"
        lines += _labelled(sheet, ("△", "Watch", style.WARN), words)
    if facts.film(card):
        lines += _labelled(sheet, ("▷", "Film", style.STRONG), facts.film(card))
    return lines


def _labelled(sheet: "Sheet", label: tuple[str, str, str], *words: "StyledWords") -> "list[Text]":
    sign, name, look = label
    return sheet.hang((f"{sign} ", style.ACCENT), (name, look), "  ", *words, indent=2)


def _red_flags(card: Card, sheet: "Sheet") -> "list[Text]":
    today = card.today
    if not today.red_flags:
        return []
    lines = sheet.wrap(("Emergency care now, with any of these:", style.WARN))
    for flag in today.red_flags:
        lines += sheet.hang(("  • ", style.WARN), flag)
    if today.see_doctor:
        lines += sheet.wrap(("See a doctor soon, with any of these:", style.STRONG))
        rest = sheet.narrower(2).dots(today.see_doctor)
        lines += [sheet.text("  ", line) for line in rest]
    return lines


def _foot(card: Card, sheet: "Sheet") -> "list[Text]":
    lines: list[Text] = []
    if facts.shows_ahead(card):
        lines += _next_unlock(card, sheet)
        lines += _row(sheet, "Off the mat", card.today.daily_life)
    commands = [
        sheet.text((f"{word} ", style.QUIET), (command, style.COMMAND))
        for word, command in facts.commands(card)
    ]
    return [*lines, *sheet.dots(commands)]


def _next_unlock(card: Card, sheet: "Sheet") -> "list[Text]":
    following = card.decision.next_gate
    if following is None:
        return []
    conditions = following.conditions
    wide = sheet.width >= BESIDE_FROM_COLUMNS
    name = facts.next_name(card)
    bar = sheet.bar(gate.share(conditions), gate.BAR_COLUMNS if wide else gate.SMALL_BAR_COLUMNS)
    single = len(conditions) == 1
    missing = [condition for condition in conditions if not condition.met]
    score = gate.headline(following, index=card.index)
    if wide:
        lines = _row(sheet, "Next unlock", name, "  ", bar, "  ", score)
    else:
        lines = [*_row(sheet, "Next unlock", name), *sheet.wrap(bar, "  ", score)]
    indent = LABEL_COLUMNS if wide else 0
    if single:
        return [*lines, *sheet.hang(" " * indent, (facts.what_it_takes(card), style.QUIET))]
    return [*lines, *gate.rows(sheet, missing[:GATES_SHOWN], indent=indent, bars=False)]


def _row(sheet: "Sheet", label: str, *words: "StyledWords") -> "list[Text]":
    """Draw a labelled row; on narrow sheets its later lines start at the left."""
    if sheet.width >= BESIDE_FROM_COLUMNS:
        return sheet.hang((f"{label:<{LABEL_COLUMNS}}", style.STRONG), *words)
    return sheet.wrap((label, style.STRONG), "  ", *words)
