"""What decoders raise at what they do not take: which of them when differs between releases.

Catch all of them alike, and find out by a look at the value what is wrong with it.
"""

import msgspec

REFUSALS: tuple[type[Exception], ...] = (
    msgspec.MsgspecError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    RecursionError,
)
