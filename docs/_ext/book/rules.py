"""Rules for nodes, found by their class: how a page becomes text of a kind that Sphinx does not write itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.nodes import Node

Writer = TypeVar("Writer")

logger = logging.getLogger(__name__)


class Rules(Generic[Writer]):
    """Those of one kind of text, `kind` in warnings, which have `category`. A rule takes the writer and a node."""

    def __init__(self, kind: str, category: str) -> None:
        self.kind = kind
        self.category = category
        self.rules: dict[type, Callable[[Writer, Any], str]] = {}

    def __call__(self, *kinds: type) -> Callable[[Callable[[Writer, Any], str]], Callable[[Writer, Any], str]]:
        """Registers a function as the rule for nodes of these classes, and of those derived from them."""

        def register(function: Callable[[Writer, Any], str]) -> Callable[[Writer, Any], str]:
            self.rules.update(dict.fromkeys(kinds, function))
            return function

        return register

    def find(self, node: Node) -> Callable[[Writer, Any], str] | None:
        """The rule of a node. One that has none is a warning, and the writer is to use its contents."""
        for kind in type(node).__mro__:
            if kind in self.rules:
                return self.rules[kind]
        text = "%s has no rule for the node '%s'; its contents are used"
        logger.warning(text, self.kind, type(node).__name__, location=node, type=self.category)
        return None
