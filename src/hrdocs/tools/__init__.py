"""Wrappers of one outside thing each. A tool knows no case and no policy."""
