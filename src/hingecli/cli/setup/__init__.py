"""The answers of `hinge setup`: all that is to know of one stands in one place."""
