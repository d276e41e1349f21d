"""The questions as a user asks them."""
