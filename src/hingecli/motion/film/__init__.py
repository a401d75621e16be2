"""A film of a person as a pose track: gates, reps, angles, findings; pure Python."""
