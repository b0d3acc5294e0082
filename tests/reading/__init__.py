"""Completed forms in many shapes with their true answers, and how well they are read.

Everything is drawn from a seed, so that the same seed gives the same form. All people are invented.
"""
