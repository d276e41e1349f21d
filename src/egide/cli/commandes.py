"""The commands of the contract. What they print is in `affichage`, loaded only when a table is wanted."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from egide.cli.francais import GroupeFrancais, Nombre, en_francais
from egide.cli.population import population
from egide.moteur.erreurs import ErreurEgide, FaitsManquants, HorsChamp, SansSolution
from egide.moteur.periode import lire_jour

ENTREE_INVALIDE, LOI_INAPPLICABLE = 2, 3
F = TypeVar("F", bound=Callable[..., Any])

en_json = click.option("--json", "json_", is_flag=True, help="Répond en JSON.")
annee = click.option(
    "--annee",
    type=Nombre("une année, par exemple 2026", entier=True),
    metavar="AAAA",
    help="Année du revenu (par défaut : la dernière vérifiée).",
)
nature = click.option(
    "--nature", metavar="NATURE", default="definitives", help="definitives (par défaut) ou provisionnelles."
)
extrapoler = click.option(
    "--extrapoler",
    is_flag=True,
    help="Prolonge les chiffres au-delà de leur dernière vérification ; la réponse le dit.",
)
situation = click.argument("situation", metavar="SITUATION")


def d_une_annee(fonction: F) -> F:
    """Add the options of a question about one income year."""
    for option in (en_json, extrapoler, nature, annee):
        fonction = option(fonction)
    return fonction


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
        _ecrire_json(reponse.to_dict())
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
        _ecrire_json(reponse.to_dict())
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
        _ecrire_json(reponse.to_dict())
    else:
        _afficher_cotisations(reponse)


@groupe.command()
@situation
@annee
@click.option("--au", metavar="AAAA-MM-JJ", help="Jour où l'on se place (par défaut : le dernier vérifié).")
@click.option("--ics", metavar="FICHIER", help="Écrit aussi un agenda (iCalendar).")
@click.option("--xlsx", metavar="FICHIER", help="Écrit aussi un classeur, dont les sommes sont des formules.")
@click.option("--prevision", is_flag=True, help="Les vingt-quatre mois à venir, et ce qu'il faut mettre de côté.")
@extrapoler
@en_json
def echeancier(
    situation: str, json_: bool, au: str | None, ics: str | None, xlsx: str | None, prevision: bool, **options: Any
) -> None:
    """Ce qui se paie dans l'année, et quand : appels, régularisation, ou déclarations d'un micro-entrepreneur."""
    if prevision:
        _repondre_prevision(situation, _jour(au, "--au"), json_=json_)
        return
    from egide.services.echeancier import echeancier as poser

    reponse = poser(situation, au=_jour(au, "--au"), **options)
    if ics or xlsx:
        from egide.cli.exports import exporter_ics, exporter_xlsx

        for chemin, exporter in ((ics, exporter_ics), (xlsx, exporter_xlsx)):
            if chemin:
                exporter(reponse, chemin)
    if json_:
        _ecrire_json(reponse.to_dict())
    else:
        _afficher_echeancier(reponse)


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
        _ecrire_json(comparaison.to_dict())
    else:
        _afficher_comparaison(comparaison)


@groupe.command()
@click.argument("nom", metavar="NOM")
@situation
@d_une_annee
def expliquer(nom: str, situation: str, json_: bool, **options: Any) -> None:
    """Comment une valeur a été obtenue : formule, nombres, articles, sources."""
    from egide.services.explication import expliquer as poser

    _ecrire_explication(poser(nom, situation, **options), json_=json_)


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
        _ecrire_json(inversion.to_dict())
    else:
        from egide.cli.affichage import afficher_inversion

        afficher_inversion(inversion)


@groupe.command()
@situation
@click.option("--date", "au", metavar="AAAA-MM-JJ", help="Date d'effet (par défaut : la première encore possible).")
@click.option("--expliquer", "explique", metavar="NOM", help="Comment une valeur de la réponse a été obtenue.")
@click.option("--departs", "compares", is_flag=True, help="Compare chaque mois de départ, jusqu'à 70 ans.")
@click.option("--graphique", metavar="FICHIER.svg", help="Dessine la pension selon le mois de départ.")
@en_json
def retraite(
    situation: str, au: str | None, explique: str | None, compares: bool, graphique: str | None, json_: bool
) -> None:
    """La retraite à une date d'effet : âges, trimestres, pension de base et complémentaire, étape par étape."""
    from egide.services.retraite import retraite as poser

    reponse = poser(situation, date=_jour(au))
    if explique:
        _ecrire_explication(reponse.expliquer(explique), json_=json_)
        return
    mois = _departs(reponse.situation, graphique) if compares or graphique else []
    if json_:
        _ecrire_json(reponse.to_dict() | ({"departs": [d.to_dict() for d in mois]} if mois else {}))
        return
    from egide.cli.affichage_retraite import afficher_departs, afficher_retraite

    afficher_retraite(reponse)
    if mois:
        afficher_departs(mois)


def _departs(situation: Any, graphique: str | None) -> list[Any]:
    """Return the months of departure, drawn in a file where one is named."""
    from egide.services.departs import departs

    trouves = departs(situation)
    if graphique and trouves:
        from egide.cli.graphique_retraite import dessiner

        try:
            dessiner(trouves, Path(graphique))
        except OSError as erreur:
            raise click.BadParameter(f"--graphique : {graphique} ne peut être écrit ({erreur.strerror}).") from None
    return trouves


@groupe.command()
@click.argument("nom", metavar="[NOM]", required=False)
@click.option(
    "--date", "au", metavar="AAAA-MM-JJ", callback=lambda _c, _p, v: _jour(v), help="Valeur de ce jour seulement."
)
@click.option("--extrapoler", is_flag=True, help="Prolonge la valeur au-delà de sa dernière vérification.")
@en_json
def parametres(nom: str | None, au: str | None, extrapoler: bool, json_: bool) -> None:
    """Un chiffre de la loi, son histoire, sa source ; tous sans NOM."""
    from egide.services.parametres import parametres as poser

    histoires = poser(nom, au=_jour(au), extrapoler=extrapoler)
    if json_:
        _ecrire_json({"question": "parametres", "parametres": [h.to_dict() for h in histoires]})
    else:
        from egide.cli.affichage import afficher_parametres

        afficher_parametres(histoires, detail=nom is not None)


@groupe.command()
@situation
@extrapoler
@en_json
def prestations(situation: str, json_: bool, **options: Any) -> None:
    """Les droits qu'ouvre un événement : conditions, montants, jours indemnisés, démarches."""
    from egide.services.prestations import prestations as poser

    reponse = poser(situation, **options)
    if json_:
        _ecrire_json(reponse.to_dict())
    else:
        from egide.cli.affichage_prestations import afficher_prestations

        afficher_prestations(reponse)


@groupe.command()
@situation
@extrapoler
@en_json
def soins(situation: str, json_: bool, **options: Any) -> None:
    """Le remboursement d'un acte de soins : taux, participation, franchise, reste à payer."""
    from egide.services.soins import soins as poser

    _afficher_droits(poser(situation, **options), json_=json_)


@groupe.command()
@situation
@click.option("--date", "jour", metavar="AAAA-MM-JJ", help="Jour de la demande (par défaut : le dernier vérifié).")
@extrapoler
@en_json
def c2s(situation: str, jour: str | None, json_: bool, **options: Any) -> None:
    """Complémentaire santé solidaire (CMU-C et ACS avant novembre 2019) : droit, plafonds, coût, démarches."""
    from egide.services.c2s import c2s as poser

    _afficher_droits(poser(situation, date=jour, **options), json_=json_)


def _afficher_droits(reponse: Any, *, json_: bool) -> None:
    if json_:
        _ecrire_json(reponse.to_dict())
    else:
        from egide.cli.affichage_droits import afficher_droits

        afficher_droits(reponse)


@groupe.command()
@situation
@click.option("--au", metavar="AAAA-MM-JJ", help="Jour où l'on se place (par défaut : le dernier vérifié).")
@extrapoler
@en_json
def majorations(situation: str, json_: bool, au: str | None, **options: Any) -> None:
    """Ce que coûte un retard de paiement du compte : majorations, remise, prescription, contestation."""
    from egide.services.majorations import majorations as poser

    reponse = poser(situation, au=_jour(au, "--au"), **options)
    if json_:
        _ecrire_json(reponse.to_dict())
    else:
        from egide.cli.affichage_recouvrement import afficher_majorations

        afficher_majorations(reponse)


@groupe.command("verifier-appel")
@situation
@extrapoler
@en_json
def verifier_appel(situation: str, json_: bool, **options: Any) -> None:
    """Un appel reçu de l'Urssaf, comparé ligne à ligne, avec la cause probable de chaque écart."""
    from egide.services.verifier_appel import verifier_appel as poser

    reponse = poser(situation, **options)
    if json_:
        _ecrire_json(reponse.to_dict())
    else:
        from egide.cli.affichage_recouvrement import afficher_verification

        afficher_verification(reponse)


@groupe.command()
@situation
@annee
@extrapoler
@en_json
def c3s(situation: str, json_: bool, **options: Any) -> None:
    """La contribution sociale de solidarité de la société : due ou non, combien, quand, à qui."""
    from egide.services.c3s import c3s as poser

    reponse = poser(situation, **options)
    if json_:
        _ecrire_json(reponse.to_dict())
    else:
        from egide.cli.affichage_recouvrement import afficher_c3s

        afficher_c3s(reponse)


def _repondre_prevision(situation: str, au: date | None, *, json_: bool) -> None:
    from egide.services.prevision import prevision as poser

    reponse = poser(situation, au=au)
    if json_:
        _ecrire_json(reponse.to_dict())
    else:
        from egide.cli.affichage_recouvrement import afficher_prevision

        afficher_prevision(reponse)


groupe.add_command(population)


def _afficher_cotisations(reponse: Any) -> None:
    if hasattr(reponse, "declarations"):  # what only micro-entrepreneurs need is imported for them
        from egide.cli.affichage_micro import afficher_micro

        afficher_micro(reponse)
    else:
        from egide.cli.affichage import afficher_cotisations

        afficher_cotisations(reponse)


def _afficher_echeancier(reponse: Any) -> None:
    if hasattr(reponse, "declarations"):
        from egide.cli.affichage_micro import afficher_echeancier

        afficher_echeancier(reponse)
    else:
        from egide.cli.affichage_recouvrement import afficher_appels

        afficher_appels(reponse)


def _afficher_comparaison(comparaison: Any) -> None:
    if hasattr(comparaison, "croisements"):
        from egide.cli.affichage_micro import afficher_statuts

        afficher_statuts(comparaison)
    else:
        from egide.cli.affichage import afficher_comparaison

        afficher_comparaison(comparaison)


def _jour(texte: str | None, option: str = "--date") -> date | None:
    try:
        return lire_jour(texte) if texte else None
    except ValueError as erreur:
        raise click.BadParameter(f"{option} : {erreur}") from None


def _ecrire_explication(etape: Any, *, json_: bool) -> None:
    if json_:
        from egide.moteur.explication import en_dict

        _ecrire_json({"question": "expliquer", **en_dict(etape)})
    else:
        from egide.cli.affichage import afficher_explication

        afficher_explication(etape)


def _ecrire_json(document: Mapping[str, Any]) -> None:
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


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
