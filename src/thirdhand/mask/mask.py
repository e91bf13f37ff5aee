"""A dossier as an audience may read it: the same rows, with signs over what leads to a person."""

import dataclasses
from functools import lru_cache
from typing import Any

from thirdhand.mask.hide import numbers_hidden, ours
from thirdhand.model import Account, Dossier, Reading
from thirdhand.model.audience import Audience
from thirdhand.model.walk import each_string


def mask(dossier: Dossier, audience: Audience) -> Dossier:
    """The dossier for `audience`; the very same one for "internal".

    Every string of its accounts, readings, findings, view and issues keeps its length, so that
    `text[start:end] == quote` still holds. Ids, dates and the case's own settings stay. The
    accounts that the audience may not see have to be left out before.
    """
    if audience == "internal":
        return dossier
    hide = _Hide(dossier)
    accounts = tuple(hide.account(a) for a in dossier.accounts)
    texts = {a.id: (a.text, b.text) for a, b in zip(dossier.accounts, accounts, strict=True)}
    return dataclasses.replace(
        dossier,
        accounts=accounts,
        readings=tuple(hide.reading(r, texts.get(r.account, ("", ""))) for r in dossier.readings),
        findings=each_string(dossier.findings, hide.words),
        view=each_string(dossier.view, hide.words),
        issues=each_string(dossier.issues, hide.words),
    )


class _Hide:
    """What is to be hidden of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        site = dossier.site
        self._regions = (site.country,) if site.country else ()
        self.words = lru_cache(maxsize=1 << 16)(self._words)

    def _words(self, text: str) -> str:
        if ours(text):
            return text
        return numbers_hidden(text, self._regions)

    def account(self, row: Account) -> Account:
        """The account; its address falls where the address itself leads to a person."""
        lines = row.text.split("\n")
        text = "\n".join(self.words(line) for line in lines)
        url = row.url if row.url is None or self.words(row.url) == row.url else None
        told = {f.name: getattr(row, f.name) for f in dataclasses.fields(row)}
        rest = {k: each_string(v, self.words) for k, v in told.items() if k not in ("text", "url")}
        return dataclasses.replace(row, **rest, text=text, url=url)

    def reading(self, row: Reading, texts: tuple[str, str]) -> Reading:
        """The reading, its words in place taken from the masked text."""
        changed: Reading = self._in_place(row, *texts)
        return changed

    def _in_place(self, node: Any, was: str, now: str) -> Any:  # noqa: ANN401 - any part of it
        if isinstance(node, str):
            return self.words(node)
        if isinstance(node, tuple):
            return tuple(self._in_place(part, was, now) for part in node)
        if not dataclasses.is_dataclass(node) or isinstance(node, type):
            return node
        values = {f.name: getattr(node, f.name) for f in dataclasses.fields(node)}
        changed = {k: self._in_place(v, was, now) for k, v in values.items()}
        told = next((k for k in ("quote", "text") if k in values), None)
        if told and {"start", "end"} <= values.keys():
            start, end = values["start"], values["end"]
            if was[start:end] == values[told]:
                changed[told] = now[start:end]
        return dataclasses.replace(node, **changed)
