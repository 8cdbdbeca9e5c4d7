"""The public door: shows a finished release and can open nothing else."""

from tizim.web.public.application import Public

__all__ = ["Public"]
