"""The words of the desk: which texts its pages and modules hold, and whether each language has them.

    python -m tests.web.desk.words      brings locale/*/LC_MESSAGES/django.po up to date and compiles it

What is new stands there with an empty translation; a test fails until it is filled in.
"""

import ast
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import allauth
import django
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

import tizim.web.desk

HERE = Path(tizim.web.desk.__file__).parent
LOCALE = HERE / "locale"
ALLAUTH = Path(allauth.__file__).parent
DJANGO = Path(django.__file__).parent
SINGLE, PLURAL = ("_", "gettext", "gettext_lazy"), ("ngettext", "ngettext_lazy")
_CALL = re.compile(r"\b(n?)gettext\(u?")
_LITERAL = re.compile(r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""")
PAGES_OF_ALLAUTH = (
    "account/logout.html", "account/password_change.html", "account/reauthenticate.html",
    "account/base_reauthenticate.html", "account/account_inactive.html", "mfa/**/*.html", "account/messages/*.txt",
    "mfa/messages/*.txt",
)  # fmt: skip
MODULES_OF_ALLAUTH = (
    "account/forms.py",
    "account/adapter.py",
    "mfa/*.py",
    "mfa/*/forms.py",
    "mfa/*/views.py",
)
MODULES_OF_DJANGO = (
    "forms/fields.py",
    "forms/formsets.py",
    "forms/forms.py",
    "core/validators.py",
    "db/models/base.py",
    "contrib/auth/password_validation.py",
)
"""Where Django says what is wrong with something that was typed."""
MONTHS = frozenset(
    ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
     "November", "December")
)  # fmt: skip
"""Django writes them with capitals, as at the beginning of a line."""
Message = str | tuple[str, str]


def own() -> set[Message]:
    """The texts of the desk's own pages and modules."""
    pages = (found for page in HERE.rglob("*.html") for found in in_page(page))
    modules = (found for module in HERE.rglob("*.py") for found in in_module(module))
    return {*pages, *modules}


def of_allauth() -> set[Message]:
    """The texts of allauth that somebody can meet here, in pages that the desk does not replace."""
    templates = ALLAUTH / "templates"
    pages = {page for pattern in PAGES_OF_ALLAUTH for page in templates.glob(pattern)}
    shown = (page for page in pages if not (HERE / "templates" / page.relative_to(templates)).is_file())
    modules = {module for pattern in MODULES_OF_ALLAUTH for module in ALLAUTH.glob(pattern)}
    return {
        *(found for page in shown for found in in_page(page)),
        *(found for module in modules for found in in_module(module)),
    }


def of_django() -> set[Message]:
    """The texts of Django that somebody can meet here and that Django's own Kazakh lacks."""
    said = {found for module in MODULES_OF_DJANGO for found in in_module(DJANGO / module)}
    known: set[Message] = set()
    for folder in ("conf/locale", "contrib/auth/locale"):
        with (DJANGO / folder / "kk" / "LC_MESSAGES" / "django.po").open("rb") as stream:
            known |= {one.id for one in read_po(stream, locale="kk") if full(one.string) and not one.fuzzy}
    return said - known


def in_page(page: Path) -> Iterator[Message]:
    """The texts of a template."""
    source = templatize(page.read_text("utf-8"), str(page))
    for call in _CALL.finditer(source):
        texts = []
        at = call.end() - (1 if source[call.end() - 1] == "u" else 0)
        for _ in range(2 if call[1] else 1):
            literal = _LITERAL.search(source, at)
            assert literal
            texts.append(ast.literal_eval(literal[1]))
            at = literal.end()
        yield (texts[0], texts[1]) if call[1] else texts[0]


def in_module(module: Path) -> Iterator[Message]:
    """The texts of a module."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            texts = [
                one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            if node.func.id in SINGLE and texts:
                yield texts[0]
            elif node.func.id in PLURAL and len(texts) >= 2:
                yield texts[0], texts[1]


def wanted(language: str) -> set[Message]:
    """Everything that must be there in the language: Django speaks Russian and some Kazakh, allauth neither well."""
    known = own() | MONTHS | of_allauth()
    return known | of_django() if language == "kk" else known


def path(language: str) -> Path:
    """Where the translations of a language stand."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def catalogue(language: str) -> Catalog:
    """The translations of a language."""
    with path(language).open("rb") as stream:
        return read_po(stream, locale=language)


def compiled(language: str) -> bytes:
    """The translations as Django reads them."""
    stream = io.BytesIO()
    write_mo(stream, catalogue(language))
    return stream.getvalue()


def bring_up(language: str) -> None:
    """Adds what is missing, drops what nobody says any more, compiles."""
    old = catalogue(language) if path(language).is_file() else Catalog(locale=language)
    new = Catalog(locale=language, fuzzy=False, charset="utf-8")
    new.creation_date = new.revision_date = datetime(
        2026, 1, 1, tzinfo=UTC
    )  # else every run changes the file
    new.header_comment = f"# The words of the desk: {language}."
    kept = {one.id: one for one in old if one.id}
    for message in sorted(wanted(language), key=str):
        id_ = message if isinstance(message, str) else tuple(message)
        new.add(id_, kept[id_].string if id_ in kept else None)
    path(language).parent.mkdir(parents=True, exist_ok=True)
    with path(language).open("wb") as stream:
        write_po(stream, new, width=110, omit_header=False, include_previous=False)
    path(language).with_suffix(".mo").write_bytes(compiled(language))


def main() -> None:
    """Both languages."""
    for language in ("ru", "kk"):
        bring_up(language)
        empty = [one.id for one in catalogue(language) if one.id and not full(one.string)]
        print(f"{language}: {len(empty)} without a translation")


def full(text: object) -> bool:
    """Whether a translation, with all its plural forms, is filled in."""
    return all(text) if isinstance(text, tuple | list) else bool(text)


if __name__ == "__main__":
    main()
