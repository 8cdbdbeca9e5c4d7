"""A draft as DOCX; the passages behind a sentence stand in a comment of Word on it."""

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.run import Run

from tizim.publications.drafts.draft import Draft, Section, Sentence
from tizim.publications.drafts.markdown import told_of
from tizim.publications.formats.word import FONT, bytes_of, clean


def draft_file(draft: Draft, *, day: str) -> bytes:
    """The draft; the same bytes whenever it is made, with nobody's name as author."""
    made = docx.Document()
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = FONT, Pt(11)
    made.add_heading(clean(draft.title), 0)
    made.add_paragraph(clean(draft.about)).runs[0].italic = True
    for section in draft.sections:
        _section(made, section)
    return bytes_of(made, title="draft", day=day)


def _section(made: Document, section: Section) -> None:
    made.add_heading(clean(section.heading), 1)
    for one in section.sentences:
        _commented(made, made.add_paragraph(style="List Bullet").add_run(clean(one.text)), one)
    for row in section.versions:
        table = made.add_table(rows=1, cols=len(row), style="Table Grid")
        for cell, one in zip(table.rows[0].cells, row, strict=True):
            _commented(made, cell.paragraphs[0].add_run(clean(one.text)), one)
        made.add_paragraph()


def _commented(made: Document, run: Run, one: Sentence) -> None:
    if one.passages:
        text = "\n".join(clean(told_of(cited)) for cited in one.passages)
        comment = made.add_comment(run, text=text, author="tizim", initials="t")
        # The library writes the moment at which the comment was made.
        comment._comment_elm.attrib.pop(qn("w:date"), None)
