"""Maternité, paternité et adoption : allocation, indemnités journalières forfaitaires, durées."""
