"""The commands of `hinge`: one file each, imported when it is called."""
