"""A notice's bytes to graph values. See docs/annotation.md for what is found."""
