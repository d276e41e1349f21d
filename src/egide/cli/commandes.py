"""The commands of the contract. What they print is in `affichage`, loaded only when a table is wanted."""

from __future__ import annotations

import sys
from typing import Any

import click

from egide.cli.droits import c2s, prestations, retraite, soins
from egide.cli.francais import GroupeFrancais, Nombre, en_francais
from egide.cli.options import d_une_annee, ecrire_explication, ecrire_json, en_json, extrapoler, jour_demande, situation
from egide.cli.population import population
from egide.cli.recouvrement import c3s, echeancier, majorations, verifier_appel
from egide.moteur.erreurs import ErreurEgide, FaitsManquants, HorsChamp, SansSolution

ENTREE_INVALIDE, LOI_INAPPLICABLE = 2, 3


@click.group(cls=GroupeFrancais, subcommand_metavar="COMMANDE …", invoke_without_command=True)
@click.version_option(package_name="egide", message="egide %(version)s", help="Affiche la version.")
@click.pass_context
def groupe(contexte: click.Context) -> None:
    """Égide : ce que doit un travailleur indépendant en France, et quel article le dit.

    SITUATION est un fichier YAML ou JSON, ou « - » pour l'entrée standard. La plus courte :

    \b
    activites:
      - nature: artisanale
        statut: entreprise_individuelle
        debut: 2015-03-01
        exercices: {2026: {revenu_brut: 42000}}
    """
    if contexte.invoked_subcommand is None:
        click.echo(contexte.get_help())


@groupe.command()
@situation
@click.option("--date", "jour", metavar="AAAA-MM-JJ", help="Jour demandé (par défaut : le dernier vérifié).")
@extrapoler
@en_json
def affiliation(situation: str, jour: str | None, json_: bool, **options: Any) -> None:
    """Qui assure la personne : régime, branche par branche, fondement, et ce qui change ensuite."""
    from egide.services.affiliation import affiliation as poser

    reponse = poser(situation, date=jour, **options)
    if json_:
        ecrire_json(reponse.to_dict())
    else:
        from egide.cli.affichage_affiliation import afficher_affiliation

        afficher_affiliation(reponse)


@groupe.command()
@situation
@click.option("--date", "jour", metavar="AAAA-MM-JJ", help="Jour demandé (par défaut : le dernier vérifié).")
@click.option("--sujet", metavar="SUJET", help="Un seul sujet, avec son motif et ses articles : retraite_base…")
@extrapoler
@en_json
def interlocuteurs(situation: str, jour: str | None, sujet: str | None, json_: bool, **options: Any) -> None:
    """À qui s'adresser, sujet par sujet : l'organisme, son contact, jusqu'à quand, et pourquoi."""
    from egide.services.interlocuteurs import interlocuteurs as poser

    reponse = poser(situation, date=jour, sujet=sujet, **options)
    if json_:
        ecrire_json(reponse.to_dict())
    else:
        from egide.cli.affichage_interlocuteurs import afficher_interlocuteurs

        afficher_interlocuteurs(reponse, detail=sujet is not None)


@groupe.command()
@situation
@d_une_annee
def cotisations(situation: str, json_: bool, **options: Any) -> None:
    """Chaque cotisation : sa base, son taux, son montant, son article."""
    from egide.services.cotisations import cotisations as poser

    reponse = poser(situation, **options)
    if json_:
        ecrire_json(reponse.to_dict())
    else:
        _afficher_cotisations(reponse)


@groupe.command()
@situation
@click.option(
    "--avec",
    metavar="AUTRE",
    help="Une année, une nature, une autre situation, un statut (par défaut : l'année d'avant ; pour un "
    "micro-entrepreneur : entreprise_individuelle).",
)
@d_une_annee
def comparer(situation: str, avec: str | None, json_: bool, **options: Any) -> None:
    """Deux calculs ligne à ligne, avec la cause de chaque écart."""
    from egide.services.comparaison import comparer as poser

    comparaison = poser(situation, avec, **options)
    if json_:
        ecrire_json(comparaison.to_dict())
    else:
        _afficher_comparaison(comparaison)


@groupe.command()
@click.argument("nom", metavar="NOM")
@situation
@d_une_annee
def expliquer(nom: str, situation: str, json_: bool, **options: Any) -> None:
    """Comment une valeur a été obtenue : formule, nombres, articles, sources."""
    from egide.services.explication import expliquer as poser

    ecrire_explication(poser(nom, situation, **options), json_=json_)


@groupe.command()
@click.argument("voulu", metavar="NOM=VALEUR")
@situation
@click.option("--sur", metavar="FAIT", help="Le montant annuel cherché, par exemple chiffre_affaires.")
@d_une_annee
def inverser(voulu: str, situation: str, sur: str | None, json_: bool, **options: Any) -> None:
    """Quel montant donne la valeur voulue : revenu_net=30000 --sur chiffre_affaires."""
    from egide.services.inversion import inverser as poser

    if not sur:
        raise click.UsageError("il manque --sur : le montant annuel à chercher, par exemple --sur chiffre_affaires.")
    nom, egal, valeur = voulu.partition("=")
    if not egal or not nom:
        raise click.BadParameter(f"« {voulu} » n'est pas accepté ; attendu : NOM=VALEUR, par exemple revenu_net=30000.")
    cherche = Nombre(f"un nombre après {nom}=").convert(valeur, None, None)
    inversion = poser(nom, cherche, situation, sur=sur, **options)
    if json_:
        ecrire_json(inversion.to_dict())
    else:
        from egide.cli.affichage import afficher_inversion

        afficher_inversion(inversion)


@groupe.command()
@click.argument("nom", metavar="[NOM]", required=False)
@click.option(
    "--date",
    "au",
    metavar="AAAA-MM-JJ",
    callback=lambda _c, _p, v: jour_demande(v),
    help="Valeur de ce jour seulement.",
)
@click.option("--extrapoler", is_flag=True, help="Prolonge la valeur au-delà de sa dernière vérification.")
@en_json
def parametres(nom: str | None, au: str | None, extrapoler: bool, json_: bool) -> None:
    """Un chiffre de la loi, son histoire, sa source ; tous sans NOM."""
    from egide.services.parametres import parametres as poser

    histoires = poser(nom, au=jour_demande(au), extrapoler=extrapoler)
    if json_:
        ecrire_json({"question": "parametres", "parametres": [h.to_dict() for h in histoires]})
    else:
        from egide.cli.affichage import afficher_parametres

        afficher_parametres(histoires, detail=nom is not None)


for commande in (echeancier, majorations, verifier_appel, c3s, prestations, soins, c2s, retraite, population):
    groupe.add_command(commande)


def _afficher_cotisations(reponse: Any) -> None:
    if hasattr(reponse, "declarations"):  # what only micro-entrepreneurs need is imported for them
        from egide.cli.affichage_micro import afficher_micro

        afficher_micro(reponse)
    else:
        from egide.cli.affichage import afficher_cotisations

        afficher_cotisations(reponse)


def _afficher_comparaison(comparaison: Any) -> None:
    if hasattr(comparaison, "croisements"):
        from egide.cli.affichage_micro import afficher_statuts

        afficher_statuts(comparaison)
    else:
        from egide.cli.affichage import afficher_comparaison

        afficher_comparaison(comparaison)


def main() -> None:
    """Run the command line; exit 0 when answered, 2 on bad input, 3 when the law cannot be applied to these facts."""
    try:
        groupe.main(prog_name="egide", standalone_mode=False)
    except click.exceptions.Exit as sortie:
        sys.exit(sortie.exit_code)
    except click.ClickException as erreur:
        _refuser(en_francais(erreur), ENTREE_INVALIDE)
    except (FaitsManquants, HorsChamp, SansSolution) as erreur:
        _refuser(str(erreur), LOI_INAPPLICABLE)
    except ErreurEgide as erreur:
        _refuser(str(erreur), ENTREE_INVALIDE)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()  # the reader left: nothing to say to it


def _refuser(message: str, code: int) -> None:
    for ligne in message.splitlines():
        print(f"egide : {ligne}", file=sys.stderr)
    sys.exit(code)
