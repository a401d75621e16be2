"""What every typed part of a protocol's files has in common."""

import msgspec


class ProtocolPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A typed part of the protocol's files: an unknown key is an error."""
