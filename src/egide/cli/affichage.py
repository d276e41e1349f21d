"""Tables made to be read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from egide.moteur.completude import Influence
from egide.moteur.ecriture import ecrire
from egide.moteur.explication import Etape
from egide.moteur.mecanismes import Marche, Tranche, arrondi_euro
from egide.moteur.periode import JOUR_MAX
from egide.services.comparaison import Comparaison
from egide.services.cotisations import TOTAL
from egide.services.inversion import Inversion
from egide.services.parametres import HistoireParametre, ecrire_valeur
from egide.services.reponse import AVERTISSEMENT, Ligne, Reponse, ecrire_suppose

LARGEUR_SANS_ECRAN = 130
NATURES = {"definitives": "définitives", "provisionnelles": "provisionnelles"}


def _console() -> Console:
    return Console(width=None if sys.stdout.isatty() else LARGEUR_SANS_ECRAN, highlight=False)


def afficher_cotisations(reponse: Reponse) -> None:
    """Print every contribution, the total, the net, and what the answer rests on."""
    console = _console()
    nature = NATURES[reponse.nature]
    console.print(f"\n[bold]Cotisations et contributions {nature} au titre de {reponse.annee}[/]\n")
    if reponse.motif:
        console.print(escape(reponse.motif))
        return
    table = Table(box=box.SIMPLE_HEAD, show_footer=True, pad_edge=False)
    total = "Total dû, sans ce qui manque" if reponse.indisponibles else "Total dû"
    table.add_column("Cotisation", Text(total, style="bold"))
    table.add_column("Base", justify="right")
    table.add_column("Taux", justify="right")
    exonere = any(_avant_exoneration(ligne) for ligne in reponse.lignes)
    if exonere:
        table.add_column("Avant exonération", justify="right")
    table.add_column("Montant", Text(ecrire(reponse.valeurs[TOTAL], "€"), style="bold"), justify="right")
    table.add_column("Article", style="dim")
    for ligne in reponse.lignes:
        avant_exoneration = [_avant_exoneration(ligne)] if exonere else []
        articles = ", ".join(ligne.articles)
        table.add_row(
            _court(ligne.titre), _base(ligne), _taux(ligne), *avant_exoneration, ecrire(ligne.montant, "€"), articles
        )
    for manquante in reponse.indisponibles:
        vides = [""] * (3 if exonere else 2)
        table.add_row(_court(manquante.titre), *vides, "non disponible", "", style="yellow")
    console.print(table)
    _liste(
        console,
        "Non disponible, faute de connaître",
        [f"{_court(i.titre)} : {' ; '.join(i.manque)}." for i in reponse.indisponibles],
        style="yellow",
    )
    v = reponse.valeurs
    _de_la_profession_liberale(console, v)
    avant = v.get("revenu_avant_cotisations")
    if avant is not None and "revenu_net" in v:
        console.print(
            f"Revenu avant cotisations {ecrire(avant, '€')}, revenu net avant impôt "
            f"[bold]{ecrire(v['revenu_net'], '€')}[/].\n"
        )
    _liste(console, "À savoir", reponse.notes)
    influences = reponse.influences()
    _suppositions(console, reponse.hypotheses, {ecrire_suppose(i.fait) for i in influences})
    _prochain_fait(console, influences)
    _liste(console, "À confirmer", reponse.a_confirmer, style="yellow")
    console.print(
        f"[dim]Droit du 1er janvier {reponse.annee}, chiffres vérifiés jusqu'au {reponse.verifie_le:%d/%m/%Y}. "
        f"{AVERTISSEMENT}\nLe détail d'une ligne : egide expliquer NOM SITUATION.[/]\n"
    )


def _de_la_profession_liberale(console: Console, v: Mapping[str, float]) -> None:
    """Print to whom the sums go, what health insurance pays, and the points acquired."""
    montants = {
        "total_urssaf": "dont à l'Urssaf",
        "total_caisse_retraite": "dont à la caisse de retraite",
        "participation_cpam": "payé en plus par l'assurance maladie",
    }
    points = {
        "points_retraite_base": "points de retraite de base",
        "points_retraite_complementaire": "points de retraite complémentaire",
        "points_section_b": "points de la section B",
        "points_section_c": "points de la section C",
        "points_asv": "points d'ASV",
        "trimestres_annee": "trimestres validés",
    }
    dits = [f"{titre} {ecrire(v[nom], '€')}" for nom, titre in montants.items() if nom in v]
    dits += [f"{ecrire(v[nom])} {titre}" for nom, titre in points.items() if nom in v]
    if dits:
        console.print(f"{' ; '.join(dits)}.\n")


def _court(titre: str) -> str:
    """Return the name of a contribution without the word that every line would repeat."""
    court = titre.removeprefix("Cotisation ").removeprefix("de ").removeprefix("d'")
    return court[0].upper() + court[1:]


def _base(ligne: Ligne) -> str:
    return ecrire(ligne.assiette[1], "€") if ligne.assiette else ""


def _avant_exoneration(ligne: Ligne) -> str:
    """Write the amount before exemption, where it is not what is due."""
    avant = None if ligne.avant_exoneration is None else arrondi_euro(float(ligne.avant_exoneration))
    return "" if avant is None or avant == ligne.montant else ecrire(avant, "€")


def _taux(ligne: Ligne) -> str:
    return " + ".join(ecrire(t, "fraction") for t in ligne.taux)


def _liste(console: Console, titre: str, lignes: Iterable[str], style: str = "") -> None:
    lignes = list(lignes)
    if lignes:
        console.print(f"[bold]{titre}[/]")
        for ligne in lignes:
            console.print(Padding(Text(f"• {ligne}", style=style), (0, 0, 0, 2)))
        console.print()


def _suppositions(console: Console, hypotheses: Iterable[str], importantes: set[str]) -> None:
    """Print the assumptions that could change the answer one a line, the others together."""
    hypotheses = list(hypotheses)
    autres = [h for h in hypotheses if h not in importantes]
    _liste(
        console, "Supposé faute d'être donné, et qui changerait la réponse", [h for h in hypotheses if h in importantes]
    )
    if autres:
        console.print(Text(f"Supposé aussi : {' ; '.join(autres)}.\n", style="dim"))


def _prochain_fait(console: Console, influences: list[Influence]) -> None:
    chiffrees = [i for i in influences if i.ecart is not None]
    if chiffrees:
        premiere = chiffrees[0]
        fait = premiere.fait
        essai = ecrire(premiere.essai, fait.unite_ecrite, fait.enumeration)
        ecart = premiere.ecart or 0
        sens = "de plus" if ecart > 0 else "de moins"
        console.print(
            f"[bold]Le fait le plus utile à donner ensuite[/] : {escape(fait.libelle)} "
            f"(« {essai} » ferait {ecrire(abs(ecart), '€')} {sens}).\n"
        )


def afficher_comparaison(comparaison: Comparaison) -> None:
    """Print two calculations line by line, and the cause of each gap."""
    console = _console()
    gauche, droite = (escape(nom.replace("definitives", NATURES["definitives"])) for nom in comparaison.noms)
    console.print(f"\n[bold]Cotisations et contributions : {gauche}, puis {droite}[/]\n")
    for reponse in (comparaison.gauche, comparaison.droite):
        if reponse.motif:
            console.print(escape(reponse.motif) + "\n")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Cotisation")
    for nom in (gauche, droite, "Écart"):
        table.add_column(nom, justify="right")
    table.add_column("Cause", no_wrap=console.width >= LARGEUR_SANS_ECRAN)
    for ecart in comparaison.ecarts:
        style = "bold" if ecart is comparaison.ecarts[-1] else ""
        montants = ["" if m is None else ecrire(m, "€") for m in (ecart.gauche, ecart.droite)]
        causes = "\n".join(
            f"{_signe(round(c.montant))}, {c.nature} : {c.texte}" for c in ecart.causes if round(c.montant)
        )
        table.add_row(_court(ecart.titre), *montants, _signe(ecart.montant), causes, style=style)
    console.print(table)
    for titre, reponse in zip((gauche, droite), (comparaison.gauche, comparaison.droite), strict=True):
        _liste(console, f"À savoir ({titre})", reponse.notes)
    _liste(
        console,
        "À confirmer",
        dict.fromkeys([*comparaison.gauche.a_confirmer, *comparaison.droite.a_confirmer]),
        "yellow",
    )
    console.print(f"[dim]{AVERTISSEMENT}[/]\n")


def _signe(montant: float) -> str:
    return ("+" if montant > 0 else "") + ecrire(montant, "€") if montant else "="


def afficher_explication(etape: Etape) -> None:
    """Print how a value was obtained, as a tree: what decided it, each input explained once."""
    console = _console()
    console.print()
    arbre = Tree(_entete(etape), guide_style="dim")
    _branche(arbre, etape, set())
    console.print(arbre)
    console.print(f"\n[dim]{AVERTISSEMENT}[/]\n")


def _entete(etape: Etape) -> Text:
    texte = Text()
    texte.append(etape.titre, style="bold")
    texte.append(f" = {etape.ecrit}", style="bold green")
    texte.append(f"   {etape.nom}", style="cyan")
    activite = "" if etape.activite is None else f", activité {etape.activite}"
    texte.append(f" · {etape.origine}, {etape.periode}{activite}", style="dim")
    return texte


def _identite(etape: Etape) -> tuple[object, ...]:
    return etape.nom, etape.periode, etape.activite, etape.origine


def _branche(arbre: Tree, etape: Etape, vues: set[tuple[object, ...]]) -> None:
    vues.add(_identite(etape))
    corps = etape.texte.partition("\n")[2].strip()
    if corps:
        arbre.add(Text(" ".join(corps.split()), style="italic"))
    if etape.articles:
        arbre.add(Text(" ; ".join(etape.articles), style="blue"))
    for ligne in etape.lignes:
        arbre.add(_calcul(ligne.nom, ligne.formule, ligne.chiffres, ligne.valeur))
    for nom, tranches in etape.baremes:
        arbre.add(_bareme(nom, tranches))
    for texte in (etape.note, f"source : {etape.source} (vérifié le {etape.verifie_le})" if etape.source else None):
        if texte:
            arbre.add(Text(texte, style="dim"))
    if etape.a_confirmer:
        arbre.add(Text(f"à confirmer : {etape.a_confirmer}", style="yellow"))
    for entree in etape.entrees:
        if _identite(entree) in vues:
            arbre.add(_entete(entree).append("  (expliqué plus haut)", style="dim"))
        else:
            _branche(arbre.add(_entete(entree)), entree, vues)
    if etape.sans_effet:
        arbre.add(Text(f"sans effet ici : {', '.join(etape.sans_effet)}", style="dim"))


def _calcul(nom: str, formule: str, chiffres: str, valeur: str) -> Text:
    texte = Text(f"{nom} = {formule}" if nom != "si" else f"si {formule} ?")
    if chiffres not in (formule, valeur):
        texte.append(f"\n   = {chiffres}")
    texte.append(f"\n   = {valeur}" if nom != "si" else f" → {valeur}", style="green")
    return texte


def _bareme(nom: str, tranches: list[Tranche | Marche]) -> Table:
    table = Table(title=nom, box=box.SIMPLE, title_justify="left", title_style="cyan", pad_edge=False)
    de_valeurs = isinstance(tranches[0], Marche) and tranches[0].unite != "fraction"
    for titre in ("", "de", "à", "valeur" if de_valeurs else "taux"):
        table.add_column(titre, justify="right")
    for tranche in tranches:
        bornes, unite = ("€", "fraction")
        if isinstance(tranche, Marche):
            bornes, unite = tranche.unite_des_bornes or "", tranche.unite or ""
        debut, fin = ecrire(tranche.de, bornes), "et plus" if tranche.a is None else ecrire(tranche.a, bornes)
        taux = ecrire(tranche.taux_de, unite)
        if tranche.taux_a != tranche.taux_de:
            taux += f" → {ecrire(tranche.taux_a, unite)}"
        style = "bold green" if tranche.active else "dim"
        table.add_row("▶" if tranche.active else "", debut, fin, taux, style=style)
    return table


def afficher_inversion(inversion: Inversion) -> None:
    """Print the amount that gives the value wanted."""
    console = _console()
    voulue = ecrire(inversion.voulue, "€")
    console.print(
        f"\n[bold]{inversion.cible} = {voulue}[/] en {inversion.annee}, en faisant varier {inversion.fait} :\n"
    )
    for s in inversion.solutions:
        ou = ecrire(s.de, "€") if s.de == s.a else f"de {ecrire(s.de, '€')} à {ecrire(s.a, '€')}"
        saut = (
            f" (donne {ecrire(s.valeur, '€')} : les arrondis de la loi sautent {voulue})"
            if s.valeur != inversion.voulue
            else ""
        )
        console.print(f"  {inversion.fait} = [bold green]{ou}[/]{saut}")
    if len(inversion.solutions) > 1:
        console.print("\nPlusieurs réponses : le résultat monte puis descend.")
    console.print()
    _liste(console, "À savoir", inversion.notes)
    _suppositions(console, inversion.hypotheses, set())
    console.print(f"[dim]{AVERTISSEMENT}[/]\n")


def afficher_parametres(histoires: list[HistoireParametre], *, detail: bool) -> None:
    """Print figures of the law: one with its whole history, or all of them, a line a value."""
    console = _console()
    for histoire in histoires:
        p = histoire.parametre
        console.print(f"\n[bold]{escape(p.libelle)}[/]  [cyan]{p.nom}[/]  [dim]parametres/{p.fichier}[/]")
        if not histoire.valeurs:
            console.print("  n'a pas de valeur à cette date.")
        for valeur in histoire.valeurs:
            fin = "" if valeur.dernier_jour == JOUR_MAX else f" jusqu'au {valeur.dernier_jour}"
            console.print(f"  depuis le {valeur.depuis}{fin} : [bold green]{escape(ecrire_valeur(valeur))}[/]")
            if detail:
                articles = " ; ".join(c.texte for c in valeur.references)
                _retrait(console, f"{articles}\n{valeur.source} (vérifié le {valeur.verifie_le})", "dim")
            if detail and valeur.note:
                _retrait(console, valeur.note, "dim italic")
            if valeur.a_confirmer:
                _retrait(console, f"à confirmer : {valeur.a_confirmer}", "yellow")
    console.print()


def _retrait(console: Console, texte: str, style: str) -> None:
    console.print(Padding(Text(texte, style=style), (0, 0, 0, 4)))
