"""The card of `hinge today`: what, how much, how, the one cue, and what comes next.

Owns its look. What it says comes from `cardfacts`; `cardplain` says it in lines.
"""

from typing import TYPE_CHECKING, Final

from hingecli.show import cardblocks, gate, style
from hingecli.show import cardfacts as facts
from hingecli.show import cardnotes as notes
from hingecli.show.cardfacts import Card
from hingecli.show.cardplain import plain
from hingecli.show.cardroom import CardGroup, CardPart, Spare, shown, steps_of_leaving
from hingecli.show.steps import lined
from hingecli.text import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.show.sheet import Sheet, StyledWords
    from hingecli.show.steps import Step

__all__ = ["Card", "plain", "render"]

BESIDE_FROM_COLUMNS = 72
"""From this width on the figure stands at the left of the words."""

GATES_SHOWN = 2
"""How many missing conditions a card lists: `hinge progress` has them all."""

REASONS_GO: Final[tuple[Spare, ...]] = ("first reason", "second reason")
"""With what the first reasons go; the others go together."""

LABEL_COLUMNS = 13
FIGURE_GAP = 2


def render(card: Card) -> "RenderableType":
    """Draw the card for the width it is printed at, and for the rows that it may take."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(card, sheet))


def _draw(card: Card, sheet: "Sheet") -> "list[Text]":
    """Lay the card out with all that it has room for; air last, since it says nothing."""
    head, foot = _head(card, sheet), [_foot(card, sheet)]
    figure = sheet.figure(card.figure) if facts.trains(card) else []
    if sheet.width < BESIDE_FROM_COLUMNS:
        figure = []
    wide = max((line.cell_len for line in figure), default=0)
    beside = _words(card, sheet.narrower(wide + FIGURE_GAP)) if figure else []
    alone: list[CardGroup] = []
    rule, blank = sheet.rule(), sheet.text()

    def lay_out(gone: frozenset[Spare]) -> "list[Text]":
        has_figure = bool(figure) and "figure" not in gone
        if not has_figure and not alone:
            alone.extend(_words(card, sheet))
        words = shown(beside if has_figure else alone, gone, blank=blank)
        body = sheet.beside(figure, words, gap=FIGURE_GAP) if has_figure else words
        return _ruled(head, body, shown(foot, gone, blank=blank), rule=rule, gone=gone)

    for gone in steps_of_leaving():
        lines = lay_out(gone)
        if card.rows is None or len(lines) <= card.rows:
            break
    airy = lay_out(gone - {"air"})
    return airy if card.rows is None or len(airy) <= card.rows else lines


def _ruled(
    head: "list[Text]",
    body: "list[Text]",
    foot: "list[Text]",
    *,
    rule: "Text",
    gone: frozenset[Spare],
) -> "list[Text]":
    """Put the three parts of a card under each other, with lines across between them."""
    across = [] if "rules" in gone else [rule]
    return [*across, *head, rule, *body, *(across if body else ()), *foot]


def _head(card: Card, sheet: "Sheet") -> "list[Text]":
    decision = card.decision
    day = decision.date
    title = decision.title
    mark: StyledWords = (title, style.TITLE)
    if decision.kind == "done" and not decision.unfinished:
        mark = (f"✓ {title}", style.GOOD_STRONG)
    elif decision.kind == "hold":
        mark = (f"▲ {title}", style.WARN)
    when = [f"{day:%a} {day.day} {day:%b}", *facts.where(card)]
    left = cardblocks.headline(card)
    if facts.listed_blocks(card):
        when.append(facts.minutes(card))
    lines = sheet.pair([mark], [(words, style.QUIET) for words in when])
    tally = facts.tally(card)
    right: list[StyledWords] = [(tally, style.QUIET)] if tally else []
    if left or right:
        lines += sheet.pair(left, right)
    return lines


def _words(card: Card, sheet: "Sheet") -> "list[CardGroup]":
    """Draw the words that lead through the day: blocks, notes, steps, what to attend to."""
    return [
        [
            CardPart(cardblocks.listed(card, sheet, with_tempo=True), goes="tempo"),
            CardPart(cardblocks.listed(card, sheet, with_tempo=False), comes="tempo"),
        ],
        _notes(card, sheet),
        [CardPart(cardblocks.offered(card, sheet))],
        _steps(card, sheet),
        _attend(card, sheet),
        _red_flags(card, sheet),
    ]


def _notes(card: Card, sheet: "Sheet") -> CardGroup:
    parts: list[CardPart] = []
    enough, own = facts.enough(card), (facts.first(card), facts.tempo(card))
    if enough:
        parts.append(CardPart(sheet.hang(("› ", style.ACCENT), enough), goes="more reasons"))
    for words in own:
        if words:
            parts.append(CardPart(sheet.hang(("› ", style.ACCENT), words)))
    before = notes.last_week(card, room=sheet.width - 2)
    if before:
        parts.append(CardPart(sheet.hang(("✓ ", style.GOOD_STRONG), before), goes="last week"))
    spare: Iterator[Spare] = iter(REASONS_GO)
    for note in notes.notes(card):
        sign = ("▲ ", style.WARN) if note.tone == "safety" else ("› ", style.ACCENT)
        lines = sheet.hang(sign, note.text)
        parts.append(CardPart(lines, None if note.stays else next(spare, "more reasons")))
    return parts


def _steps(card: Card, sheet: "Sheet") -> CardGroup:
    """Draw the set-up and the steps; these have the same numbers wherever they stand."""
    before, steps = facts.set_up(card), _lined(sheet, lined((), facts.steps(card)))
    if not before:
        return [CardPart(steps, goes="known steps")]
    clear = sheet.hang(("▲ ", style.WARN), facts.space(card)) if facts.space(card) else []
    return [
        CardPart(_lined(sheet, lined(before, ())), goes="set-up"),
        CardPart(clear, comes="set-up"),
        CardPart(steps, goes="steps"),
    ]


def _lined(sheet: "Sheet", steps: "Sequence[Step]") -> "list[Text]":
    return [line for step in steps for line in sheet.hang((step.mark, style.ACCENT), step.text)]


def _attend(card: Card, sheet: "Sheet") -> CardGroup:
    if not facts.trains(card):
        return ()
    today = card.today
    parts: list[CardPart] = []
    if today.focus is not None:
        focus, cue = ("◆", "Focus", style.FOCUS), sheet.text((today.focus.cue, style.STRONG))
        because = today.focus.because and f" Because {sentence(today.focus.because, start=False)}"
        long = _labelled(sheet, focus, sheet.text(cue, (because, style.QUIET)))
        parts.append(CardPart(long, goes="because"))
        parts.append(CardPart(_labelled(sheet, focus, cue), comes="because"))
    if today.breathing:
        lines = _labelled(sheet, ("○", "Breathe", style.STRONG), " ".join(facts.breathing(card)))
        parts.append(CardPart(lines, goes=None if facts.has_cautions(card) else "breath"))
    seen = facts.watch(card)
    if seen is not None:
        words = f"{seen.name} → {facts.short_correction(card, seen)}"
        parts.append(CardPart(_labelled(sheet, ("△", "Watch", style.WARN), words), goes="watch"))
    if facts.film(card):
        lines = _labelled(sheet, ("▷", "Film", style.STRONG), facts.film(card))
        parts.append(CardPart(lines, goes="film"))
    return parts


def _labelled(sheet: "Sheet", label: tuple[str, str, str], *words: "StyledWords") -> "list[Text]":
    sign, name, look = label
    return sheet.hang((f"{sign} ", style.ACCENT), (name, look), "  ", *words, indent=2)


def _red_flags(card: Card, sheet: "Sheet") -> CardGroup:
    """List the signs that ask for care; in running lines where a list takes too many."""
    today = card.today
    if not today.red_flags:
        return ()
    now = sheet.wrap(("Emergency care now, with any of these:", style.WARN))
    listed = [line for flag in today.red_flags for line in sheet.hang(("  • ", style.WARN), flag)]
    soon = sheet.wrap(("See a doctor soon, with any of these:", style.STRONG))
    return (
        CardPart(now),
        CardPart(listed, goes="flag list"),
        CardPart(_indented_dots(sheet, today.red_flags), comes="flag list"),
        CardPart([*soon, *_indented_dots(sheet, today.see_doctor)] if today.see_doctor else ()),
    )


def _indented_dots(sheet: "Sheet", sentences: "Sequence[str]") -> "list[Text]":
    return [sheet.text("  ", line) for line in sheet.narrower(2).dots(sentences)]


def _foot(card: Card, sheet: "Sheet") -> CardGroup:
    parts: list[CardPart] = []
    if facts.shows_ahead(card):
        if notes.next_load(card):
            parts.append(CardPart(_row(sheet, "Next weight", notes.next_load(card))))
        parts += _next_unlock(card, sheet)
        parts.append(CardPart(_row(sheet, "Off the mat", card.today.daily_life), goes="daily life"))
    return [*parts, *_next_steps(card, sheet)]


def _next_steps(card: Card, sheet: "Sheet") -> "list[CardPart]":
    """Draw the commands that follow; with the way to the steps once the card leaves these out."""
    pairs = facts.commands(card, room=sheet.width)
    elsewhere, go = facts.steps_elsewhere(card), facts.steps_go(card)
    few = CardPart(_commands(sheet, pairs[:1]), comes="pointers")
    if not elsewhere:
        return [CardPart(_commands(sheet, pairs), goes="pointers"), few]
    all_of_them = _commands(sheet, (*pairs, ("steps:", elsewhere)))
    if go is None:
        return [CardPart(all_of_them, goes="pointers"), few]
    return [
        CardPart(_commands(sheet, pairs), goes=go),
        CardPart(all_of_them, goes="pointers", comes=go),
        few,
    ]


def _commands(sheet: "Sheet", pairs: "Sequence[tuple[str, str]]") -> "list[Text]":
    return sheet.dots(
        [sheet.text((f"{word} ", style.QUIET), (command, style.COMMAND)) for word, command in pairs]
    )


def _next_unlock(card: Card, sheet: "Sheet") -> "list[CardPart]":
    following = card.decision.next_gate
    if following is None:
        return []
    conditions = following.conditions
    wide = sheet.width >= BESIDE_FROM_COLUMNS
    name = facts.next_name(card)
    bar = sheet.bar(gate.share(conditions), gate.BAR_COLUMNS if wide else gate.SMALL_BAR_COLUMNS)
    score = gate.headline(following, index=card.index)
    indent = LABEL_COLUMNS if wide else 0
    if len(conditions) == 1:
        more = sheet.hang(" " * indent, (facts.what_it_takes(card), style.QUIET))
    else:
        missing = [condition for condition in conditions if not condition.met]
        more = gate.rows(sheet, missing[:GATES_SHOWN], indent=indent, bars=False)
    return [
        CardPart(_row(sheet, "Next unlock", name, "  ", bar, "  ", score), goes="bars"),
        CardPart(_row(sheet, "Next unlock", name, "  ", score), comes="bars"),
        CardPart(more, goes="conditions"),
    ]


def _row(sheet: "Sheet", label: str, *words: "StyledWords") -> "list[Text]":
    """Draw a labelled row; on narrow sheets its later lines start at the left."""
    if sheet.width >= BESIDE_FROM_COLUMNS:
        return sheet.hang((f"{label:<{LABEL_COLUMNS}}", style.STRONG), *words)
    return sheet.wrap((label, style.STRONG), "  ", *words)
