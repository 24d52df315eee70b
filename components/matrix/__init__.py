"""Every right against every role, as one element."""

from components.matrix.matrix import (
    MatrixAct,
    MatrixCell,
    MatrixGroup,
    MatrixPerson,
    MatrixRole,
    MatrixRow,
    MatrixTable,
)

__all__ = ["MatrixAct", "MatrixCell", "MatrixGroup", "MatrixPerson", "MatrixRole", "MatrixRow", "MatrixTable"]
