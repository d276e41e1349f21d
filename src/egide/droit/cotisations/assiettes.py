"""Les bases : revenu retenu, abattement, assiette sociale, assiette de la CSG et de la CRDS."""

from egide.droit.commun.categories import Assiette, Caisse
from egide.droit.commun.enumerations import Imposition
from egide.droit.cotisations.commun import HORS_MAYOTTE
from egide.moteur.mecanismes import arrondi_euro, au_moins, au_plus, prorata
from egide.moteur.regle import regle


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references="CSS L. 136-3 (2025-02-28)",
    pour=Imposition.IR,
    entite="activite",
    agregation="somme",
)
def revenu_brut(chiffre_affaires, charges):
    """Revenu brut.

    Le chiffre d'affaires diminué des charges, autres que les cotisations et contributions sociales personnelles.
    """
    return chiffre_affaires - charges


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS L. 136-3 (2025-02-28)", "CSS R. 131-7 (2025-07-28)"),
    pour=Imposition.IS,
    entite="activite",
    agregation="somme",
)
def revenu_brut__is(remuneration, dividendes_percus, capital_et_compte_courant, part_dividendes_franche):
    """Revenu brut.

    La rémunération du dirigeant, et la part de ses dividendes qui dépasse le dixième du capital, des primes
    d'émission et du compte courant d'associé.
    """
    return remuneration + au_moins(dividendes_percus - part_dividendes_franche * capital_et_compte_courant, 0)


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references="CSS D. 136-5 (2024-07-07)",
    pour=(Assiette.UNIQUE, *HORS_MAYOTTE),
)
def abattement_assiette(
    revenu_brut, pass_, taux_abattement_assiette, abattement_assiette_minimal, abattement_assiette_maximal
):
    """Abattement sur le revenu brut.

    Il tient lieu de déduction des cotisations. Son minimum et son maximum sont des parts du plafond annuel,
    qui ne sont pas réduites pour une année incomplète.
    """
    plancher = abattement_assiette_minimal * pass_
    plafond = abattement_assiette_maximal * pass_
    return arrondi_euro(au_plus(au_moins(taux_abattement_assiette * revenu_brut, plancher), plafond))


@regle(depuis="2018-01-01", unite="€/an", references="CSS L. 131-6 (2018-06-14)", pour=Assiette.ANCIENNE)
def assiette_sociale__ancienne(revenu_professionnel):
    """Assiette sociale.

    Le revenu professionnel retenu pour le calcul des cotisations ; un déficit compte pour zéro.
    """
    return arrondi_euro(au_moins(revenu_professionnel, 0))


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references=("CSS L. 131-6 (2023-12-28)", "CSS L. 136-3 (2025-02-28)"),
    pour=(Assiette.UNIQUE, Assiette.MICRO_FISCALE),
)
def assiette_sociale__unique(assiette_csg_crds, revenus_ajoutes_assiette):
    """Assiette sociale.

    La même que celle de la CSG et de la CRDS, augmentée des revenus de remplacement et des revenus étrangers.
    """
    return arrondi_euro(au_moins(assiette_csg_crds + revenus_ajoutes_assiette, 0))


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS L. 131-6-2 (2018-06-14)", "CSS R. 131-2-1 (2019-07-08)", "CSS D. 131-1"),
    pour=Assiette.FORFAIT,
)
def assiette_sociale__forfait(plafond_debut_activite, taux_assiette_debut_activite, jours_affiliation, jours_par_an):
    """Assiette sociale.

    Les deux premières années civiles, une base forfaitaire : une part du plafond, en proportion des jours
    d'affiliation. Elle ne vaut que pour les appels, sauf en outre-mer.
    """
    plafond = arrondi_euro(prorata(plafond_debut_activite, jours_affiliation, jours_par_an))
    return arrondi_euro(taux_assiette_debut_activite * plafond)


def seconde_annee__texte():
    """Le texte : le plafond de l'année due, comme si elle était la première."""
    return False


@regle(
    depuis="2018-01-01",
    unite="oui/non",
    references=("CSS D. 131-1", "CSS R. 613-17 (2019-07-08)"),
    pour=(Assiette.FORFAIT, *HORS_MAYOTTE, Caisse.SSI),
    a_confirmer="l'Urssaf garde la seconde année le plafond de la première (elle l'écrit en 2024 et 2025), quand "
    "l'article R. 613-17 désigne depuis juillet 2019 celui de l'année due ; seuls les appels en dépendent.",
    autrement=seconde_annee__texte,
)
def seconde_annee(debut_d_activite, premier_jour_periode):
    """Seconde année civile d'activité."""
    return debut_d_activite < premier_jour_periode


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references=("CSS D. 131-1", "CSS R. 613-17 (2019-07-08)"),
    pour=(Assiette.FORFAIT, *HORS_MAYOTTE),
)
def plafond_debut_activite(pass_, pass__n_1, seconde_annee):
    """Plafond de la première année d'activité."""
    if seconde_annee:
        return pass__n_1
    return pass_


def revenus_ajoutes_assiette__texte(revenus_remplacement):
    """Le texte : les revenus de remplacement entiers, sans les revenus étrangers."""
    return revenus_remplacement


@regle(
    depuis="2025-01-01",
    unite="€/an",
    references="CSS L. 131-6 (2023-12-28)",
    pour=(Assiette.UNIQUE, Assiette.MICRO_FISCALE),
    a_confirmer="l'Urssaf prend les revenus de remplacement pour 74 % de leur montant et y ajoute les revenus "
    "étrangers ; l'article L. 131-6 inclut les premiers sans nommer l'abattement, et ne parle pas des seconds.",
    autrement=revenus_ajoutes_assiette__texte,
)
def revenus_ajoutes_assiette(revenus_remplacement, revenus_etrangers, taux_abattement_assiette):
    """Revenus de remplacement et revenus étrangers ajoutés à l'assiette sociale.

    Les premiers après le même abattement que le revenu brut.
    """
    return revenus_remplacement * (1 - taux_abattement_assiette) + revenus_etrangers


@regle(
    depuis="2018-01-01",
    unite="€/an",
    references="CSS L. 136-3 (2018-06-14)",
    pour=(Assiette.ANCIENNE, *HORS_MAYOTTE),
)
def assiette_csg_crds__ancienne(
    revenu_professionnel,
    cotisations_sociales,
    revenus_remplacement,
    revenus_etrangers,
    conjoint_total_cotisations=0,
):
    """Assiette de la CSG et de la CRDS.

    Le revenu professionnel avant déduction des cotisations sociales obligatoires (celles du conjoint collaborateur
    comprises), qui lui sont donc rajoutées ; sans les revenus de remplacement ni les revenus étrangers.
    """
    avant_cotisations = revenu_professionnel + cotisations_sociales + conjoint_total_cotisations
    return arrondi_euro(au_moins(avant_cotisations - revenus_remplacement - revenus_etrangers, 0))


@regle(depuis="2025-01-01", unite="€/an", references="CSS L. 136-3 (2025-02-28)", pour=Assiette.UNIQUE)
def assiette_csg_crds__unique(revenu_brut, abattement_assiette):
    """Assiette de la CSG et de la CRDS.

    Le revenu brut diminué de l'abattement, jamais négatif.
    """
    return arrondi_euro(au_moins(revenu_brut - abattement_assiette, 0))


@regle(depuis="2025-01-01", unite="€/an", references="CSS L. 136-3 (2025-02-28)", pour=Assiette.MICRO_FISCALE)
def assiette_csg_crds__micro_fiscale(revenu_imposable):
    """Assiette de la CSG et de la CRDS.

    Le bénéfice du régime fiscal de la micro-entreprise, déjà diminué de son abattement : celui de 26 % ne s'y
    ajoute pas.
    """
    return arrondi_euro(au_moins(revenu_imposable, 0))


@regle(depuis="2018-01-01", unite="€/an", references="CSS D. 131-1", pour=(Assiette.FORFAIT, *HORS_MAYOTTE))
def assiette_csg_crds__forfait(assiette_sociale):
    """Assiette de la CSG et de la CRDS : la base forfaitaire de début d'activité."""
    return assiette_sociale


def deduction_debit_tabac__texte():
    """Le texte : aucune déduction."""
    return 0


@regle(
    depuis="2018-01-01",
    unite="€/an",
    a_confirmer="les remises de débit de tabac sont retirées des assiettes de retraite et d'invalidité-décès comme le "
    "fait le simulateur de l'Urssaf ; aucun article du code ne l'écrit.",
    autrement=deduction_debit_tabac__texte,
)
def deduction_debit_tabac(revenus_debit_tabac):
    """Remises de débit de tabac retirées de l'assiette vieillesse."""
    return revenus_debit_tabac


@regle(depuis="2018-01-01", unite="€/an", references=("CSS L. 633-1", "CSS L. 662-1 (2018-06-14)"))
def assiette_vieillesse(assiette_sociale, deduction_debit_tabac, part_du_conjoint=0):
    """Assiette des assurances vieillesse et invalidité-décès.

    L'assiette sociale, moins la part attribuée au conjoint collaborateur avec qui le revenu est partagé, et moins
    les remises de débit de tabac.
    """
    return au_moins(assiette_sociale - part_du_conjoint - deduction_debit_tabac, 0)
