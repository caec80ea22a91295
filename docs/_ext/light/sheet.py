"""One style sheet of many: in the same order, with the rules that can match something, and without blanks."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import tinycss2

from . import LightError
from .selectors import COMBINATORS, asked_for, kept, parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tinycss2.ast import Node

    from .shapes import Shapes

HOLDS_RULES = {"media", "supports", "layer", "container"}
HOLDS_DECLARATIONS = {"font-face", "page", "property", "counter-style"}
KEYFRAMES = {"keyframes", "-webkit-keyframes", "-moz-keyframes"}
VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
CUSTOM_PROPERTY = re.compile(r"--[a-z][\w-]*")
NOTICE = re.compile(r"/\*!.*?\*/", re.DOTALL)  # how license notices begin, so that all tools leave them


@dataclass
class Declaration:
    name: str
    value: str
    important: bool = False

    def __str__(self) -> str:
        return f"{self.name}:{self.value}{'!important' if self.important else ''}"


@dataclass
class Rule:
    """A rule: `head` is its selectors or `@media print`; it holds declarations or rules."""

    head: str
    selectors: list[list[Node]] = field(default_factory=list)
    declarations: list[Declaration] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)

    def __str__(self) -> str:
        body = ";".join(map(str, self.declarations)) + "".join(map(str, self.rules))
        return f"{self.head}{{{body}}}" if body else ""


def read(path: str, text_of: Callable[[str], str], place: Callable[[str, str], str]) -> list[Rule]:
    """The rules of a style sheet and of those that it imports; `place` says what a URL in a sheet at a path becomes."""
    rules: list[Rule] = []
    for node in tinycss2.parse_stylesheet(text_of(path), skip_comments=True, skip_whitespace=True):
        if node.type == "error":
            raise LightError(f"{path}:{node.source_line}: {node.message}")
        if node.type == "at-rule" and node.lower_at_keyword == "import":
            rules += read(imported(path, node), text_of, place)
        else:
            rules += rule_of(node, lambda url: place(path, url))
    return rules


def imported(path: str, node: Node) -> str:
    tokens = [token for token in node.prelude if token.type != "whitespace"]
    if len(tokens) != 1 or tokens[0].type not in {"string", "url"}:
        raise LightError(f'{path}:{node.source_line}: only the plain form is understood: @import "name.css";')
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), tokens[0].value))


def rules_of(text: str) -> list[Rule]:
    """Of a sheet without a place of its own, such as a <style> element."""
    return read("", lambda _: text, lambda _, url: url)


def rule_of(node: Node, place: Callable[[str], str]) -> list[Rule]:
    if node.type == "qualified-rule":
        return [Rule("", parts(node.prelude), declarations_of(node.content, place))]
    name = node.lower_at_keyword
    if name == "charset":  # the file is UTF-8, as everything here
        return []
    head = f"@{name} {compact(node.prelude, place)}".strip()
    if node.content is None:
        return [Rule(f"{head};")]
    if name in HOLDS_DECLARATIONS:
        return [Rule(head, declarations=declarations_of(node.content, place))]
    inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
    rules = [rule for each in inner if each.type != "error" for rule in rule_of(each, place)]
    if name in KEYFRAMES:  # `from` and `50%` are not selectors
        for rule in rules:
            rule.head = ",".join(compact(selector, place) for selector in rule.selectors)
            rule.selectors = []
    return [Rule(head, rules=rules)]


def declarations_of(content: Sequence[Node], place: Callable[[str], str]) -> list[Declaration]:
    """What a browser cannot read it leaves out, and so do we."""
    nodes = tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
    return [
        Declaration(node.name, compact(node.value, place), node.important)
        for node in nodes
        if node.type == "declaration"
    ]


def compact(tokens: Iterable[Node], place: Callable[[str], str]) -> str:
    """As short as is safe: one blank for many, and none beside a comma."""
    found: list[str] = []
    for token in tokens:
        match token.type:
            case "whitespace":
                found.append(" ")
            case "comment":
                pass
            case "url":
                found.append(url(token.value, place))
            case "function" if token.lower_name == "url":
                found += [url(each.value, place) for each in token.arguments if each.type == "string"]
            case "function":
                found.append(f"{token.name}({compact(token.arguments, place)})")
            case "() block":
                found.append(f"({compact(token.content, place)})")
            case _:
                found.append(token.serialize())
    pieces: list[str] = []
    for piece in found:
        if piece == " " and (not pieces or pieces[-1] in {" ", ","}):
            continue
        if piece == "," and pieces and pieces[-1] == " ":
            pieces.pop()
        pieces.append(piece)
    return "".join(pieces).rstrip(" ")


def url(value: str, place: Callable[[str], str]) -> str:
    return 'url("{}")'.format(place(value).replace("\\", "\\\\").replace('"', '\\"'))


def written(selector: Sequence[Node]) -> str:
    text = ""
    for token in selector:
        if token.type == "whitespace":
            text += "" if text.endswith((" ", ">", "+", "~")) else " "
        elif token.type == "literal" and token.value in COMBINATORS:
            text = text.rstrip(" ") + token.value
        elif token.type == "function":
            text += f"{token.name}({','.join(written(each).strip() for each in parts(token.arguments))})"
        else:
            text += token.serialize()
    return text.strip(" ")


def prune(rules: Iterable[Rule], shapes: Shapes) -> list[Rule]:
    """Only what can match; the selectors are written down."""
    result = []
    for rule in rules:
        if rule.selectors:
            selectors = kept(rule.selectors, shapes)
            if selectors and rule.declarations:
                result.append(Rule(",".join(map(written, selectors)), selectors, rule.declarations))
        elif rule.rules and not rule.head.startswith(tuple(f"@{name}" for name in KEYFRAMES)):
            inner = prune(rule.rules, shapes)
            if inner:
                result.append(Rule(rule.head, rules=inner))
        else:
            result.append(rule)
    return result


def every(rules: Iterable[Rule]) -> Iterator[Rule]:
    for rule in rules:
        yield rule
        yield from every(rule.rules)


def names_asked(rules: Iterable[Rule]) -> tuple[frozenset[str], frozenset[str]]:
    """The ids and the attributes that selectors name."""
    found: dict[str, set[str]] = {"id": set(), "attribute": set()}
    for rule in every(rules):
        for selector in rule.selectors:
            for kind, name in asked_for(selector):
                found[kind].add(name)
    return frozenset(found["id"]), frozenset(found["attribute"])


def without_unused(rules: list[Rule], used_elsewhere: Iterable[str]) -> list[Rule]:
    """Leaves out custom properties, animations, and fonts that nothing refers to."""
    values = [each for rule in every(rules) for each in rule.declarations]
    needs: dict[str, set[str]] = {}
    wanted = set(used_elsewhere)
    for each in values:
        names = VARIABLE.findall(each.value)
        if each.name.startswith("--"):
            needs.setdefault(each.name, set()).update(names)
        else:
            wanted.update(names)
    variables = reached(wanted, needs)
    text = " ".join(each.value for each in values if each.name.startswith(("animation", "-webkit-animation", "--")))
    animations = set(re.findall(r"[\w-]+", text))
    others = [each for rule in every(rules) if rule.head != "@font-face" for each in rule.declarations]
    fonts = " ".join(each.value for each in others if each.name in {"font", "font-family"} or each.name in variables)
    return [short for rule in rules if is_used(short := trimmed(rule, variables), animations, fonts)]


def reached(wanted: Iterable[str], needs: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(wanted)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += needs.get(name, ())
    return found


def trimmed(rule: Rule, variables: set[str]) -> Rule:
    declarations = [each for each in rule.declarations if not each.name.startswith("--") or each.name in variables]
    return Rule(rule.head, rule.selectors, declarations, [trimmed(each, variables) for each in rule.rules])


def is_used(rule: Rule, animations: set[str], fonts: str) -> bool:
    kind, _, name = rule.head.partition(" ")
    if kind.removeprefix("@") in KEYFRAMES:
        return name.strip("\"'") in animations
    if kind == "@font-face":
        (family,) = [each.value for each in rule.declarations if each.name == "font-family"]
        return family.strip("\"'").replace("\\", "") in fonts
    return bool(rule.declarations or rule.rules or rule.head.endswith(";"))


def notices(texts: Iterable[str]) -> str:
    """License notices, each once."""
    return "\n".join(dict.fromkeys(found for text in texts for found in NOTICE.findall(text)))
