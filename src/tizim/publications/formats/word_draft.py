"""A draft as DOCX; the passages behind a sentence stand in a comment of Word on it."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.run import Run

from tizim.publications.drafts.draft import Draft, Section, Sentence
from tizim.publications.drafts.markdown import told_of
from tizim.publications.formats.paper import blank, bytes_of, clean, footed


def draft_file(draft: Draft, *, day: str) -> bytes:
    """The draft; the same bytes whenever it is made, with nobody's name as author."""
    made = blank(draft.language, points=11)
    footed(made, draft.title)
    made.add_heading(clean(draft.title), 0)
    made.add_paragraph(clean(draft.about)).runs[0].italic = True
    for section in draft.sections:
        _section(made, section)
    return bytes_of(made, title="draft", day=day)


def _section(made: Document, section: Section) -> None:
    made.add_heading(clean(section.heading), 1)
    for one in section.sentences:
        told = made.add_paragraph(style="List Bullet" if one.passages else None)
        _commented(made, told.add_run(clean(one.text)), one)
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
