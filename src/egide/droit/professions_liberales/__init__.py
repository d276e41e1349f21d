"""Cotisations des professions libérales affiliées à une section de la CNAVPL ou à la CNBF."""
