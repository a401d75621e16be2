"""Bodies and time in motion, pure: nothing here decides what the coach decides."""
