"""Statistics that reveal nobody, their charts and their documents."""
