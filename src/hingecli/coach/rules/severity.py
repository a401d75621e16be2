"""How bad a pain is: green, amber or red, by its score and its place (S2, S3, S8).

Owns what a single pain says. What it holds, and for how long, is `safety`.
"""

from hingecli.coach.log.events import Pain
from hingecli.coach.parse.body_parts import in_place
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules.readiness import has_a_yes
from hingecli.coach.state.state import State


def stops_training(index: Index, pain: Pain | None) -> bool:
    """Return whether `pain` is red: it stops the session and holds the load."""
    if pain is None:
        return False
    rule = index.rules.pain_during
    return pain.score >= rule.stop_from or pain.sharp or is_alarming_place(index, pain)


def hurts(state: State, pain: Pain) -> bool:
    """Return whether `pain` is amber or red: its session earns nothing of what is loaded."""
    return pain.score >= state.bounds.amber_from or stops_training(state.index, pain)


def is_alarming_place(index: Index, pain: Pain | None) -> bool:
    """Return whether `pain` is felt where any of it shows the emergency list at once (S8)."""
    return pain is not None and pain.score > 0 and pain.where in index.rules.pain_during.alarm


def amber_of(state: State) -> int:
    """Work out the score (0-10) from which pain is amber: over 2, or over what is usual (S2, S3).

    A usual value up to 3 counts at once, 4 after a professional's yes, and more never.
    """
    rule, usual = state.index.rules.pain_during, state.profile.usual_pain
    if not usual:
        return rule.no_progress_from
    most = rule.usual_after_yes if has_a_yes(state) else rule.usual_at_once
    return max(rule.no_progress_from, usual + 1) if usual <= most else rule.no_progress_from


def is_amber(state: State, pain: Pain) -> bool:
    """Return whether `pain` asks for no progress, and stops nothing."""
    return hurts(state, pain) and not stops_training(state.index, pain)


def is_loaded_by(index: Index, pain: Pain, drill: str) -> bool:
    """Return whether `drill` loads where it hurts: pain elsewhere is about some drills (S8)."""
    stops_all = (
        pain.where is None or pain.where in index.rules.pain_during.places_that_stop_all_load
    )
    return stops_all or pain.where in index.rungs[drill].places


def describe(index: Index, pain: Pain) -> str:
    """Return a pain in words: score, kind and place."""
    return f"{kind_of(pain)}{in_place(pain, index)}"


def kind_of(pain: Pain) -> str:
    """Return a pain in words without its place."""
    return f"{'sharp or spreading pain' if pain.sharp else 'pain'} {pain.score}"
