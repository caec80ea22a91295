"""Ten processes take turns: who holds the token counts on and passes it.
十个进程轮流来：拿到令牌的加一，再把令牌传下去。"""

from multiprocessing import Process, Queue, current_process


def take_part(token):
    number = token.get()  # (1)
    print(f"{current_process().name} has the token {number}", flush=True)
    token.put(number + 1)  # (2)


if __name__ == "__main__":
    token = Queue()
    children = [Process(target=take_part, args=(token,)) for _ in range(10)]
    for child in children:
        child.start()
    token.put(0)  # (3)
    for child in children:
        child.join()
    print("the token came back as", token.get())
