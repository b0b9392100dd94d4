"""Who is reading: optional login by Streamlit's own OIDC. Without an [auth] section in its secrets there is none."""

from __future__ import annotations

import os

import streamlit as st

from ui.web import page

REQUIRED = "ZWGK_LOGIN"
"""Set to 1, the page shows nothing before a login."""


def admitted() -> bool:
    """Whether this reader may see the page; offers the login where not."""
    if os.environ.get(REQUIRED) != "1" or st.user.get("is_logged_in"):
        return True
    if not _configured():
        page.problem(
            page.say("要求登录，但没有配置登录。", "A login is required, but none is configured."),
            page.say(
                "按 docs/team.md 写好 .streamlit/secrets.toml 的 [auth]，再启动。",
                "Write [auth] in .streamlit/secrets.toml as docs/team.md says, and start again.",
            ),
        )
        return False
    page.sentence(page.say("请先登录。", "Please log in."))
    st.button(page.say("登录", "Log in"), type="primary", on_click=st.login)
    return False


def show_account() -> None:
    """Who is logged in, and the way out; nothing where nobody is."""
    if st.user.get("is_logged_in"):
        who = str(st.user.get("name") or st.user.get("email") or "")
        page.note(page.say(f"已登录：{who}", f"Logged in as {who}"))
        st.button(page.say("退出登录", "Log out"), on_click=st.logout)


def _configured() -> bool:
    try:
        return "auth" in st.secrets
    except FileNotFoundError:
        return False
