"""What stands around an answer of any kind and changes nothing: spaces, marks, thanks, a witness."""

from collections.abc import Callable, Mapping

Change = Callable[[str], str]


def ended(text: str) -> str:
    """The text with one full stop at its end."""
    return f"{text.rstrip('.')}."


ANYWHERE: Mapping[str, Change] = {
    "double spaces": lambda text: text.replace(" ", "  "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "capitals": str.upper,
    "in quotation marks": lambda text: f"\u201c{text}\u201d",
    "a full stop": ended,
    "a bullet": lambda text: f"- {text}",
    "thanks": lambda text: f"{ended(text)} Thank you.",
    "a witness": lambda text: f"{ended(text)} Witnessed by Mary Kane.",
}
