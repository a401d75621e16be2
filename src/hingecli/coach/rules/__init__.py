"""What to make of it: a file for each heading of the rules."""
