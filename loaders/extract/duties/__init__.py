"""Obligations: what a sentence binds somebody to make public, to explain, or to answer."""
