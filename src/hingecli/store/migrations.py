"""Migrations of the log file from one schema to the next: pure functions over its tables.

Owns the chain. Each function has a frozen file of its starting schema in the tests.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

Document: TypeAlias = dict[str, dict[str, Any]]

FIRST = 1
"""The first schema that hinge wrote."""


class UnknownSchemaError(LookupError):
    """No step leads on from this schema: hinge never wrote it."""


def to_schema_2(document: Document) -> Document:
    """Lead a log of schema 1 to schema 2: no row changes.

    Schema 2 adds kinds of event, and fields that are left out where there is nothing to say; what
    schema 1 did not ask, as the unit of a distance, cannot be known now.
    """
    return document


MIGRATIONS: Mapping[int, Callable[[Document], Document]] = MappingProxyType({1: to_schema_2})
"""By the schema that a function starts from."""


def migrate(
    document: Document,
    *,
    found: int,
    wanted: int,
    steps: Mapping[int, Callable[[Document], Document]],
) -> Document:
    """Lead `document` from the schema `found` to `wanted`, one step at a time.

    Raises UnknownSchemaError if a step is missing.
    """
    for schema in range(found, wanted):
        if schema not in steps:
            raise UnknownSchemaError(f"it says schema {schema}, which hinge never wrote")
        document = steps[schema](document)
    return document
