"""Click in French: help pages and usage faults."""

from __future__ import annotations

from typing import Any

import click

from egide.moteur.erreurs import suggestion


class CommandeFrancaise(click.Command):
    """A command whose help page is in French."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Usage : ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        ecrites = [p.get_help_record(ctx) for p in self.get_params(ctx) if isinstance(p, click.Option)]
        with formatter.section("Options "):  # a French colon has a space before it
            formatter.write_dl([ecrite for ecrite in ecrites if ecrite])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Affiche cette aide."
        return option


class GroupeFrancais(CommandeFrancaise, click.Group):
    """A group of commands whose help page and faults are in French."""

    command_class = CommandeFrancaise

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lignes = [(nom, self.commands[nom].get_short_help_str(limit=90)) for nom in self.list_commands(ctx)]
        with formatter.section("Commandes "):
            formatter.write_dl(lignes)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)  # in the order of the contract, not of the alphabet

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            raise click.UsageError(
                f"commande inconnue : « {args[0]} ».{suggestion(args[0], self.commands)} "
                f"Commandes : {', '.join(self.commands)}."
            )
        return super().resolve_command(ctx, args)


def en_francais(erreur: click.ClickException) -> str:
    """Return a usage fault on one line, in French."""
    if isinstance(erreur, click.NoSuchOption):
        return f"option inconnue : {erreur.option_name}.{suggestion(erreur.option_name, _options(erreur.ctx))}"
    if isinstance(erreur, click.MissingParameter) and erreur.param is not None:
        nom = erreur.param.human_readable_name if isinstance(erreur.param, click.Argument) else erreur.param.opts[0]
        return f"il manque {nom}. {_usage(erreur.ctx)}"
    if isinstance(erreur, click.BadOptionUsage):
        return f"l'option {erreur.option_name} attend une valeur. {_usage(erreur.ctx)}"
    if isinstance(erreur, click.BadParameter):
        return erreur.message
    if isinstance(erreur, click.UsageError) and erreur.message.startswith("Got unexpected extra argument"):
        return f"argument en trop : {erreur.message.partition('(')[2].rstrip(')')}. {_usage(erreur.ctx)}"
    return erreur.message


def _options(contexte: click.Context | None) -> list[str]:
    return [nom for p in contexte.command.params for nom in p.opts if nom.startswith("-")] if contexte else []


def _usage(contexte: click.Context | None) -> str:
    return " ".join(contexte.get_usage().split()) if contexte else ""


class Nombre(click.ParamType[float]):
    """A finite number, or a whole one."""

    name = "nombre"

    def __init__(self, quoi: str, *, entier: bool = False) -> None:
        self.quoi, self.entier = quoi, entier

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            nombre = int(value) if self.entier else float(str(value).replace(",", ".").replace(" ", ""))
        except ValueError:
            nombre = float("nan")
        if not abs(nombre) < float("inf"):
            ou = f"{param.opts[0]} : " if param else ""
            self.fail(f"{ou}« {value} » n'est pas accepté ; attendu : {self.quoi}.")
        return nombre
