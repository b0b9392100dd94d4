"""Who may change anything from the page: nobody, unless it is this machine's own page or its owner says so."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from urllib.parse import urlsplit

import streamlit as st

VARIABLE = "ZWGK_ALLOW_IMPORT"
_FORWARDED = ("x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via")


def may_write() -> bool:
    """Whether this reader may import and correct."""
    address = str(st.get_option("server.address") or "")
    return allows(os.environ.get(VARIABLE, ""), address, {name.lower(): v for name, v in st.context.headers.items()})


def allows(setting: str, address: str, headers: Mapping[str, str]) -> bool:
    """By the setting where there is one; else only where the page is served on the loopback and was asked for by its
    loopback name, through no proxy: a strange name in `Host` is another site's page that had itself led here."""
    if setting.strip():
        return setting.strip().lower() in ("1", "true", "yes", "on")
    if not is_loopback(address) or any(name in headers for name in _FORWARDED):
        return False
    return is_loopback(urlsplit(f"//{headers.get('host', '')}").hostname or "")


def is_loopback(host: str) -> bool:
    """Whether a name or an address is this machine's own."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
