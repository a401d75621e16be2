"""Turns the coach's values into what a person reads: Rich renderables, and plain lines.

Pure: opens no console, reads no file. Rich is imported inside the functions that draw.
"""
