"""What was asked of whom, by when, and the answer or the silence."""

from tizim.interventions.entries import Intervention, Response
from tizim.interventions.errors import InterventionError
from tizim.interventions.standing import STATES, Standing, standing_on
from tizim.interventions.writing import intervention, response

__all__ = [
    "STATES",
    "Intervention",
    "InterventionError",
    "Response",
    "Standing",
    "intervention",
    "response",
    "standing_on",
]
