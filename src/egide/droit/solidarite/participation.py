"""Ce que la complémentaire avec participation coûte, et ce que l'aide à la mutuelle payait."""

from egide.droit.solidarite.enumerations import C2sDroit
from egide.moteur.mecanismes import annee_du_jour, jour_du_calendrier, palier_atteint
from egide.moteur.regle import regle


@regle(depuis="2018-01-01", unite="ans", references="CSS R. 861-16-1 (2024-06-30)")
def age_au_1er_janvier(annee, date_naissance):
    """Âge atteint au 1er janvier de l'année d'attribution."""
    naissance = annee_du_jour(date_naissance)
    if date_naissance == jour_du_calendrier(naissance, 1, 1):
        return annee - naissance
    return annee - naissance - 1


@regle(
    depuis="2019-11-01",
    unite="€/mois",
    references=("CSS L. 861-1 (2019-11-01)", "CSS R. 861-16-1 (2024-06-30)"),
    pour=C2sDroit.PAYANTE,
)
def c2s_participation_mensuelle(
    age_au_1er_janvier, regime_local_alsace_moselle, bareme_participation_c2s, bareme_participation_c2s_regime_local
):
    """Participation mensuelle à la complémentaire santé solidaire.

    Elle dépend de l'âge, et se paie pour chaque personne du foyer ; elle est moindre pour qui relève du régime local
    d'Alsace-Moselle.
    """
    if regime_local_alsace_moselle:
        return palier_atteint(age_au_1er_janvier, bareme_participation_c2s_regime_local, 1)
    return palier_atteint(age_au_1er_janvier, bareme_participation_c2s, 1)


@regle(depuis="2018-01-01", jusqu_au="2019-10-31", unite="€/an", references="L. 2018-1203 art. 52", pour=C2sDroit.ACS)
def acs_cheque(age_au_1er_janvier, bareme_cheque_acs):
    """Chèque d'aide à la mutuelle (ACS) pour un an.

    Il dépend de l'âge, et chaque personne du foyer en reçoit un.
    """
    return palier_atteint(age_au_1er_janvier, bareme_cheque_acs, 1)
