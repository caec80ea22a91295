"""Which calls choose the default start method without being asked to.
哪些调用会顺带把默认的启动方式定下来。"""

import multiprocessing as mp

CALLS = {
    "cpu_count()": mp.cpu_count,
    "get_context('spawn')": lambda: mp.get_context("spawn"),
    "Pipe()": mp.Pipe,
    "Process()": mp.Process,
    "get_start_method()": mp.get_start_method,
    "Lock()": mp.Lock,
    "Queue()": mp.Queue,
    "Value('i', lock=False)": lambda: mp.Value("i", lock=False),
}

if __name__ == "__main__":
    for text, call in CALLS.items():
        mp.set_start_method(None, force=True)
        call()
        chosen = mp.get_start_method(allow_none=True) is not None
        print(f"{text:24}{'chosen' if chosen else 'still open'}")
