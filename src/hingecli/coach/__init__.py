"""The pure core: protocol values, events, the training log, gates, dose, safety, the day.

No I/O, no clock, no screen: the day is an argument and every result carries its reasons.
"""
