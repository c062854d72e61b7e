"""One thread for linear algebra: reports are read side by side in processes, not inside one."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController


@cache
def _libraries() -> ThreadpoolController:
    # Looked for once, when the first engine runs and has loaded what it needs: a search takes
    # longer than embedding a sentence.
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[object]:
    """Hold the BLAS libraries of this process to one thread inside a ``with`` block.

    The matrices here are small: more threads spend their time waiting for one another, and
    beside other processes each waits longer.
    """
    held: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return held
