"""The command group, which loads a command's module only when it is called, and the way errors end."""

from __future__ import annotations

import importlib
import os
import sys
import traceback

import click

from filmgraph.errors import FilmgraphError
from filmgraph.version import __version__

# Every command, in the order of help: its module under `filmgraph.cli` and its summary.
COMMANDS = {
    "demo": ("demo", "Build the bundled sample, ask the founding question, draw the graph."),
    "extract": ("extract", "Read files and print the facts in them; nothing is stored."),
    "add": ("add", "Read files or folders into the store."),
    "ask": ("ask", "Ask a question in English."),
    "query": ("query", "Run a named query, a .rq file or standard input."),
    "queries": ("query", "List the named queries and their parameters."),
    "show": ("show", "Show a film's or an agent's page with the words behind each credit."),
    "path": ("path", "Show how two people are linked, film by film."),
    "analyze": ("analyze", "Run a network analysis."),
    "analyses": ("analyze", "List the network analyses and the networks."),
    "export": ("export", "Write a picture or a file of the graph, by suffix."),
    "check": ("check", "Check the store's data against shapes and checks."),
    "review": ("review", "List doubtful identities with their evidence."),
    "same": ("decide", "Decide that two names are one agent."),
    "different": ("decide", "Decide that two names are two agents."),
    "reject": ("decide", "Decide that a credit is wrong."),
    "assert": ("decide", "Decide that a film has a credit."),
    "undo": ("decide", "Take back a decision."),
    "decisions": ("decide", "List the decisions in the ledger."),
    "sources": ("sources", "List what was read."),
    "remove": ("sources", "Take a source out of the graph again."),
    "serve": ("serve", "Serve the SPARQL endpoint and its web page."),
    "info": ("info", "Say what the store holds."),
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"filmgraph.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest name where there is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"There is no command {args[0]!r}.{_nearest(args[0])} 'filmgraph --help' lists them.")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their summaries, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


def _nearest(word: str) -> str:
    import difflib

    found = difflib.get_close_matches(word, COMMANDS, n=1)
    return f" Did you mean {found[0]!r}?" if found else ""


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="filmgraph")
@click.option("--debug", is_flag=True, help="Show the stack trace when something goes wrong.")
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """Film reviews and credit lists as a knowledge graph, with the words behind every credit.

    Start with 'filmgraph demo'. Exit codes: 0 fine, 1 done but something was
    skipped or found wrong, 2 usage, 3 nothing could be done.
    """
    ctx.obj = debug


def main() -> None:
    """Run the command line; ends the process with the command's exit code."""
    debug = "--debug" in sys.argv[1:] or bool(os.environ.get("FILMGRAPH_DEBUG"))
    # --debug is understood wherever it stands, so that it can be put behind a command that just failed.
    arguments = [a for a in sys.argv[1:] if a != "--debug"]
    try:
        code = cli.main(arguments, prog_name="filmgraph", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        code = 2
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (KeyboardInterrupt, click.Abort):
        _say("Stopped. A store holds what it held before.")
        # Where the interrupt fell into an import, Python would end by the signal and hide our exit code.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(3)
    except BrokenPipeError:
        # The reader of our output (head, less) has gone: nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except FilmgraphError as error:
        code = error.exit_code
        _say(f"Error: {error}", trace=debug)
    except OSError as error:
        code = 3
        where = f"{error.filename}: " if error.filename else ""
        _say(f"Error: {where}{error.strerror or error}. Is there room, and may you write there?", trace=debug)
    except Exception as error:
        code = 3
        _say(
            f"Error: something went wrong that filmgraph did not expect ({type(error).__name__}: {error}). "
            "Run the command again with --debug to see where, and please report it.",
            trace=debug,
        )
    sys.exit(code if isinstance(code, int) else 0)


def _say(message: str, trace: bool = False) -> None:
    if trace:
        traceback.print_exc()
    print(message, file=sys.stderr)
