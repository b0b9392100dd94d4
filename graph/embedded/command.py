"""The command line of the server: Java and the jars as the wheel `arcadedb-embedded` brings them."""

from __future__ import annotations

import os
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from graph.embedded.files import write_private
from graph.embedded.layout import DATABASE, Layout, heap, query_seconds
from graph.embedded.state import SERVER_CLASS, home_argument
from graph.errors import ServerError

WHEEL = "arcadedb-embedded"

# Protocols and tools that nobody here uses stay out of the class path, so nothing can start them.
_UNUSED = (
    "arcadedb-console",
    "arcadedb-graphql",
    "arcadedb-mcp",
    "arcadedb-postgresw",
    "arcadedb-redisw",
    "arcadedb-python-bridge",
)

_LOGGING = """handlers = java.util.logging.FileHandler
.level = INFO
java.util.logging.FileHandler.pattern = {pattern}
java.util.logging.FileHandler.limit = 1000000
java.util.logging.FileHandler.count = 2
java.util.logging.FileHandler.append = true
java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter
java.util.logging.SimpleFormatter.format = %1$tF %1$tT %4$s %5$s%6$s%n
"""


def version() -> str:
    """The version of the installed server."""
    try:
        return distribution(WHEEL).version
    except PackageNotFoundError:
        raise ServerError(
            f"The embedded database is not installed. Run `pip install {WHEEL}`, or set NEO4J_URI to a Neo4j server."
        ) from None


def command(layout: Layout, bolt_port: int, http_port: int) -> list[str]:
    """What to run; writes the logging settings it names. The passwords are not in it: any user can read a command."""
    package = _package()
    java = package / "jre" / "bin" / ("java.exe" if os.name == "nt" else "java")
    jars = [str(jar) for jar in sorted((package / "jars").glob("*.jar")) if not jar.name.startswith(_UNUSED)]
    if not java.is_file() or not jars:
        raise ServerError(f"The wheel {WHEEL} has no Java or no jars in {package}. Reinstall it with pip.")
    logging = layout.config / "logging.properties"
    write_private(logging, _LOGGING.format(pattern=(layout.logs / "server.%g.log").as_posix()))
    settings = [f"-Darcadedb.{name}={value}" for name, value in _settings(layout, bolt_port, http_port).items()]
    return [
        str(java),
        f"-Xmx{heap()}",
        "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
        "-Djava.awt.headless=true",
        f"-Djava.util.logging.config.file={logging}",
        home_argument(layout),
        *settings,
        "-cp",
        os.pathsep.join(jars),
        SERVER_CLASS,
    ]


def _settings(layout: Layout, bolt_port: int, http_port: int) -> dict[str, object]:
    return {
        # In production mode the server hides why a query failed.
        "server.mode": "development",
        "server.configDirectory": layout.config,
        "server.databaseDirectory": layout.databases,
        "server.logsDirectory": layout.logs,
        "server.defaultDatabases": f"{DATABASE}[root]",
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt.host": "127.0.0.1",
        "bolt.port": bolt_port,
        "bolt.defaultDatabase": DATABASE,
        # The HTTP listener cannot be turned off; it asks for a password like Bolt.
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": http_port,
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        "polyglotEngineEnabled": "false",
        "support.autoRegister": "false",
        "studio.enabled": "false",
        "backup.enabled": "false",
        "command.timeout": int(query_seconds() * 1000),
        # Committed work outlives a killed server and, flushed, a killed machine.
        "txWalFlush": 1,
    }


def _package() -> Path:
    """The wheel's folder. Found by its files: importing the package could start Java in this process."""
    version()
    return Path(str(distribution(WHEEL).locate_file("arcadedb_embedded")))
