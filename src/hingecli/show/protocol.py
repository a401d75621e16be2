"""A protocol as its author reads it: the ladder with its gates, the plan, every rule's source."""

from typing import TYPE_CHECKING

import msgspec

from hingecli.coach.protocol.conditions import Condition
from hingecli.coach.protocol.parameters.rule import Rule
from hingecli.coach.protocol.protocol import Index, Rung
from hingecli.coach.state.gates import sentence as said
from hingecli.show import style
from hingecli.text import capital, plain_lines, sentence

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.show.sheet import Sheet


def render(index: Index) -> "RenderableType":
    """Draw the protocol in full."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(index, sheet))


def plain(index: Index) -> str:
    """Say one drill, condition, row of the plan and rule a line."""
    protocol = index.protocol
    lines = [f"{protocol.title}.", protocol.credit]
    for rung in index.ladder:
        lines.append(f"{capital(rung.name)} ({about(rung, index)}): {_opens(rung)}")
        for condition in rung.gate:
            lines.append(
                f"{capital(rung.name)} needs {said(condition, index)} ({source(condition)})."
            )
    lines += [f"Weeks {row.weeks[0]}-{row.weeks[1]}: {row.do} {row.dose}." for row in protocol.plan]
    lines += [f"{rule.name} ({source(rule)}): {sentence(rule.cite)}" for rule in _rules(index)]
    return plain_lines(*lines)


def about(rung: Rung, index: Index) -> str:
    """Say a drill's id, phase and other names."""
    phase = index.phases[rung.phase]
    return f"{rung.id}, phase {phase.number}; also {', '.join(rung.aliases) or 'no other name'}"


def source(part: Condition | Rule) -> str:
    """Say where a condition or a rule comes from."""
    return part.source if part.grade is None else f"{part.source} {part.grade}"


def _opens(rung: Rung) -> str:
    return "opens when all of its conditions hold." if rung.gate else "open from the start."


def _rules(index: Index) -> tuple[Rule, ...]:
    rules = index.rules
    found = (getattr(rules, field.name) for field in msgspec.structs.fields(type(rules)))
    return tuple(rule for rule in found if isinstance(rule, Rule))


def _draw(index: Index, sheet: "Sheet") -> "list[Text]":
    protocol = index.protocol
    lines = [
        *sheet.wrap((protocol.title, style.TITLE)),
        *sheet.wrap((protocol.credit, style.QUIET)),
    ]
    lines += [sheet.rule(), *sheet.wrap(("The ladder", style.STRONG))]
    for rung in index.ladder:
        lines += sheet.pair(
            [(capital(rung.name), style.ACCENT)], [(about(rung, index), style.QUIET)]
        )
        if not rung.gate:
            lines += sheet.hang("  ", "open from the start")
        for condition in rung.gate:
            lines += sheet.hang(
                "  ", said(condition, index), (f"  {source(condition)}", style.QUIET)
            )
    lines += [sheet.rule(), *sheet.wrap(("The plan", style.STRONG))]
    for row in protocol.plan:
        weeks = f"{row.weeks[0]}-{row.weeks[1]}  "
        lines += sheet.hang((weeks, style.ACCENT), row.do, (f" {row.dose}.", style.QUIET))
    lines += [sheet.rule(), *sheet.wrap(("The rules", style.STRONG))]
    for rule in _rules(index):
        lines += sheet.pair([(rule.name, style.ACCENT)], [(source(rule), style.QUIET)])
        lines += sheet.hang("  ", rule.cite)
    return lines
