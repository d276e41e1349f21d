"""La contribution sociale de solidarité des sociétés (C3S)."""
