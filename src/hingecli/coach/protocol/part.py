"""What every typed part of a protocol's files has in common."""

from typing import Self

import msgspec


class ProtocolPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A typed part of the protocol's files: an unknown key is an error."""

    def __deepcopy__(self, memo: object) -> Self:
        """Return the part itself: nobody changes it, so copies of what holds it share it."""
        return self
