"""Which rules made a finding. By itself, so that who only asks for it need not load the rules."""

VERSION = "15"
"""Raised with every change of a rule: a build reads files again whose findings an older version made."""
