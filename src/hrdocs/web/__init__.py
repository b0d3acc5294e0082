"""The caseworker's pages. The web framework stands only here; routes call the desk and render.

The clock and random tokens are read here and passed on, as in the command line.
"""
