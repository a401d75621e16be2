"""What a decoder refused is told as a person would, by a look at the bytes themselves."""

import msgspec
import pytest

from factories import Journal
from hingecli.coach.log.events import AnyEvent
from hingecli.refusals import REFUSALS
from hingecli.store.codec import event_bytes
from hingecli.store.jsonfault import json_fault

ROW = event_bytes(Journal().session(0, "kb 10 @16.5").events[0])


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b'"seq":1', b'"seq":true', "seq: true or false instead of a whole number"),
        (b'"seq":1', b'"seq":1.5', "seq: 1.5 instead of a whole number"),
        (b'"seq":1', b'"seq":null', "seq: null instead of a whole number"),
        (b'"seq":1', b'"seq":1e400', "seq: 1E+400 instead of a whole number"),
        (b'"seq":1', b'"seq":' + b"9" * 5000, "a number is too large"),
        (b'"seq":1', b'"seq":NaN', "NaN and Infinity are not numbers of JSON"),
        (b'"seq":1', b'"seq":', "not JSON from character 37 on"),
        (b'"day":"', b'"day":5,"zap":"', "zap is unknown"),
        (b"16.5", b'"much"', "body.sets[0].load_kg: not a number"),
        (b"16.5", b"{}", "body.sets[0].load_kg: a table instead of a number"),
        (b'"sets":[', b'"sets":[1,', "body.sets[0]: a whole number instead of a table"),
        (b'"sets":[', b'"sets":7,"x":[', "body: x is unknown"),
        (b'"kind":"session"', b'"kind":3', "kind: 3 is unknown"),
        (b'"kind":"session"', b'"kind":["session"]', "kind: a list is unknown"),
        (b'"drill":"', b'"drill":"\\ud800', "a text holds half a character"),
        (b'"drill":"', b'"drill":"\xff', "not UTF-8"),
        (b"16.5", b"[" * 200 + b"]" * 200, "nested too deeply"),
        (b"}]}}", b"}]", "it is cut off"),
        (ROW, b" ", "it is empty"),
        (ROW, b"[]", "a list instead of a table"),
    ],
)
def test_a_row_that_no_decoder_takes_is_told(old: bytes, new: bytes, fault: str) -> None:
    assert old in ROW
    row = ROW.replace(old, new, 1)
    with pytest.raises(REFUSALS):
        msgspec.json.decode(row, type=AnyEvent)

    assert json_fault(row, AnyEvent) == fault
