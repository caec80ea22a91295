"""A ring: each process has a queue of its own, so the order is fixed.
一个环：每个进程有自己的队列，顺序就固定了。"""

from multiprocessing import Process, Queue


def take_part(place, mine, next_one):
    number = mine.get()
    print(f"process {place} has the token {number}", flush=True)
    next_one.put(number + 1)


if __name__ == "__main__":
    ring = [Queue() for _ in range(11)]
    children = []
    for place in range(10):
        args = (place, ring[place], ring[place + 1])
        children.append(Process(target=take_part, args=args))
    for child in children:
        child.start()
    ring[0].put(0)
    for child in children:
        child.join()
    print("the token came back as", ring[10].get())
