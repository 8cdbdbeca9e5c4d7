"""The budgets of the house: no module over 400 lines, no function over 40, no unplanned room, a README each."""

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "src" / "tizim"
MODULE_LINES, FUNCTION_LINES = 400, 40
ROOMS = frozenset(
    "vocab ledger documents claims reading identity timelines assessments interventions tallies estimates audits"
    " publications exchange stores web cli samples".split()
)


def main() -> int:
    """Prints what is over budget; the exit code is 1 if anything is."""
    found = [*_unplanned(), *(problem for path in sorted(ROOT.rglob("*.py")) for problem in _problems(path))]
    for problem in found:
        print(problem)
    return 1 if found else 0


def _unplanned() -> list[str]:
    rooms = [path for path in ROOT.iterdir() if path.is_dir() and path.name != "__pycache__"]
    strange = [f"{path.name}: an unplanned room" for path in rooms if path.name not in ROOMS]
    bare = [f"{path.name}: no README.md" for path in rooms if not (path / "README.md").is_file()]
    return strange + bare


def _problems(path: Path) -> list[str]:
    if "migrations" in path.parts:
        return []
    text = path.read_text(encoding="utf-8")
    name, lines = path.relative_to(ROOT), text.count("\n")
    over = [f"{name}: {lines} lines, at most {MODULE_LINES}"] if lines > MODULE_LINES else []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                over.append(f"{name}: {node.name} has {length} lines, at most {FUNCTION_LINES}")
    return over


if __name__ == "__main__":
    sys.exit(main())
