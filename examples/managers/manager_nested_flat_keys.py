"""A tuple as a key takes the place of a dict inside a dict.
用元组作键，代替字典里的字典。"""

from multiprocessing import Manager, Process


def play(player, points):
    for game in (1, 2):
        points[player, game] = 10 * game + len(player)  # (1)


if __name__ == "__main__":
    with Manager() as manager:
        points = manager.dict()
        children = [
            Process(target=play, args=(player, points))
            for player in ("Ann", "Robert")
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print(sorted(points.items()))
