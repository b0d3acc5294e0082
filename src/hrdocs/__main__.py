"""`python -m hrdocs`: the same as the command `hrdocs`."""

from hrdocs.cli import main

if __name__ == "__main__":
    main()
