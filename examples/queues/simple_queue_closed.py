"""What a closed SimpleQueue says, and what a closed Queue says.
关闭后的 SimpleQueue 报什么错，关闭后的 Queue 又报什么错。"""

from multiprocessing import Queue, SimpleQueue

if __name__ == "__main__":
    for queue in (SimpleQueue(), Queue()):
        queue.close()
        try:
            queue.put("too late")
        except Exception as error:
            kind = type(queue).__name__
            print(f"{kind}: {type(error).__name__}: {error}")
