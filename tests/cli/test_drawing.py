"""`hinge protocol draw`: one image a drill, a variation and a mistake."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from hingecli.cli.drawing import draw_all
from hingecli.content import bundled, load_mistakes, load_protocol
from hingecli.errors import UsageError


def test_every_drill_variation_and_mistake_gets_an_image_that_is_xml(tmp_path: Path) -> None:
    written = draw_all(bundled(), tmp_path / "images")

    index = load_protocol(bundled())
    ids = [rung.id for rung in index.ladder]
    ids += [variant.id for variant in index.rules.variety.all]
    ids += [mistake.id for mistake in load_mistakes(bundled()).mistakes]
    assert [path.stem for path in written] == ids
    for path in written:
        assert ElementTree.parse(path).getroot().tag.endswith("svg")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(UsageError, match="cannot be written"):
        draw_all(bundled(), tmp_path / "file")
