"""What a code is called in the reader's language."""

from tizim.vocab.tables import table


def label(name: str, code: str, language: str) -> str:
    """The label of a code of the table in that language (``kk``, ``ru-RU`` …), in English if there is none.

    A code that the table lacks (a newer partner's, say) comes back as it is: an unknown word is shown
    unknown, never under another's label.
    """
    term = table(name).terms.get(code)
    if term is None:
        return code
    return term.labels.get(language.replace("_", "-").partition("-")[0].lower(), term.labels["en"])
