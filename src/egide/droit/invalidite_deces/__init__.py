"""Pensions d'invalidité et capitaux de décès des artisans, des commerçants et des libéraux non réglementés."""
