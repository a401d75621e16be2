"""Where a pain was is said in a person's own words, so that it reads."""

import pytest

from hingecli.coach.log.events import Pain, Place
from hingecli.coach.parse import body_parts
from hingecli.coach.protocol.protocol import Index


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("knee", " in the knee"),
        ("left knee", " in the left knee"),
        ("Left Calf", " in the left calf"),
        ("lower left back", " in the lower left back"),
        ("back of the left knee", " in the back of the left knee"),
        ("shoulder blade", " in the shoulder blade"),
        ("both knees", " in both knees"),
        ("one hip", " in one hip"),
        ("headache", ' ("headache")'),
        ("sciatica", ' ("sciatica")'),
        ("behind the knee", ' ("behind the knee")'),
        ("under my ribs", ' ("under my ribs")'),
        ("everywhere", ' ("everywhere")'),
        ("knee and hip", ' ("knee and hip")'),
        ("Rücken", ' ("Rücken")'),
        ("other", ' ("other")'),
        (":-(", ' (":-(")'),
    ],
)
def test_a_place_in_words_of_ones_own_is_said_so_that_it_reads(
    index: Index, told: str, said: str
) -> None:
    pain = Pain(score=2, where="other", where_told=told)

    assert body_parts.in_place(pain, index) == said


@pytest.mark.parametrize(
    ("where", "said"), [("low-back", " in the low back"), ("other", ""), (None, "")]
)
def test_a_place_of_the_list_is_said_by_its_name(
    index: Index, where: Place | None, said: str
) -> None:
    assert body_parts.in_place(Pain(score=2, where=where), index) == said
