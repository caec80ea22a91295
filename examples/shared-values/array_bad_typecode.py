"""A typecode that does not exist is refused. 不存在的类型码会被拒绝。"""

# /// script
# [tool.run]
# exit-code = 1
# ///

from multiprocessing import Array

if __name__ == "__main__":
    numbers = Array("int", 3)
