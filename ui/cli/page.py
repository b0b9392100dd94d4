"""zwgk ui: the analyst's page."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.cli.console import LanguageOption, fail, language, out


def command(
    port: Annotated[
        int | None, typer.Option("--port", min=1, max=65535, help="端口；默认取一个空闲的 (a free one by default)")
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open", help="打开浏览器 (open a browser)")] = False,
    lang: LanguageOption = "zh",
) -> None:
    """在本机打开分析页面。 Serve the analyst's page on this machine only."""
    from ui.web.serve import PageError, serve

    try:
        with serve(port, open_browser) as page:
            out.print(page.address, style="bold")
            out.print("按 Ctrl+C 结束。" if language(lang) == "zh" else "Ctrl+C ends it.", style="dim")
            page.wait()
    except PageError as error:
        fail(str(error))
    except KeyboardInterrupt:
        out.print()
