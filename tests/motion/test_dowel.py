"""The stick's promises: three contacts in every right pose, and the wrong forms lose the one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.motion.body import GIRTHS, HEAD, SACRUM, UPPER_BACK
from hingecli.motion.dowel import BEYOND, STICK, Stick, stick_on
from hingecli.motion.figure import Figure, Pose, pose_at
from hingecli.motion.geometry import Point, distance, offset
from hingecli.motion.skeleton import Skeleton, skeleton
from motion.drawn import DEPTHS, FIGURES, comparison_of

WITH_DOWEL = [figure for figure in FIGURES if "dowel" in figure.props]

straight = st.builds(
    Pose, ankle=st.floats(-20, 30), knee=st.floats(0, 100), hip=st.floats(-10, 130)
)
any_back = st.builds(Pose, hip=st.floats(0, 130), spine=st.floats(-60, 90), neck=st.floats(-60, 80))


def gaps(stick: Stick, body: Skeleton) -> tuple[float, float, float]:
    """Measure anew, from the stick's ends alone: skin to skin at head, upper back, sacrum."""

    def gap(centre: Point, radius: float) -> float:
        return abs(offset(stick.low, stick.high, centre)) - radius - STICK

    return (
        gap(body.head, HEAD),
        gap(body.spine[UPPER_BACK], GIRTHS[UPPER_BACK]),
        gap(body.spine[SACRUM], GIRTHS[SACRUM]),
    )


@pytest.mark.parametrize("figure", WITH_DOWEL, ids=lambda figure: figure.id)
def test_the_dowel_touches_head_upper_back_and_sacrum_from_start_to_end(figure: Figure) -> None:
    for depth in DEPTHS:
        body = skeleton(pose_at(figure.keyframes, depth))
        stick = stick_on(body)

        assert gaps(stick, body) == pytest.approx((0, 0, 0), abs=1e-9)
        assert stick.contacts.lost == ()


def test_there_are_three_drills_with_a_dowel() -> None:
    assert {figure.id for figure in WITH_DOWEL} == {"dowel-hinge", "slow-dowel", "eyes-closed"}


@given(straight)
def test_a_straight_back_keeps_all_three_contacts_however_it_leans(pose: Pose) -> None:
    body = skeleton(pose)

    assert gaps(stick_on(body), body) == pytest.approx((0, 0, 0), abs=1e-9)


@pytest.mark.parametrize(
    ("mistake", "lost"),
    [
        ("lower-back-rounding", ("sacrum",)),
        ("over-arching", ("upper_back",)),
        ("looking-up", ("upper_back",)),
    ],
)
def test_a_wrong_form_loses_the_contact_that_it_should_and_no_other(
    mistake: str, lost: tuple[str, ...]
) -> None:
    both = comparison_of(mistake)
    assert both.right is not None
    assert both.wrong is not None
    body = skeleton(both.wrong)
    stick = stick_on(body)

    assert stick_on(skeleton(both.right)).contacts.lost == ()
    assert stick.contacts.lost == lost
    measured = dict(zip(("head", "upper_back", "sacrum"), gaps(stick, body), strict=True))
    assert all(measured[name] > 0.01 for name in lost)
    assert all(measured[name] == pytest.approx(0) for name in measured if name not in lost)


def test_a_chin_on_the_chest_loses_the_head() -> None:
    assert stick_on(skeleton(Pose(hip=60, neck=-30))).contacts.lost == ("head",)


@given(any_back)
def test_the_stick_is_straight_touches_the_back_and_never_goes_through_it(pose: Pose) -> None:
    body = skeleton(pose)
    stick = stick_on(body)

    nearest = min(
        abs(offset(stick.low, stick.high, centre)) - radius - STICK
        for centre, radius in (
            *zip(body.spine[SACRUM:], GIRTHS[SACRUM:], strict=True),
            (body.head, HEAD),
        )
    )
    assert nearest == pytest.approx(0, abs=1e-5)
    assert min(gaps(stick, body)) > -1e-5


def test_hands_hold_the_stick_at_the_low_back_and_between_the_shoulders() -> None:
    body = skeleton(Pose(hip=70, knee=20))
    stick = stick_on(body)

    for hand in stick.hands:
        assert offset(stick.low, stick.high, hand) == pytest.approx(0, abs=1e-9)
    low, high = (distance(hand, stick.low) for hand in stick.hands)
    assert BEYOND < low < high < distance(stick.low, stick.high) - BEYOND
