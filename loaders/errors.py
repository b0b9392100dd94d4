"""What can go wrong with one file. A build turns each into an issue record and goes on."""


class ReadError(Exception):
    """A file cannot be read as a notice. The message says why; `mend` says what to do."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.mend = mend
