"""What an extra is made of stands in pyproject.toml, and the tests are run with most of it."""

import tomllib
from pathlib import Path

import pytest

from hingecli.cli.extras import PACKAGES

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]


@pytest.mark.parametrize("extra", PACKAGES)
def test_an_extra_that_a_command_asks_for_can_be_installed(extra: str) -> None:
    names = {wanted.partition(">=")[0].replace("-", "_") for wanted in EXTRAS[extra]}

    # opencv's module has a name of its own, Vega's drops its ending
    theirs = {"cv2": "opencv_python_headless", "vl_convert": "vl_convert_python"}
    assert {theirs.get(module, module) for module in PACKAGES[extra]} == names


@pytest.mark.parametrize("extra", ["report", "calendar"])  # film's packages are too large for that
def test_the_tests_need_what_the_extras_need(extra: str) -> None:
    assert set(EXTRAS[extra]) <= set(EXTRAS["test"])
