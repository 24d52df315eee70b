"""PDFs nobody means well with, written by hand: scripts, programs, passwords, and those that hold nothing."""

from __future__ import annotations

from functools import partial
from io import BytesIO

from tests.factories.hostile import Make, picture


def good_paper(pages: int = 1) -> bytes:
    from fpdf import FPDF

    made = FPDF()
    for _ in range(pages):
        made.add_page()
    return bytes(made.output())


def paper(catalogue: str, *objects: str, kids: str = "[3 0 R]", count: int = 1) -> bytes:
    """A PDF written by hand, its table of contents in order."""
    parts = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
        f"<< /Type /Pages /Kids {kids} /Count {count} >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        *objects,
    ]
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
    return bytes(made) + f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def locked() -> bytes:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.writer import copy_into_new_writer

    writer, made = copy_into_new_writer(PdfFileReader(BytesIO(good_paper()))), BytesIO()
    writer.encrypt("secret")  # type: ignore[no-untyped-call]  # pyHanko says no types
    writer.write(made)  # type: ignore[no-untyped-call]  # as above
    return made.getvalue()


PAPERS: dict[str, tuple[str, Make]] = {
    "a script at the start": ("acts", partial(paper, "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")),
    "a script in another part": ("acts", partial(paper, "/OpenAction 4 0 R", "<< /S /JavaScript /JS 5 0 R >>", "(1)")),
    "a script under another spelling": ("acts", partial(paper, "/OpenAction << /S /J#61vaScript /#4AS (1) >>")),
    "scripts by name": ("acts", partial(paper, "/Names << /JavaScript << /Names [(a) 4 0 R] >> >>", "<< /S /Named >>")),
    "a script nothing leads to": ("acts", partial(paper, "", "<< /S /JavaScript /JS (1) >>")),
    "a program": ("acts", partial(paper, "/OpenAction << /S /Launch /F (cmd.exe) >>")),
    "a program on each page": ("acts", partial(paper, "/AA << /WC << /Type /Action /S /Launch /F (a) >> >>")),
    "a program the table of contents hides": ("acts", lambda: paper("") + b"9 0 obj << /S /L#61unch /F (a) >> endobj"),
    "a form that sends itself": ("acts", partial(paper, "/OpenAction << /S /SubmitForm /F (//elsewhere) >>")),
    "a form of another kind": ("acts", partial(paper, "/AcroForm << /Fields [] /XFA (x) >>")),
    "a password": ("locked", locked),
    "no pages": ("empty", partial(paper, "", kids="[]", count=0)),
    "too many pages": ("large", partial(paper, "", count=900_000)),
    "half of it": ("unclear", lambda: good_paper()[:300]),
    "only a head": ("unclear", lambda: b"%PDF-1.7\n" + bytes(900)),
    "a picture": ("unclear", picture),
}
"""Why each has to be refused, and how it is made."""
