"""Blank and completed forms in the layouts of public forms, each with the truth about its answers.

Every form is made here: the layouts are those of real forms, the words and people are invented.
"""
