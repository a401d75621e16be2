"""Whatever happens to a protocol's files: problems, or none, but never a traceback."""

import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hingecli.coach.protocol.protocol import Protocol
from hingecli.coach.protocol.texts import Cues, DrillPage, Mistakes
from hingecli.content.check.check import check, load_checked, table_problems
from hingecli.content.shape import problems
from hingecli.errors import ProtocolError

TINY = Path(__file__).parent.parent / "protocols" / "tiny"
FILES = sorted(str(path.relative_to(TINY)) for path in TINY.rglob("*") if path.is_file())
KINDS: dict[str, type[msgspec.Struct]] = {
    "protocol.toml": Protocol,
    "mistakes.toml": Mistakes,
    "cues.toml": Cues,
    "drills/bow.toml": DrillPage,
}

KNOWN = {
    "drill": frozenset({"bow", "stick-bow", "bell-bow"}),
    "phase": frozenset({"one", "two", "three"}),
    "equipment": frozenset({"stick", "kettlebell"}),
    "mistake": frozenset({"round", "squat"}),
}

Key = tuple[str | int, ...]

values = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=5),
        st.dates(),
        st.sampled_from(["bow", "round", "one", "unbroken-set", "{reps}", "{"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


@contextmanager
def protocol_with(path: str, raw: bytes) -> Iterator[Path]:
    """The tiny protocol with one file replaced."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in FILES:
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_bytes(raw if name == path else (TINY / name).read_bytes())
        yield root


def places(value: Any, key: Key = ()) -> Iterator[Key]:
    """Every place in a table, deepest first."""
    if isinstance(value, dict | list):
        for part in value if isinstance(value, dict) else range(len(value)):
            yield from places(value[part], (*key, part))
    if key:
        yield key


def parent(table: Any, key: Key) -> Any:
    for part in key[:-1]:
        table = table[part]
    return table


@given(data=st.data(), path=st.sampled_from(FILES))
def test_damaged_bytes_are_problems_and_no_traceback(data: st.DataObject, path: str) -> None:
    raw = (TINY / path).read_bytes()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 40)))
    damaged = raw[:start] + data.draw(st.binary(max_size=8)) + raw[end:]

    with protocol_with(path, damaged) as root:
        found = check(root)

        if found:
            assert all(line.isprintable() and ": " in line for line in found)
        else:
            assert load_checked(root)


@given(data=st.data(), path=st.sampled_from(sorted(KINDS)))
def test_any_other_value_anywhere_is_told_or_fits(data: st.DataObject, path: str) -> None:
    table = tomllib.loads((TINY / path).read_text("utf-8"))
    key = data.draw(st.sampled_from(list(places(table))))
    value = data.draw(values)
    parent(table, key)[key[-1]] = value

    found = tuple(problems(table, KINDS[path]))

    assert set(found) <= set(table_problems(path, table, KNOWN))
    try:
        msgspec.convert(table, KINDS[path])
    except msgspec.ValidationError:
        assert found
    else:
        assert all("finite" in problem for problem in found)


@given(data=st.data(), path=st.sampled_from(sorted(KINDS)))
def test_a_missing_field_is_told_by_its_path(data: st.DataObject, path: str) -> None:
    table = tomllib.loads((TINY / path).read_text("utf-8"))
    key = data.draw(st.sampled_from([key for key in places(table) if isinstance(key[-1], str)]))
    del parent(table, key)[key[-1]]

    found = tuple(problems(table, KINDS[path]))

    try:
        msgspec.convert(table, KINDS[path])
    except msgspec.ValidationError:
        assert len(found) == 1
        assert f"{key[-1]}: missing" in found[0]
    else:
        assert found == ()


@given(data=st.data(), path=st.sampled_from(sorted(KINDS)), word=st.text("abcxyz-", min_size=1))
def test_an_unknown_key_is_told_wherever_it_stands(
    data: st.DataObject, path: str, word: str
) -> None:
    table = tomllib.loads((TINY / path).read_text("utf-8"))
    tables = [(), *(key for key in places(table) if isinstance(at(table, key), dict))]
    key = data.draw(st.sampled_from(tables))
    there = at(table, key)
    # The steps of load are a table of any implements: `check` knows them, the shape does not.
    assume(word not in there and key[-1:] not in [("step_kg",), ("step_lb",)])
    there[word] = 1

    (problem,) = problems(table, KINDS[path])

    assert f"{word}: unknown key" in problem


def at(table: Any, key: Key) -> Any:
    return parent(table, key)[key[-1]] if key else table


@given(path=st.sampled_from(FILES), raw=st.binary(max_size=60))
def test_any_bytes_in_a_files_place_are_problems(path: str, raw: bytes) -> None:
    with protocol_with(path, raw) as root:
        found = check(root)

        if found:
            with pytest.raises(ProtocolError) as caught:
                load_checked(root)
            assert caught.value.problems == found
