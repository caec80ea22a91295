"""Reads a script without running it, and finds what forkserver and spawn break.
读一个脚本而不运行它，找出在 forkserver 和 spawn 下会出错的地方。"""

# /// script
# [tool.run]
# exit-code = 1
# ///

import ast
import builtins
import sys
import warnings
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

SAMPLE = """\
from multiprocessing import Lock, Pool, Process, Queue, set_start_method

set_start_method("spawn")
lock = Lock()
limit = 10

def work(number, answers):
    with lock:
        answers.put(min(number, limit))

def start_child():
    answers = Queue()
    child = Process(target=work, args=(1, answers))
    child.start()
    return child

if __name__ == "__main__":
    limit = 20
    start_child().join()
    Process(target=lambda: print("hello")).start()
    Process(target=print, args=(open("list.txt"),)).start()
    with Pool() as pool:
        pool.apply(work, (1, Queue()))

Pool().map(abs, [1, 2])
"""

RULES = {  # name: (what is wrong, what to do)
    "guard": ("{} runs again in each child", "put it below the guard"),
    "function": ("no child can find {}", "use a function at the top level"),
    "package": ("no child imports __main__.py with {}", "use another module"),
    "travel": ("{} cannot be sent to a child", "make it in the child"),
    "task": ("{} cannot be sent with a task", "pass it by an initializer"),
    "join": ("{} for a child that nobody waits for", "join() the child"),
    "dropped": ("{} may go before the child has it", "keep it until join()"),
    "other": ("{} is another one in a child", "pass it as an argument"),
    "changed": ("no child sees this change of {}", "pass it as an argument"),
}


def words(text):
    return frozenset(text.split())


SHARED = words(
    "Lock RLock Semaphore BoundedSemaphore Condition Event Barrier Value "
    "Array Queue JoinableQueue SimpleQueue"
)
INHERITED = SHARED | words("RawValue RawArray")
POOLS = {"Pool", "ProcessPoolExecutor", "fork Pool", "fork ProcessPoolExecutor"}
GIVES = {  # what it is, the function and its place, the arguments and theirs
    "Process": ("process", "target", 1, "args", 3),
    "Pool": ("pool", "initializer", 1, "initargs", 2),
    "ProcessPoolExecutor": ("pool", "initializer", 2, "initargs", 3),
}
GIVING = POOLS | {"Process", "fork Process"}
MANAGERS = words("Manager BaseManager SyncManager")
UNPICKLABLE = words(
    "open sqlite3.connect subprocess.Popen queue.Queue threading.Thread "
    "threading.Lock threading.RLock threading.Event threading.Condition "
    "concurrent.futures.ThreadPoolExecutor"
).union(POOLS, MANAGERS)
MAPS = words("map map_async imap imap_unordered starmap starmap_async")
TASKS = MAPS | words("apply apply_async submit")
WAITS = words(
    "join get recv recv_bytes wait acquire is_alive exitcode sentinel "
    "active_children"
)
CHANGES = words("append extend insert add update clear pop")
GUARDS = words("__name__ parent_process current_process")
OWNERS = {"get_context": "", "fork": "fork ", "Manager": "manager."}

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
SCOPE = (*FUNCTION, ast.Module)
CONTAINER = (ast.List, ast.Tuple, ast.Set, ast.Dict, ast.ListComp)


class Finding(NamedTuple):
    line: int
    rule: str
    what: str

    def __str__(self):
        wrong, cure = RULES[self.rule]
        return f"{self.line}: {wrong.format(self.what)}: {cure}"


class Handover(NamedTuple):
    """What one call gives to a child: a function and its arguments."""

    call: ast.Call
    kind: str  # "process", "helper", "class", "pool", or "task"
    target: ast.AST | None
    arguments: list
    forks: bool  # a forked child has all that its parent has


def around(node, kinds=ast.AST):
    """What stands around a node, the innermost first."""
    while node := getattr(node, "parent", None):
        if isinstance(node, kinds):
            yield node


def function_of(node):
    return next(around(node, FUNCTION), None)


def class_of(node):
    return next(around(node, ast.ClassDef), None)


def name_of(node):
    return getattr(node, "id", getattr(node, "attr", getattr(node, "name", "")))


def method(owner, name):
    body = owner.body if isinstance(owner, ast.ClassDef) else []
    return next((n for n in body if name_of(n) == name), None)


def is_guarded(node):
    tests = [part.test for part in around(node, ast.If)]
    return any(name_of(n) in GUARDS for test in tests for n in ast.walk(test))


def runs_at_import(node):
    return function_of(node) is None and not is_guarded(node)


def argument(call, name, position=99):
    """An argument of a call, by its keyword or its position; else None."""
    named = [word.value for word in call.keywords if word.arg == name]
    return (named + call.args[position : position + 1] + [None])[0]


def items(node):
    """The parts of `(1, 2)` or `{"a": 1}`; else the node itself, if any."""
    match node:
        case ast.Tuple(parts) | ast.List(parts) | ast.Dict(values=parts):
            return parts
    return [node] if node else []


def short(path):
    """The full name, but Lock for multiprocessing.Lock."""
    module, _, name = path.rpartition(".")
    ours = path.startswith("multiprocessing.") and "dummy" not in module
    return name if ours or name == "ProcessPoolExecutor" else path


def is_fork(call):
    return getattr(argument(call, "method", 0), "value", "") == "fork"


def remembered(unknown):
    """Asks once for each expression; one that leads to itself is unknown."""

    def wrap(question):
        def ask(self, node):
            key = question, node
            if key not in self.known:
                self.known[key] = unknown
                self.known[key] = question(self, node)
            return self.known[key]

        return ask

    return wrap


class Names:
    """What the names in a script stand for, as far as its text tells."""

    def __init__(self, tree):
        self.tree = tree
        self.nodes = list(ast.walk(tree))
        self.imports = {}  # name: full name
        self.names = defaultdict(set)  # function or module: names set in it
        self.values = defaultdict(list)  # (the same, name): what it is set to
        self.known = {}  # (question, expression): the answer
        for node in self.nodes:
            for part in ast.iter_child_nodes(node):
                part.parent = node
        for read in (self.read_name, self.read_value, self.read_loop):
            for node in self.nodes:
                read(node)

    def read_name(self, node):
        scope = next(around(node, SCOPE), None)
        match node:
            case ast.Import(names):
                for alias in names:
                    top = alias.name.partition(".")[0]
                    full = alias.name if alias.asname else top
                    self.imports[alias.asname or top] = full
            case ast.ImportFrom("multiprocessing", [ast.alias("*")]):
                for name in INHERITED | {"Process", "Pool", "Manager"}:
                    self.imports[name] = f"multiprocessing.{name}"
            case ast.ImportFrom(module, names):
                for alias in names:
                    full = f"{module}.{alias.name}"
                    self.imports[alias.asname or alias.name] = full
            case ast.Global(names):
                self.names[scope, "global"].update(names)
            case ast.Name(name, ast.Store()) | ast.arg(name):
                self.names[scope].add(name)
            case (
                ast.ExceptHandler(name=str(name))
                | ast.MatchAs(name=str(name))
                | ast.MatchStar(name=str(name))
            ):
                self.names[scope].add(name)
            case ast.FunctionDef(name) | ast.ClassDef(name):
                if not isinstance(node.parent, ast.ClassDef):
                    self.names[scope].add(name)
                    self.values[scope, name].append(node)

    def read_value(self, node):
        match node:
            case ast.Assign(targets, value):
                for target in targets:
                    self.bind(target, value)
            case (
                ast.AnnAssign(target, value=ast.expr() as value)
                | ast.AugAssign(target, value=value)
                | ast.NamedExpr(target, value)
                | ast.withitem(value, ast.expr() as target)
            ):
                self.bind(target, value)
            case ast.Call(ast.Attribute(target, "append"), [value]):
                self.bind(target, value)

    def read_loop(self, node):
        match node:
            case ast.For(target, values) | ast.comprehension(target, values):
                for value in self.contents(values):
                    self.bind(target, value)

    def bind(self, target, value):
        match target, value:
            case ((ast.Name() | ast.Attribute(ast.Name("self"))), _):
                self.values[self.key(target)].append(value)
            case ast.Subscript(container), _:
                self.bind(container, value)
            case ast.Tuple(targets), ast.Tuple(values):
                for each, part in zip(targets, values):
                    self.bind(each, part)

    def key(self, node):
        """Where a name or an attribute of self belongs, and its name."""
        if isinstance(node, ast.Attribute):
            return class_of(node), node.attr
        for scope in around(node, SCOPE):
            if node.id in self.names[scope, "global"]:
                return self.tree, node.id
            if node.id in self.names[scope]:
                return scope, node.id
        return None, node.id

    def contents(self, node):
        """What is in a container; nothing for what may be none."""
        match node:
            case ast.List(parts) | ast.Tuple(parts) | ast.Set(parts):
                return parts
            case ast.ListComp(part) | ast.GeneratorExp(part):
                return [part]
            case ast.BinOp(container, ast.Mult()):
                return self.contents(container)
            case ast.Name():
                values = self.values[self.key(node)]
                if any(isinstance(value, CONTAINER) for value in values):
                    return values.copy()
        return []

    @remembered(unknown="?")
    def path(self, node):
        """The full name of what is called, with all of our Locks as Lock."""
        match node:
            case ast.Name(name):
                home, _ = self.key(node)
                match self.values[home, name]:
                    case [ast.ClassDef(bases=[other, *_])]:
                        return self.path(other)
                    case [ast.Attribute() as other]:
                        return self.path(other)
                known = name if hasattr(builtins, name) else "?"
                return "?" if home else short(self.imports.get(name, known))
            case ast.Attribute(value, name):
                owner = min(self.kinds(value), default="?")
                if owner in OWNERS:
                    return OWNERS[owner] + name
                path = short(f"{self.path(value)}.{name}")
                return name if path in {"?.Process", "?.open"} else path
        return "?"

    @remembered(unknown=None)
    def local(self, node):
        """The function or class in the script that is meant, or None."""
        match node:
            case ast.Name():
                values = self.values[self.key(node)]
                node = values[0] if len(values) == 1 else None
            case ast.Attribute(ast.Name("self"), name):
                node = method(class_of(node), name)
            case ast.Attribute(ast.Name() as owner, name):
                match self.values[self.key(owner)]:
                    case [ast.Call(made), *_]:
                        node = method(self.local(made), name)
        return node if isinstance(node, (*FUNCTION, ast.ClassDef)) else None

    @remembered(unknown=frozenset())
    def kinds(self, node):
        """What an expression makes, such as {"Lock"}; {"?"} if unknown."""
        match node:
            case ast.Lambda():
                return {"a lambda"}
            case ast.FunctionDef(name):
                return {"?" if runs_at_import(node) else f"{name}()"}
            case ast.Call():
                return {self.made(node)}
            case ast.Name() | ast.Attribute(ast.Name("self")):
                parts = self.values[self.key(node)] or [None]
            case ast.Subscript(container):
                parts = self.contents(container) or [None]
            case ast.expr():
                parts = self.contents(node)
                if not parts and not isinstance(node, CONTAINER):
                    return {"?"}
            case _:
                return {"?"}
        return self.union(parts)

    def made(self, call):
        path = self.path(call.func)
        if path == "get_context":
            return "fork" if is_fork(call) else path
        if path in {"Value", "Array"} and argument(call, "lock"):
            return f"Raw{path}"
        forks = self.kinds(argument(call, "mp_context")) == {"fork"}
        return f"fork {path}" if forks else path

    def union(self, nodes):
        return {kind for node in nodes for kind in self.kinds(node)}


class Script(Names):
    """What a script gives to its children, and what is wrong with that."""

    def __init__(self, tree, is_package_main):
        super().__init__(tree)
        self.is_package_main = is_package_main
        self.calls = [n for n in self.nodes if isinstance(n, ast.Call)]
        self.forks = any(
            self.path(call.func) == "set_start_method" and is_fork(call)
            for call in self.calls
        )
        self.given = [g for call in self.calls for g in self.read_call(call)]
        self.given += [g for given in self.given for g in self.by_helper(given)]
        self.in_child = {f for g in self.given for f in self.runs(g.target)}
        starts = [call for call in self.calls if self.is_start(call)]
        starters = self.callers(map(function_of, starts))
        starts += [c for c in self.calls if self.called(c) in starters]
        self.starts = set(starts)
        self.waits = [node for node in self.nodes if self.is_wait(node)]
        self.waiters = self.callers(map(function_of, self.waits))
        self.changes = defaultdict(list)  # name of a global: where it is set
        for node in self.nodes:
            if (name := self.changed(node)) and self.key(name)[0] is self.tree:
                self.changes[name.id].append(node)

    def read_call(self, call):
        """What a call gives to a child, if anything."""
        made = min(self.kinds(call))
        if name_of(call.func) in TASKS and isinstance(call.func, ast.Attribute):
            pools = self.kinds(call.func.value)
            made = min(pools) if pools <= POOLS and pools else "?"
            found = self.read_task(call, name_of(call.func))
        elif isinstance(own := self.local(call.func), ast.ClassDef):
            found = "class", method(own, "run"), call.args
        else:
            kind, target, at, values, then = GIVES.get(
                made.removeprefix("fork "), GIVES["Process"]
            )
            values = items(argument(call, values, then))
            values = values + items(argument(call, "kwargs"))
            found = kind, argument(call, target, at), values
        if made in GIVING:
            yield self.unwrapped(
                call, *found, self.forks or made.startswith("fork ")
            )

    def read_task(self, call, name):
        if name in MAPS:
            tasks = [t for each in call.args[1:] for t in self.contents(each)]
            values = [value for task in tasks for value in items(task)]
        elif name == "submit":
            values = call.args[1:]
        else:
            values = items(argument(call, "args", 1))
            values = values + items(argument(call, "kwds", 2))
        return "task", argument(call, "func", 0), values

    def unwrapped(self, call, kind, target, values, forks):
        match target:
            case ast.Call(func, [first, *others]):
                if self.path(func) == "functools.partial":
                    target, values = first, others + values
        return Handover(call, kind, target, values, forks)

    def by_helper(self, given):
        """Calls of a function that passes its own arguments on to a child."""
        helper = function_of(given.call)
        names = [each.arg for each in helper.args.args] if helper else []
        for call in self.calls if names else []:
            if self.local(call.func) is helper and names[0] != "self":
                values = {
                    n: argument(call, n, at) for at, n in enumerate(names)
                }
                parts = [given.target, *given.arguments]
                parts = [getattr(part, "id", "") for part in parts]
                target, *others = map(values.get, parts)
                others = [value for value in others if value]
                kind = "helper" if given.kind == "process" else given.kind
                yield Handover(call, kind, target, others, given.forks)

    def runs(self, target):
        """The functions of the script that run in the child."""
        found, todo = set(), [self.local(target)]
        while todo:
            function = todo.pop()
            if isinstance(function, FUNCTION) and function not in found:
                found.add(function)
                todo += map(self.local, ast.walk(function))
        return found

    def called(self, call):
        found = self.local(call.func)
        is_class = isinstance(found, ast.ClassDef)
        return method(found, "__init__") if is_class else found

    def callers(self, functions):
        """The functions, and those that call them, and so on."""
        found = set(functions) - {None}
        calls = [call for call in self.calls if self.called(call) in found]
        more = found.union(map(function_of, calls)) - {None}
        return found if more == found else self.callers(more)

    def is_start(self, call):
        """Whether processes start here."""
        if isinstance(call.func, ast.Attribute):
            kinds = self.kinds(call.func.value)
            if call.func.attr == "start":
                return bool(kinds & {"Process", *MANAGERS})
            if call.func.attr in TASKS:
                return kinds == {"ProcessPoolExecutor"}
        return self.path(call.func) in {"Pool", "Manager"}

    def is_wait(self, node):
        """Whether the parent may wait here; an unknown function may, too."""
        match node:
            case ast.Attribute(value, name) if name in WAITS:
                text = isinstance(value, ast.Constant)
                text = text or self.path(node).startswith("os.path")
                inside = function_of(node) in self.in_child and name != "join"
                return not (text or inside)
            case ast.Name(name):
                return name in WAITS
            case ast.While(ast.Constant(True)):
                return function_of(node) not in self.in_child
            case ast.Call(func, args) if name_of(func) != "append":
                known = self.local(func) or hasattr(builtins, self.path(func))
                return not known and "Process" in self.union(args)
        return False

    def changed(self, node):
        """The name whose value changes here, or None."""
        match node:
            case ast.Name(ctx=ast.Store()):
                return None if list(around(node, ast.comprehension)) else node
            case ast.Subscript(ast.Name() as name, ctx=ast.Store()):
                return name
            case ast.Call(ast.Attribute(ast.Name() as name, method)):
                return (
                    name if method in CHANGES and self.contents(name) else None
                )
        return None

    def findings(self):
        if not (self.forks or self.is_package_main):
            yield from self.unguarded()
        for given in self.given:
            yield from self.unsendable(given)
            if not given.forks:
                yield from self.unjoined(given)
                yield from self.dropped(given)
                yield from self.unseen(given)

    def unguarded(self):
        for call in self.calls:
            if runs_at_import(call):
                is_set = self.path(call.func) == "set_start_method"
                is_set = is_set and not argument(call, "force", 1)
                is_set = is_set and not list(around(call, ast.Try))
                if is_set or call in self.starts:
                    yield call, "guard", f"{name_of(call.func)}()"

    def sent(self, given):
        """The kinds of all that travels to the child, where they are known."""
        values = [given.target, *given.arguments]
        owner = self.owner(self.local(given.target))
        for (scope, _), found in self.values.items() if owner else []:
            if scope is owner:
                own = [v for v in found if function_of(v) not in self.in_child]
                values.append(ast.List(own))
        known = [kinds for kinds in map(self.kinds, values) if "?" not in kinds]
        return set().union(*known)

    def owner(self, function):
        """The class whose object travels with its method as it is, or None."""
        match function:
            case ast.FunctionDef(parent=ast.ClassDef() as owner):
                bases = {self.path(base) for base in owner.bases}
                special = ("__getstate__", "__reduce__", "__reduce_ex__")
                if not (
                    function.decorator_list or bases - {"object", "Process"}
                ):
                    return (
                        None
                        if any(method(owner, n) for n in special)
                        else owner
                    )
        return None

    def unsendable(self, given):
        is_task = given.kind == "task"
        function = self.local(given.target)
        if self.is_package_main and isinstance(function, ast.FunctionDef):
            yield given.call, "package", f"{function.name}()"
        for kind in self.sent(given) if is_task or not given.forks else []:
            if kind == "a lambda" or kind.endswith("()"):
                yield given.call, "function", kind
            elif kind in UNPICKLABLE:
                yield given.call, "travel", f"{kind}()"
            elif kind in INHERITED and is_task:
                yield given.call, "task", f"{kind}()"

    def unjoined(self, given):
        is_process = given.kind in {"process", "class", "helper"}
        top = [call for call in self.calls if function_of(call) is None]
        is_script = any(is_guarded(c) or c in self.starts for c in top)
        if is_process and is_script and not self.waits:
            for kind in filter(is_shared, self.sent(given)):
                yield given.call, "join", f"{kind}()"

    def dropped(self, given):
        here = function_of(given.call)
        ends = here and here not in self.waiters
        if given.kind == "helper":
            at_once = self.local(given.call.func) not in self.waiters
        else:
            at_once = given.kind == "process"
        for value in given.arguments if self.waits else []:
            for kind in filter(is_shared, self.kinds(value)):
                if isinstance(value, ast.Call) and at_once:
                    yield value, "dropped", f"{kind}()"
                elif isinstance(value, ast.Name) and ends:
                    uses = [n for n in ast.walk(here) if name_of(n) == value.id]
                    if self.key(value)[0] is here and len(uses) == 2:
                        yield given.call, "dropped", f"'{value.id}'"

    def unseen(self, given):
        nodes = [n for f in self.runs(given.target) for n in ast.walk(f)]
        names = [node for node in nodes if isinstance(node, ast.Name)]
        for name in names:
            changes = self.changes[name.id]
            inside = [n for n in changes if function_of(n) in self.in_child]
            if self.key(name)[0] is not self.tree or inside:
                continue
            first = [change for change in changes if runs_at_import(change)]
            if first and self.kinds(name) & INHERITED:
                yield first[0], "other", f"'{name.id}'"
                continue
            for change in changes:
                if change not in first and self.is_before(change):
                    yield change, "changed", f"'{name.id}'"

    def is_before(self, node, depth=3):
        """Whether a child may start after this."""
        here = function_of(node)
        starts = self.starts.union(given.call for given in self.given)
        near = [call for call in starts if function_of(call) is here]
        if any(call.lineno > node.lineno for call in near):
            return True
        calls = [c for c in self.calls if here and self.called(c) is here]
        return depth > 0 and any(self.is_before(c, depth - 1) for c in calls)


def is_shared(kind):
    return kind in SHARED or kind.startswith("manager.")


def check(source, name):
    """Every finding in a script, in the order of its lines."""
    with warnings.catch_warnings(action="ignore"):
        tree = ast.parse(source, name)  # (1)
    script = Script(tree, is_package_main=Path(name).name == "__main__.py")
    found = {(n.lineno, rule, what) for n, rule, what in script.findings()}
    return [Finding(*each) for each in sorted(found)]  # (2)


def main(names):
    if not names:
        for number, line in enumerate(SAMPLE.splitlines(), 1):
            print(f"{number:2} {line}".rstrip())
        print()
    status = 0
    for name in names or ["sample.py"]:
        try:
            found = check(Path(name).read_bytes() if names else SAMPLE, name)
        except (OSError, SyntaxError, ValueError, RecursionError) as error:
            line = getattr(error, "lineno", None) or 1
            text = getattr(error, "msg", error)
            print(f"{name}:{line}: cannot be read: {text}", file=sys.stderr)
            status = 2
            continue
        for finding in found:
            print(f"{name}:{finding}")
        status = max(status, 1 if found else 0)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
