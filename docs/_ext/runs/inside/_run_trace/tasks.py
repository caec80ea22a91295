"""Tasks of pools: from the moment a worker has got one until it hands the result back."""

from __future__ import annotations

from functools import partial, wraps

from .log import name_methods

BATCHES = ("mapstar", "starmapstar", "_process_chunk")  # functions of the library that do a batch of tasks


def name_of(function, arguments) -> str:
    """The name of the script's function, and the number of items if it gets a batch of them."""
    inner = function.func if isinstance(function, partial) else function
    if getattr(inner, "__name__", "") not in BATCHES:
        return getattr(inner, "__name__", type(inner).__name__)
    function, batch = (*function.args, *arguments) if isinstance(function, partial) else arguments[0]
    name = name_of(function, ())
    return f"{name} ×{len(batch)}" if len(batch) > 1 else name


def watch(log, incoming, outgoing, name_of_task) -> None:
    """Has two queues of a worker tell what goes through them."""
    get, put = incoming.get, outgoing.put

    def traced_get(*arguments, **named_arguments):
        task = get(*arguments, **named_arguments)
        if task is not None:
            log.tasks.open(name_of_task(task))
        return task

    def traced_put(result):
        log.tasks.close()
        put(result)

    incoming.get, outgoing.put = traced_get, traced_put


def traced_worker(log, worker, name_of_task):
    @wraps(worker)
    def traced(incoming, outgoing, *arguments, **named_arguments):
        if hasattr(incoming, "_writer"):  # else it is a thread, which works for a ThreadPool
            watch(log, incoming, outgoing, name_of_task)
        return worker(incoming, outgoing, *arguments, **named_arguments)

    return traced


def pool(module, log) -> None:
    module.worker = traced_worker(log, module.worker, lambda task: name_of(task[2], task[3]))


def executor(module, log) -> None:
    module._process_worker = traced_worker(log, module._process_worker, lambda item: name_of(item.fn, item.args))
    name_methods(log, module.ProcessPoolExecutor, "shutdown", label="Executor")


HOOKS = (("multiprocessing.pool", pool), ("concurrent.futures.process", executor))
