"""wait(timeout) on an event returns False until somebody has set it.
事件的 wait(timeout) 在有人 set() 之前返回 False。"""

from multiprocessing import Event, Process


def look(gun, first_look_done):
    print("before set():", gun.wait(timeout=0.2), flush=True)
    first_look_done.set()
    print("after set(): ", gun.wait(timeout=20))


if __name__ == "__main__":
    gun, first_look_done = Event(), Event()
    child = Process(target=look, args=(gun, first_look_done))
    child.start()
    first_look_done.wait()
    gun.set()
    child.join()
    gun.clear()
    print("after clear():", gun.wait(timeout=0.2))
