"""The builder `typst`: all pages as one PDF."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import typst
from sphinx.builders import Builder
from sphinx.errors import SphinxError
from sphinx.util import logging
from sphinx.util.i18n import format_date

from runs.python import this_python
from runs.store import Store

from . import blocks, design, examples, inline, listings, structure, tables  # noqa: F401  (they register their rules)
from .assemble import assemble
from .fonts import find_fonts
from .index import index_source
from .literals import array, call, string
from .translator import Translator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from .fonts import Fonts

logger = logging.getLogger(__name__)

TEMPLATE = Path(__file__).with_name("book.typ")


class CompilerError(SphinxError):
    """Typst does not take what was written for it."""

    category = "Typst error"


class TypstBuilder(Builder):
    """Writes `book.typ` and `main.typ`, and compiles them to the PDF that the setting `pdf_name` names."""

    name = "typst"
    format = "typst"
    epilog = "The PDF is in %(outdir)s."
    supported_image_types: ClassVar[list[str]] = ["image/svg+xml", "image/png", "image/jpeg"]
    fonts: Fonts

    def init(self) -> None:
        self.fonts = find_fonts()

    def get_outdated_docs(self) -> str:
        return "the whole book"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """`%page`, so that a rule knows a link within the book; the anchor follows after `#`."""
        return f"%{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        return self.get_target_uri(to, typ)

    def write_documents(self, docnames: Set[str]) -> None:
        """One document, whatever has changed."""
        started = time.perf_counter()
        (self.outdir / "main.typ").write_text(self.source(), encoding="utf-8")
        shutil.copyfile(TEMPLATE, self.outdir / "book.typ")
        written = time.perf_counter()
        pdf = self.outdir / f"{self.config.pdf_name}.pdf"
        pdf.write_bytes(self.compile())
        times = (written - started, time.perf_counter() - written)
        logger.info("%s: source %.1f s, compiler %.1f s", pdf.name, *times)

    def source(self) -> str:
        """What the compiler reads: the facts of the title page, the pages, the index, and the attached scripts."""
        book = Translator(self, assemble(self))
        pages = book.of(book.document)
        facts = array(f"{name}: {value}" for name, value in self.facts().items())
        head = f'#import "book.typ" as B\n#show: B.book.with{facts}\n'
        return head + pages + index_source(self) + "".join(self.attachments(book.attached))

    def facts(self) -> dict[str, str]:
        """For the title page and the PDF's own data."""
        config = self.config
        date = config.today or format_date(config.today_fmt or "%Y-%m-%d", language=config.language)
        pythons = Store(Path(config.book_records)).pythons() or [this_python().version]
        return {
            "title": string(config.project),
            "author": string(config.author),
            "copyright": string(config.copyright),
            "version": string(config.release),
            "date": string(date),
            "pythons": array(string(version) for version in pythons),
        }

    def attachments(self, names: Iterable[str]) -> Iterator[str]:
        """The scripts that the pages show, under their names alone, as a reader would save them."""
        for name in names:
            file = Path(self.config.book_examples, name)
            yield call("attached", string(file.name), string(file.read_text(encoding="utf-8")))

    def compile(self) -> bytes:
        """The PDF, as tagged as PDF/UA-1 asks for. Raises CompilerError."""
        language, _, region = (self.config.language or "en").partition("_")
        inputs = {"language": language, "region": region.lower(), "chinese": self.fonts.chinese}
        try:
            pdf, warnings = typst.compile_with_warnings(
                str(self.outdir / "main.typ"),
                root=str(self.outdir),
                font_paths=self.fonts.folders,
                ignore_system_fonts=not self.fonts.system,
                sys_inputs=inputs,
                pdf_standards=["ua-1"],
            )
        except typst.TypstError as error:
            raise CompilerError(f"{error}\n{getattr(error, 'diagnostic', '')}") from error
        for warning in warnings:
            logger.warning("Typst: %s", warning.message, type="pdf")
        return bytes(pdf)
