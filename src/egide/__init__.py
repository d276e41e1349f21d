"""Égide: who insures a self-employed worker in France, what they owe, what they are entitled to, and which article says so."""

from egide.services import cotisations
from egide.situation import Situation, SituationInvalide, charger

__all__ = ["Situation", "SituationInvalide", "charger", "cotisations"]
