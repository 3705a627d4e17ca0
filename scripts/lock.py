"""Resolve the dependencies anew into requirements/*.txt: every file pinned by hash, no index address.

Needs pip-tools (pip install pip-tools), which is not a dependency of wirecopy's own.
"""

from __future__ import annotations

import subprocess
import sys

OPTIONS = (
    "--quiet",
    "--generate-hashes",
    "--strip-extras",
    "--allow-unsafe",
    "--no-header",
    "--no-emit-options",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--upgrade",
)


def compile_lock(output: str, *more: str) -> None:
    """Write one lock file."""
    command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, *more, "--output-file", output]
    subprocess.run([*command, "pyproject.toml", "requirements/build.in"], check=True)  # noqa: S603


if __name__ == "__main__":
    compile_lock("requirements/base.txt")
    compile_lock("requirements/dev.txt", "--extra", "dev", "--constraint", "requirements/base.txt")
