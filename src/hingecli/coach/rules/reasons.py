"""Makes reasons: a rule's name, a sentence with the evidence, and where the rule comes from."""

from hingecli.coach.protocol.parameters import Rule
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
