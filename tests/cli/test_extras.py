"""What an extra is made of stands in pyproject.toml, and the tests are run with most of it."""

import json
import os
import shlex
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

from hingecli.cli.extras import PACKAGES, install_line

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


@pytest.mark.parametrize(
    ("came_from", "wanted"),
    [
        (None, ["hingecli[film]"]),
        ({"url": "file:///home/anna/hinge", "dir_info": {}}, ["/home/anna/hinge[film]"]),
        (
            {"url": "file:///home/anna/my%20hinge", "dir_info": {"editable": True}},
            ["-e", "/home/anna/my hinge[film]"],
        ),
        (
            {"url": "file:///tmp/hingecli-1.whl", "archive_info": {}},
            ["hingecli[film] @ file:///tmp/hingecli-1.whl"],
        ),
        (
            {"url": "https://example.com/hinge", "vcs_info": {"vcs": "git", "commit_id": "1a2b"}},
            ["hingecli[film] @ git+https://example.com/hinge@1a2b"],
        ),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="the paths are POSIX ones")
def test_the_line_installs_an_extra_from_where_the_program_came(
    monkeypatch: pytest.MonkeyPatch, came_from: dict[str, object] | None, wanted: list[str]
) -> None:
    told = None if came_from is None else json.dumps(came_from)
    installed = SimpleNamespace(read_text=lambda name: told if name == "direct_url.json" else None)
    monkeypatch.setattr(metadata, "distribution", lambda name: installed)

    words = shlex.split(install_line("film"))

    assert words == [sys.executable, "-m", "pip", "install", *wanted]
