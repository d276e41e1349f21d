"""Names that a question does not take, with what to write instead."""

from __future__ import annotations

from collections.abc import Collection

from egide.moteur.erreurs import NomInconnu, suggestion
from egide.services.loi import loi


class NomRefuse(NomInconnu):
    """A name that a question does not take; the message says what it takes."""

    def __init__(self, nom: str, message: str) -> None:
        super().__init__(nom, ())
        self.args = (message,)


def une_valeur(nom: str, *, faits: bool) -> None:
    """Refuse (`NomInconnu`) what is not a value of the law: a rule, or a fact where `faits` are accepted."""
    legislation = loi()
    connus = {*legislation.regles, *(legislation.faits if faits else ())}
    if nom in connus:
        return
    if nom in legislation.parametres:
        raise NomRefuse(nom, f"« {nom} » est un chiffre de la loi ; il se lit par : egide parametres {nom}")
    if nom in legislation.faits:
        raise NomRefuse(nom, f"« {nom} » est un fait de la situation ; attendu : une valeur calculée{_par_exemple()}")
    raise NomRefuse(nom, f"nom inconnu : « {nom} ».{suggestion(nom, connus) or _ou_voir()}")


def parmi(nom: str, acceptes: Collection[str], quoi: str) -> NomRefuse:
    """Return the refusal of a name of a short list, which it tells."""
    return NomRefuse(nom, f"{quoi} : « {nom} ».{suggestion(nom, acceptes)} Attendu : {', '.join(acceptes)}.")


def un_chiffre(nom: str) -> None:
    """Refuse (`NomInconnu`) what is not a figure of the law."""
    legislation = loi()
    if nom in legislation.parametres:
        return
    if nom in legislation.regles:
        raise NomRefuse(nom, f"« {nom} » est une valeur calculée ; elle se lit par : egide expliquer {nom} SITUATION")
    conseil = suggestion(nom, legislation.parametres) or " Tous se lisent par : egide parametres"
    raise NomRefuse(nom, f"paramètre inconnu : « {nom} ».{conseil}")


def _par_exemple() -> str:
    return ", par exemple revenu_net ou total_cotisations_et_contributions"


def _ou_voir() -> str:
    return " Les noms se lisent dans la réponse de : egide cotisations SITUATION --json"
