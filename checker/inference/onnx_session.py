"""One ONNX model with its tokenizer. Every text is run alone.

An int8 model quantises activations over the whole batch, so in a batch the result of a text would depend on its
neighbours; run alone it cannot, which is what makes reports repeatable and independent of the order of coverage. Without
padding it is no slower either: texts are spread over the cores instead, one thread each.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from checker.errors import ModelError
from checker.inference.folders import TOKENIZER, WEIGHTS, ModelFolder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Encoding

MAX_WORKERS = 8
"""Threads at most: short texts do not keep more of them busy."""


class OnnxSession:
    """A model folder opened for running. Loading is lazy, so that an option error comes before the wait.

    Raises:
        ModelError: the files cannot be loaded.
    """

    def __init__(self, folder: ModelFolder) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(folder.path / WEIGHTS), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises its own unexported types
            raise ModelError(f"{folder.path / WEIGHTS}: cannot be loaded as an ONNX model ({type(error).__name__})") from None
        try:
            self._tokenizer = Tokenizer.from_file(str(folder.path / TOKENIZER))
        except Exception as error:  # tokenizers raises bare Exception
            raise ModelError(f"{folder.path / TOKENIZER}: cannot be loaded ({type(error).__name__})") from None
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(folder.max_tokens, strategy="longest_first")
        self._inputs = {i.name for i in self._session.get_inputs()}
        self.workers = max(1, min(MAX_WORKERS, os.cpu_count() or 1))

    def map(self, items: Sequence[str] | Sequence[tuple[str, str]],
            take: Callable[[NDArray[np.float32]], NDArray[np.float32]]) -> list[NDArray[np.float32]]:
        """``take`` of the model's first output for each item, in order. An item is a text or a (first, second) pair."""
        encodings = self._tokenizer.encode_batch(list(items))
        # longest first, so that no core is left with the longest text at the end
        order = sorted(range(len(encodings)), key=lambda i: -len(encodings[i].ids))
        results: list[NDArray[np.float32] | None] = [None] * len(encodings)

        def run(index: int) -> None:
            results[index] = take(self._run(encodings[index]))

        if self.workers == 1 or len(order) == 1:
            for index in order:
                run(index)
        else:
            with ThreadPoolExecutor(self.workers) as pool:
                for _ in pool.map(run, order):
                    pass
        return [result for result in results if result is not None]

    def _run(self, encoding: Encoding) -> NDArray[np.float32]:
        import numpy as np

        feed = {"input_ids": np.array([encoding.ids], dtype=np.int64),
                "attention_mask": np.array([encoding.attention_mask], dtype=np.int64)}
        if "token_type_ids" in self._inputs:
            feed["token_type_ids"] = np.array([encoding.type_ids], dtype=np.int64)
        output: NDArray[np.float32] = self._session.run(None, feed)[0][0]
        return output
