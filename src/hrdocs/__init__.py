"""Reads complaint forms, checks them against a procedure, keeps the case and writes the letters."""

__version__ = "0.1.0"
