"""A step has the same number wherever a drill is read."""

import re

import pytest

from hingecli.content import bundled, load_page, load_protocol
from hingecli.show import card, drill
from hingecli.show.steps import Step, lined
from show import samples
from show.screens import printed

DRILLS = [rung.id for rung in load_protocol(bundled()).ladder]


def test_only_the_steps_are_counted() -> None:
    assert lined(("Stand.",), ("Push back.", "Stand tall.")) == (
        Step("Stand."),
        Step("Push back.", 1),
        Step("Stand tall.", 2),
    )


@pytest.mark.parametrize("drill_id", DRILLS)
def test_the_cards_number_a_step_as_the_drills_page_does(drill_id: str) -> None:
    page = load_page(bundled(), drill_id)
    first, later = (
        samples.card(told=samples.decision(sessions_of_main=sessions), page=page)
        for sessions in (0, 5)
    )
    value = drill.DrillView(page=page, index=samples.index(), mistakes=samples.mistakes())
    wide = [printed(view, width=200) for view in map(card.render, (first, later))]
    texts = [*wide, card.plain(first), printed(drill.render(value), width=200), drill.plain(value)]

    for number, step in enumerate(page.steps, 1):
        for text in texts:
            assert re.search(rf"\b{number}:? {re.escape(step)}", text)
