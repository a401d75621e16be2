"""A text that is no TOML is told with the line and the cause, whatever Python's parser says."""

import time
import tomllib

import pytest

from hingecli.content import bundled
from hingecli.content.tomlfault import toml_fault

PROTOCOL = (bundled() / "protocol.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a = 1\nb = wall hinge\n", "line 2: wall hinge needs quotes around it, as every text"),
        ("a = True\n", "line 1: true and false are written in small letters"),
        ("a = \nb = 1\n", "line 1: there is no value behind the ="),
        ("a = # 1\n", "line 1: there is no value behind the ="),
        ("a\nb = 1\n", "line 1: a is neither key = value nor a heading"),
        ("[a b]\n", "line 1: [a b] cannot be read as a heading"),
        ("a = [1 2]\n", "line 1: a = [1 2] cannot be read"),
        ("a = 1\nb = [\n  1,\n  2 3,\n]\nc = 1\n", "line 2: b = [ … cannot be read"),
        ("a = 1\n\nb = [\n  1,\nc = 2\n", "line 3: the [ that opens there is never closed"),
        ('a = [\n  "x,\n]\n', 'line 2: the " that opens there is never closed'),
        ('a = """\nx\n""\n', 'line 1: the " that opens there is never closed'),
        ("a = '''\nx\n", "line 1: the ' that opens there is never closed"),
        ("[a]\nb = 1\n[a]\n", "line 3: [a] is set further up already"),
        ("a.b = 1\na = 2\n", "line 2: a is set further up already"),
        ("a = 1\r\nb = \x00\r\n", "line 2: it holds the control character U+0000"),
        ("a = 1\nb = 2 # \x7f\n", "line 2: it holds the control character U+007F"),
        ("\ufeffa = 1\n", "line 1: it begins with a byte order mark; save it as UTF-8 without one"),
        ("a = " + "9" * 5000, "line 1: a number has too many digits"),
        ("a = 1\nb = " + "[" * 5000, "line 2: nested too deeply"),
        ('a = """x # [ {"""""\nb = "#"\nc = \'"\'\nd = ?\n', "line 4: d = ? cannot be read"),
    ],
)
def test_the_line_and_the_cause_are_told(text: str, fault: str) -> None:
    with pytest.raises((ValueError, RecursionError)):
        tomllib.loads(text)

    assert toml_fault(text) == fault


def test_the_line_is_the_right_one_wherever_a_protocol_is_broken() -> None:
    lines = PROTOCOL.split("\n")
    plain = [number for number, line in enumerate(lines) if line == "" or line.startswith("[")]

    found = [
        toml_fault("\n".join([*lines[:number], "what is this", *lines[number:]]))
        for number in plain[::20]
    ]

    assert found == [
        f"line {number + 1}: what is this is neither key = value nor a heading"
        for number in plain[::20]
    ]


def test_a_thousand_lines_are_searched_at_once() -> None:
    assert PROTOCOL.count("\n") > 1000
    began = time.process_time()

    fault = toml_fault(PROTOCOL + "\nlast = [\n" + '"x",\n' * 1000)

    assert fault.endswith("the [ that opens there is never closed")
    assert time.process_time() - began < 2
