"""Letters: Word templates read, rendered, re-read and turned to PDF.

A template is a Word file with docxtpl tags, edited in Word. A letter is what comes out of it for one
reader. Nothing here knows a case: the context comes from `hrdocs.rules.audience`.
"""
