"""Makes reasons: a rule's name, a sentence with the evidence, and where the rule comes from."""

from hingecli.coach.protocol.parameters.rule import Rule
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Reason


def reason(index: Index, rule: str, text: str, *, topic: str | None = None) -> Reason:
    """Return the reason `text` under the name, source and grade of the rule `rule`.

    Its topic is the rule, unless it is told apart from the rule's other reasons.
    """
    found: Rule = getattr(index.rules, rule)
    return Reason(
        topic=topic or rule, rule=found.name, text=text, source=found.source, grade=found.grade
    )


def guide_says(index: Index, rule: str, text: str) -> Reason:
    """Return the reason `text` as the guide's own word, under the name of the rule `rule`.

    Only for a sentence that the guide itself states: one with a figure of the coach in it is the
    coach's, whatever the rule serves.
    """
    found: Rule = getattr(index.rules, rule)
    return Reason(topic=rule, rule=found.name, text=text, source="guide")
