"""Three children wait for an event, and one set() lets all of them go.
三个子进程等同一个事件，一次 set() 全部放行。"""

from multiprocessing import Event, Process


def run(gun, name):
    gun.wait()  # (1)
    print(name, "runs")


if __name__ == "__main__":
    gun = Event()
    children = [
        Process(target=run, args=(gun, name)) for name in ("Ada", "Bo", "Cy")
    ]
    for child in children:
        child.start()
    print("Ready, steady, go!", flush=True)  # (2)
    gun.set()  # (3)
    for child in children:
        child.join()
    print("still set:", gun.is_set())  # (4)
