"""The command line: questions in, tables made to be read (or JSON) out."""

from egide.cli.commandes import main

__all__ = ["main"]
