"""The makers of the completed forms in `samples/`: run `python -m tests.make_samples`.

`council_first`, `council_second` and `university` say what each person wrote and what that person
meant; `fill`, `retype`, `printed` and `wrap` turn it into files. The bytes are the same at every run,
but for the two PDFs that LibreOffice exports, which may change with its version.
"""
