"""What the commands print as JSON, laid out from the coach's values."""

from factories import Journal, state_on, today
from hingecli.coach.day.card import compose, today_json
from hingecli.coach.log.events import SessionBody
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.why import why_day, why_json
from hingecli.coach.results import reason_json
from hingecli.content import bundled, load_cues, load_mistakes, load_page


def test_a_day_is_laid_out_with_its_reasons_and_without_their_topics(index: Index) -> None:
    root = bundled()
    page = load_page(root, "wall-hinge")
    card = compose(
        today(index, Journal(), 0),
        index,
        page=page,
        mistakes=load_mistakes(root),
        cues=load_cues(root),
    )

    shown = today_json(card)

    assert (shown["kind"], shown["cues"]) == ("practice", page.cues)
    assert shown["reasons"] == [reason_json(reason) for reason in card.decision.reasons]
    assert all("topic" not in reason_json(reason) for reason in card.decision.reasons)


def test_the_reasons_of_a_day_are_laid_out_without_their_topics(index: Index) -> None:
    why = why_day(state_on(index, Journal(), 0))

    shown = why_json(why)

    assert shown["subject"] == "today"
    assert shown["reasons"] == [reason_json(reason) for reason in why.reasons]


def test_a_session_gives_back_the_body_it_was_made_of(index: Index) -> None:
    journal = Journal().session(0, "wall 3x10", effort=4, note="warm")

    (sitting,) = journal.read().sittings

    assert isinstance(sitting.body, SessionBody)
    assert (sitting.body.sets, sitting.body.note) == (sitting.sets, "warm")
