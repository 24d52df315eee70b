"""The one table: paging, sort, search and filters in the database, state in the address, cards on phones."""

from components.table.columns import Act, Column, Empty, Filter, Page, Wanted, face_cell, mark_cell, tags_cell
from components.table.data_table import DataTable

__all__ = ["Act", "Column", "DataTable", "Empty", "Filter", "Page", "Wanted", "face_cell", "mark_cell", "tags_cell"]
