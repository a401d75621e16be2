"""What a drill's place on the ladder says of it by itself."""

from collections.abc import Mapping

import msgspec
import pytest

from hingecli.coach.protocol.protocol import Index


@pytest.mark.parametrize(
    ("changes", "short"),
    [
        ({"aliases": ("wall", "w")}, "wall"),
        ({"aliases": ("the-hinge-at-the-wall",)}, "wall-hinge"),
        ({"aliases": ()}, "wall-hinge"),
    ],
    ids=["its first alias", "its id where that is shorter", "its id without an alias"],
)
def test_the_shortest_good_name_is_the_id_or_the_first_alias(
    index: Index, changes: Mapping[str, tuple[str, ...]], short: str
) -> None:
    rung = msgspec.structs.replace(index.rungs["wall-hinge"], **changes)

    assert rung.short == short
