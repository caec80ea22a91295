"""What a timeline says, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runs.timeline import PictureWords

WORDS: dict[str, PictureWords] = {
    "en": {
        "label": "Timeline of {} processes over {}; the table below says the same",
        "as_table": "The same as a table",
        "summary": "Timeline: {} processes, {}, {}, Python {}",
        "kinds": {
            "starting": "starting up",
            "running": "running",
            "task": "task of a pool",
            "start": "starts a child",
            "lock": "waits: lock, semaphore",
            "event": "waits: event, barrier",
            "data": "waits: queue, pipe",
            "result": "waits: result",
            "join": "waits: join",
            "sleep": "asleep",
            "serving": "serves requests",
        },
        "roles": {
            "program": "MainProcess",
            "spawned child": "spawned child",
            "fork server": "fork server",
            "resource tracker": "resource tracker",
            "": "forked child",
        },
        "killed": "killed by {}",
        "exit_code": "exit code {}",
        "more": "and {} more processes",
        "columns": ("Process (pid)", "Parent", "From", "Until", "Waited in"),
        "nothing": "–",
    },
    "zh": {
        "label": "{} 个进程在 {} 内的时间线，下面的表格列出了同样的内容",
        "as_table": "同样的内容，列成表格",
        "summary": "时间线：{} 个进程，{}，{}，Python {}",
        "kinds": {
            "starting": "启动中",
            "running": "运行",
            "task": "执行任务",
            "start": "启动子进程",
            "lock": "等待：锁、信号量",
            "event": "等待：事件、栅栏",
            "data": "等待：队列、管道",
            "result": "等待：结果",
            "join": "等待：join",
            "sleep": "休眠",
            "serving": "处理请求",
        },
        "roles": {
            "program": "MainProcess",
            "spawned child": "spawn 启动的子进程",
            "fork server": "fork 服务器",
            "resource tracker": "资源跟踪器",
            "": "fork 出的子进程",
        },
        "killed": "被 {} 杀死",
        "exit_code": "退出码 {}",
        "more": "以及另外 {} 个进程",
        "columns": ("进程（pid）", "父进程", "开始", "结束", "在哪里等待"),
        "nothing": "–",
    },
}
