"""The number of an edition as a published figure of our own, to be set beside the register."""

from tizim.audits import Meant, Printed
from tizim.publications.content import Content
from tizim.publications.entries import ListEdition
from tizim.tallies import Definition


def own_figure(edition: ListEdition, content: Content, of: Definition) -> tuple[Printed, Meant]:
    """What an edition published, at least, and the definition that was frozen with it.

    An edition counts from documents that may be used alone: the register may well know more.
    """
    figure = Printed(
        id=edition.id, count=content.at_least, bound="at_least", what=dict(content.title).get("en", of.name),
        definition=of.name, counting_unit=content.unit, as_of=content.as_of, known_at=content.known_at,
    )  # fmt: skip
    return figure, Meant(of.name, of, "given")
