"""Damage and re-typesetting of a notice's text: seeded, pure functions from a text to a damaged one with a way back."""
