"""zwgk: notices in, answers out."""

from __future__ import annotations

import typer

from ui.cli import ask, build, correct, db, diff, export, extract, mcp, page, query, resolve, score

app = typer.Typer(
    name="zwgk",
    help="政务公开知识图谱：读通知，存图谱，答问题。 A knowledge graph of disclosure obligations: read notices, keep them, ask.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("build")(build.command)
app.command("extract")(extract.command)
app.command("diff")(diff.command)
app.command("score")(score.command)
app.command("ask")(ask.command)
app.add_typer(query.app, name="query")
app.add_typer(resolve.app, name="resolve")
app.add_typer(correct.app, name="correct")
app.add_typer(db.app, name="db")
app.add_typer(export.app, name="export")
app.command("ui")(page.command)
app.command("mcp")(mcp.command)


def main() -> None:
    """The console script."""
    app()


if __name__ == "__main__":
    main()
