"""A child process that takes hostile files apart, with limits of time and memory, so that it can be lost without harm.

Nested tags, attributes by the thousand and decompression bombs hang, starve or crash the best parsers. The kernel ends a child
that passes its limits, whatever library it hangs in; the next question starts another. POSIX only (`resource`, SIGALRM).
"""

from __future__ import annotations

import contextlib
import json
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import IO, Any

SECONDS = 20
"""Longest time for one file; customary pages take a fiftieth of a second."""
MEMORY = 1_000_000_000
"""Most bytes of address space of a child."""
MOST = 200
"""Files that one child takes apart before another is started, so that no library's caches grow without end."""

NO_MEMORY = 77
"""Exit status of a child that ran out of memory."""


class Lost(Exception):
    """The child gave no answer; the message says why, as the end of "not read: …"."""


class Child:
    """A child that runs a module of ours, started when it is first asked and ended by `close` or with its parent."""

    def __init__(self, module: str, seconds: int = SECONDS, memory: int = MEMORY) -> None:
        self.module, self.seconds, self.memory = module, seconds, memory
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = 0
        # Two readings in one program take turns: the pipe has room for one question.
        self._turn = threading.Lock()

    def ask(self, question: str) -> Any:
        """The answer of the module's function to a text, as JSON gives it. Raises Lost where there is none."""
        with self._turn:
            if self._asked >= MOST:
                self._end()
            process = self._process = self._process or self._started()
            self._asked += 1
            reply = None
            with contextlib.suppress(OSError, EOFError):
                assert process.stdin and process.stdout  # noqa: S101 - both are pipes
                _send(process.stdin, question.encode("utf8", "replace"))
                reply = json.loads(_receive(process.stdout))
            if reply is None:
                raise Lost(self._why(self._end()))
            if "error" in reply:
                raise Lost(f"it can't be taken apart ({reply['error']})")
            return reply["answer"]

    def close(self) -> None:
        """End the child, if there is one; the next question starts another."""
        with self._turn:
            self._end()

    def _started(self) -> subprocess.Popen[bytes]:
        # -P: a json.py in the folder that the user reads from must not be imported.
        command = [sys.executable, "-P", "-m", self.module, str(self.seconds), str(self.memory)]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603

    def _end(self) -> int | None:
        """End the child and give its exit status: the negative number of the signal where one ended it."""
        process, self._process, self._asked = self._process, None, 0
        if process is None:
            return None
        with contextlib.suppress(OSError), process:
            assert process.stdin  # noqa: S101 - a pipe
            process.stdin.close()
            try:
                process.wait(1)
            except subprocess.TimeoutExpired:
                process.kill()
        return process.wait()

    def _why(self, status: int | None) -> str:
        if status == -signal.SIGALRM:
            return f"taking it apart took more than {self.seconds} s"
        if status in (-signal.SIGKILL, NO_MEMORY):
            return f"taking it apart took more than {self.memory / 1e9:g} GB of memory"
        return f"taking it apart broke the parser (status {status})"


def serve(answer: Callable[[str], Any]) -> None:
    """The child's side: answer questions from standard input until it closes, each within the limits of its arguments."""
    seconds, memory = map(int, sys.argv[1:3])
    with contextlib.suppress(ValueError, OSError):
        # Some systems (macOS) take no limit of address space; the limit of time stands alone there.
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    # The default deed of the signal is to end the process; a handler in Python would wait for a parser in C to return.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError):
        while True:
            question = _receive(sys.stdin.buffer).decode("utf8")
            signal.alarm(seconds)
            _send(sys.stdout.buffer, json.dumps(_answered(answer, question)).encode())
            signal.alarm(0)


def _answered(answer: Callable[[str], Any], question: str) -> dict[str, Any]:
    try:
        return {"answer": answer(question)}
    except MemoryError:
        sys.exit(NO_MEMORY)
    except Exception as error:
        return {"error": type(error).__name__}


def _send(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(len(data).to_bytes(8))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes:
    """The next message. Raises EOFError where the other side has gone."""
    head = pipe.read(8)
    data = pipe.read(int.from_bytes(head)) if len(head) == 8 else b""
    if len(head) < 8 or len(data) < int.from_bytes(head):
        raise EOFError
    return data
