"""A state made into today: what to do, how much, and why."""
