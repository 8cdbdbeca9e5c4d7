from pathlib import Path

import tizim.claims
from tizim.claims import FIELDS, FLAT_FORM
from tizim.claims.selection import KEYS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "flat-forms.md").read_text(encoding="utf-8")


def test_every_field_stands_in_the_reference_as_it_is():
    for field in FIELDS:
        also = (
            f"`{field.attribute}`" if field.attribute != field.name else "`claim_id`" * (field.name == "id")
        )
        example = field.example.replace("|", "\\|")
        assert f"| `{field.name}` | {also} | {field.kind.name} | {field.meaning} | `{example}` |" in PAGE


def test_the_reference_names_its_version():
    assert f"**flat form {FLAT_FORM}**" in PAGE


def test_every_key_of_a_query_stands_in_the_reference():
    listed = next(line for line in PAGE.splitlines() if line.startswith("Keys:"))
    assert [key.strip("` .") for key in listed.removeprefix("Keys:").split(",") if key.strip()] == list(KEYS)


def test_every_module_stands_in_the_charter():
    charter = (ROOT / "src" / "tizim" / "claims" / "README.md").read_text(encoding="utf-8")
    modules = Path(tizim.claims.__file__).parent.glob("[a-z]*.py")
    assert [module.name for module in modules if f"`{module.name}`" not in charter] == []


def test_everything_announced_is_there():
    assert sorted(tizim.claims.__all__) == sorted(set(tizim.claims.__all__))
    assert all(hasattr(tizim.claims, name) for name in tizim.claims.__all__)
