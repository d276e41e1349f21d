"""CMU complémentaire et aide à la mutuelle (ACS), puis complémentaire santé solidaire."""
