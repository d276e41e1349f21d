"""Quand et comment se paient les cotisations, et ce qu'il en coûte de les payer tard."""
