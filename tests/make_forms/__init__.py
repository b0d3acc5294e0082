"""The makers of the blank forms in `templates/*/forms`: run `python -m tests.make_forms`.

A form is described once (`council`, `university`) and written twice: as a Word document whose answers
are content controls (`word`), and as a fillable PDF (`paper`). The bytes are the same at every run.
"""
