"""La retraite : ages, trimestres, montants de la pension de base et de la complémentaire des indépendants."""
