"""Whether two mentions are one person."""

from tizim.identity.judgement import VERDICTS, Judgement

__all__ = ["VERDICTS", "Judgement"]
