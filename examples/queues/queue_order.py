"""Two producers, one queue: each one's items keep their order.
两个生产者，一个队列：同一个生产者放的东西，先后不变。"""

from multiprocessing import Barrier, Process, Queue


def produce(name, items, together):
    together.wait()
    for number in range(100):
        items.put((name, number))


def numbers_of(name, items):
    return [number for who, number in items if who == name]


if __name__ == "__main__":
    items, together = Queue(), Barrier(2)
    children = [
        Process(target=produce, args=(name, items, together))
        for name in ("Ada", "Bo")
    ]
    for child in children:
        child.start()
    got = [items.get() for _ in range(200)]
    for child in children:
        child.join()
    for name in ("Ada", "Bo"):
        print(name, "in order:", numbers_of(name, got) == list(range(100)))
    changes = sum(a[0] != b[0] for a, b in zip(got, got[1:]))
    print("changes from one producer to the other:", changes)
