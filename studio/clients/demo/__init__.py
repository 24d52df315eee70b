"""A believable, made-up clientele: no name, number or face belongs to anybody."""

from studio.clients.demo.fill import fill, fill_batch

__all__ = ["fill", "fill_batch"]
