"""Lists kept in spreadsheets: a mapping says how columns are read; every row and cell is accounted for."""

from tizim.claims.lists.aside import aside_csv
from tizim.claims.lists.faults import CODES, CellError, Fault
from tizim.claims.lists.guessing import guess_book
from tizim.claims.lists.mapping import RULES, VERSION, ListMapping
from tizim.claims.lists.mapping_file import read_mapping
from tizim.claims.lists.plan import plan_list
from tizim.claims.lists.planned import FATES, ListOptions, ListPlan
from tizim.claims.lists.proposal import proposal_text
from tizim.claims.lists.rows import About, TellsCell
from tizim.claims.lists.telling import fault_told, tell, texts
from tizim.claims.lists.workbook import Book, open_book

__all__ = [
    "CODES",
    "FATES",
    "RULES",
    "VERSION",
    "About",
    "Book",
    "CellError",
    "Fault",
    "ListMapping",
    "ListOptions",
    "ListPlan",
    "TellsCell",
    "aside_csv",
    "fault_told",
    "guess_book",
    "open_book",
    "plan_list",
    "proposal_text",
    "read_mapping",
    "tell",
    "texts",
]
