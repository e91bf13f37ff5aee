"""Holds each sentence of a brief up to the gate, and keeps what fell."""

from thirdhand.brief import gate
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Sentence
from thirdhand.model import Issue, content_id


class Watch:
    """Checks sentences one by one. checked: how many; issues: one for each that fell."""

    def __init__(self, facts: Facts) -> None:
        """Look up once what every sentence of this brief may lean on."""
        found = facts.dossier.findings
        self._facts = facts
        self._known = gate.Known.of(facts.dossier)
        before = facts.dossier.before
        kept = before.brief.assessments if before else ()
        self._rows = {a.id: a for a in (*kept, *found.assessments)}
        self._unreported = {row.id: row for row in found.unreported}
        self._balances = {b.id: b for b in found.balances}
        self.checked = 0
        self.issues: list[Issue] = []

    def check(self, sentence: Sentence, cells: tuple[str, ...]) -> Sentence | None:
        """The sentence, or None where something of it, or of its cells, is not cited."""
        self.checked += 1
        # The page shows the grade behind the sentence.
        shown = (*cells, sentence.grade) if sentence.grade else cells
        why = gate.faults(sentence.text, self.basis(sentence), shown)
        if not why:
            return sentence
        claims = self._facts.held(sentence.claims)
        reason = f"Left out of the brief: “{sentence.text}” ({'; '.join(why)})."
        where = claims[0].account if claims else "no account"
        ref = self._facts.texts[where].ref if where in self._facts.texts else where
        ident = content_id("issue", "brief", "unsupported-sentence", ref, reason)
        self.issues.append(Issue(ident, "brief", "unsupported-sentence", "warning", ref, reason))
        return None

    def basis(self, sentence: Sentence) -> gate.Basis:
        """What the sentence cites."""
        rests = sentence.assessments
        rows = [self._rows[i] for i in rests if i in self._rows]
        unseen = [self._unreported[i] for i in rests if i in self._unreported]
        sums = [self._balances[i] for i in rests if i in self._balances]
        behind = {self._facts.voice(c) for r in rows for c in self._facts.held(r.claims)}
        claims, held = self._facts.held(sentence.claims), self._facts.texts
        return gate.Basis(claims, held, rows, (), len(behind), unseen, sums, self._known)
