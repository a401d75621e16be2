"""Makes reasons: a rule's name, a sentence with the evidence, and where the rule comes from."""

from hingecli.coach.protocol.parameters import Rule
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Reason


def reason(index: Index, rule: str, text: str) -> Reason:
    """Return the reason `text` under the name, source and grade of the rule `rule`."""
    told: Rule = getattr(index.rules, rule)
    return Reason(rule=told.name, text=text, source=told.source, grade=told.grade)


def guide_says(index: Index, rule: str, text: str) -> Reason:
    """Return the reason `text` as the guide's own word, under the name of the rule `rule`.

    Only for a sentence that the guide itself states: one with a figure of the coach in it is the
    coach's, whatever the rule serves.
    """
    told: Rule = getattr(index.rules, rule)
    return Reason(rule=told.name, text=text, source="guide")


def count(number: int, one: str, many: str | None = None) -> str:
    """Say a number with its noun: 1 day, 2 days."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """Say how often: once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def capital(words: str) -> str:
    """Begin with a capital letter and leave the rest as it is: RDL stays RDL."""
    return words[:1].upper() + words[1:]
