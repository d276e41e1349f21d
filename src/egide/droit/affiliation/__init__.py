"""Qui assure une personne qui travaille à son compte, à quel titre, depuis quand."""
