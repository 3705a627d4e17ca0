"""Write the export that a perfect reader would make: an expected account turned into the files of `wirecopy export`.

    python bench/oracle.py examples/winter-2021 OUT [--account account-2021-12-31.yaml]

A scorer must give this export full marks and find no fault in it. Where it does not, the expected account asks for
something that no export can say (a phrase that stands in no report, two items that only one entry can serve), so the
account is wrong and not the reader. Only the keys that such a check reads are written.
"""

import argparse
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from lxml import html

Row = dict[str, Any]
MARKS = str.maketrans("’‘“”«»\u00a0\u202f–—", '\'\'""""  --')


def flat(text: str) -> str:
    """One shape of quotation mark, dash and space; the length stays, so offsets do."""
    return text.translate(MARKS)


@cache
def pattern(expression: str) -> re.Pattern[str]:
    """The expression as it is looked for: a space stands for any stretch of white space."""
    return re.compile(re.sub(r" +", r"\\s+", flat(expression)), re.IGNORECASE)


def listed(value: Any) -> list[Any]:
    """A field that is one value or a list of them, as a list."""
    return [] if value is None else value if isinstance(value, list) else [value]


def first(value: Any) -> Any:
    """The first of several answers that are equally right."""
    one = listed(value)[0] if listed(value) else None
    return one.split("|")[0] if isinstance(one, str) else one


def text_of(path: Path) -> str:
    """The text of a report; of a page everything that a browser would show, menus and comments too."""
    text = path.read_bytes().decode("utf8")
    if path.suffix != ".html":
        return text
    page = html.document_fromstring(text)
    for hidden in page.xpath("//head|//script|//style"):
        hidden.drop_tree()
    return str(page.text_content())


class Oracle:
    """The expected account of a folder with `reports` and `expected`, and its rows for each export file."""

    def __init__(self, folder: Path, account: str = "account.yaml") -> None:
        self.gold: Row = yaml.safe_load((folder / "expected" / account).read_text(encoding="utf8"))
        self.texts: dict[str, str] = {}
        self.paths: dict[str, str] = {}
        self.origins: dict[str, list[int]] = {}
        self.cuts: dict[str, list[Row]] = {}
        for path in sorted((folder / "reports").iterdir()):
            for name in filter(path.name.startswith, self.gold["published"]):
                self.paths[name] = path.name
                self.clean(name, text_of(path))
        self.actors: dict[str, Row] = {group["names"][0]: self.person(group) for group in self.gold["actors"]}
        for item in self.gold["roles"]:
            self.actor(item["who"])["roles"].append({"role": first(item["role"]), "organisation": None})

    def clean(self, name: str, text: str) -> None:
        """Cut the residue out; `origins` keeps where each character that stays stood in the document."""
        places = list(range(len(text)))
        cuts = self.cuts.setdefault(name, [])
        for expression in self.gold["residue"].get(name, []):
            for match in pattern(expression).finditer(flat(text)):
                start, end = match.span()
                places[start:end] = [-1] * (end - start)
                cuts.append({"document_start": start, "document_end": end, "rule": expression, "text": text[start:end]})
        kept = [place for place in places if place >= 0]
        self.texts[name], self.origins[name] = "".join(text[place] for place in kept), kept

    # ---- parts that lines share
    def person(self, group: Row) -> Row:
        names = [*group["names"], *listed(group.get("may"))]
        return {"id": f"actor:{names[0]}", "name": names[0], "aliases": names[1:], "roles": [], "anonymous": False}

    def actor(self, name: str) -> Row:
        """The actor of that name, who is added to the cast where the account does not group his spellings."""
        bare = name.removeprefix("anonymous ")
        known = [row for row in self.actors.values() if bare in (row["name"], *row["aliases"])]
        if not known:
            known = [self.actors.setdefault(bare, self.person({"names": [bare]}))]
        return known[0]

    def references(self, value: Any) -> list[Row]:
        rows = [self.actor(first(one)) for one in listed(value)]
        return [{"id": row["id"], "name": row["name"]} for row in rows]

    def piece(self, report: str, span: tuple[int, int], role: str) -> Row:
        start, end = span
        places = self.origins[report]
        plain = not self.paths[report].endswith(".html")
        return {
            "claim": None,
            "report": report,
            "path": self.paths[report],
            "start": start,
            "end": end,
            "role": role,
            "text": self.texts[report][start:end],
            "document_start": places[start] if plain else None,
            "document_end": places[end - 1] + 1 if plain else None,
        }

    def evidence(self, item: Row, expression: str, role: str) -> list[Row]:
        """The first place of the expression in every report that carries the item."""
        pieces = []
        for report in item["in"]:
            match = pattern(expression).search(flat(self.texts[report]))
            if match is None:
                raise ValueError(f"report {report} has no {expression!r}")
            pieces.append(self.piece(report, match.span(), role))
        return pieces

    def counted(self, row: Row) -> Row:
        cited = {piece["report"] for piece in row["evidence"]}
        families = [family for family in self.gold["families"] if cited & set(family)]
        return {
            **row,
            "reports": len(cited),
            "origins": len(families),
            "rivals": row.get("rivals", []),
            "relations": [],
        }

    @staticmethod
    def moment(item: Row) -> Row | None:
        days = [str(day) for name in ("date", "month", "year") for day in listed(item.get(name))]
        return {"value": days[0], "earliest": None, "latest": None} if days else None

    # ---- one method a file
    def reports(self) -> Iterator[Row]:
        for name, days in self.gold["published"].items():
            row = {"id": name, "path": self.paths[name], "text": self.texts[name]}
            yield {**row, "published": self.moment({"date": days}), "cuts": self.cuts[name]}

    def families(self) -> Iterator[Row]:
        for members in self.gold["families"]:
            pieces = [self.piece(name, (0, 20), "left") for name in members]
            yield {"id": "+".join(members), "members": members, "origins": 1, "links": [], "evidence": pieces}

    def events(self) -> Iterator[Row]:
        for item in self.gold["events"]:
            named = "|".join(str(one) for one in [*listed(item.get("who")), *listed(item.get("whom"))])
            minutes = item.get("duration_min")
            yield {
                "id": item["id"],
                "act": first(item.get("type")),
                "plover_type": None,
                "where": listed(item.get("where")),
                "who": self.references(item.get("who")),
                "whom": self.references(item.get("whom")),
                "when": self.moment(item),
                "duration": f"PT{minutes}M" if minutes else None,
                "status": first(item.get("status", "happened")),
                "said_by": [],
                "evidence": self.evidence(item, item.get("what", named.replace("Zelensky", "Zelensk(y|iy)")), "act"),
            }

    def statements(self) -> Iterator[Row]:
        for number, item in enumerate(self.gold["statements"]):
            pieces = self.evidence(item, item["phrase"], "words")
            speaker = self.references(listed(item["speaker"])[:1])[0]
            words, when = pieces[0]["text"], self.moment(item)
            yield {
                "id": f"s{number}",
                "speaker": speaker,
                "said_by": [],
                "words": words,
                "when": when,
                "evidence": pieces,
            }

    def figures(self) -> Iterator[Row]:
        rows = []
        for number, item in enumerate(self.gold["figures"]):
            status = "possible" if item.get("possible") else "happened"
            rows.append(
                {
                    "id": f"f{number}",
                    "measure": first(item["measure"]),
                    "low": item["value"],
                    "high": item["value"],
                    "hedge": first(item.get("bound")),
                    "status": status,
                    "said_by": self.references(item.get("said_by")),
                    "evidence": self.evidence(item, item["measure"], "measure"),
                }
            )
        for row in rows:
            others = [set(values) - {row["low"]} for values in self.gold["figure_conflicts"] if row["low"] in values]
            yield {**row, "rivals": [other["id"] for other in rows if any(other["low"] in values for values in others)]}

    def commitments(self) -> Iterator[Row]:
        for number, item in enumerate(self.gold["commitments"]):
            pieces = self.evidence(item, item["then"], "action")
            conditions = self.evidence(item, item["if"], "condition") if "if" in item else []
            yield {
                "id": f"c{number}",
                "kind": first(item["kind"]).replace("_", " "),
                "state": first(item.get("state")),
                "by": self.references(listed(item["by"])[:1]),
                "to": self.references(item.get("to")),
                "action": pieces[0]["text"],
                "condition": conditions[0]["text"] if conditions else None,
                "evidence": [*pieces, *conditions],
            }

    def appointments(self) -> Iterator[Row]:
        for number, item in enumerate(self.gold["appointments"]):
            pieces = self.evidence(item, item["what"], "act")
            yield {
                "id": f"a{number}",
                "what": pieces[0]["text"],
                "outcome": first(item.get("outcome", "open")),
                "who": self.references(item.get("who")),
                "whom": [],
                "where": listed(item.get("where")),
                "when": self.moment(item),
                "evidence": pieces,
            }

    def changes(self) -> Iterator[Row]:
        for number, item in enumerate(self.gold["drift"]):
            sides = [name for name in self.texts if name in item]
            pieces = [piece for name in sides for piece in self.evidence({"in": [name]}, item[name], "left")]
            left, right = (*(piece["text"] for piece in pieces), None)[:2]  # what was dropped stands on one side
            yield {"id": f"d{number}", "kind": first(item["kind"]), "left": left, "right": right, "evidence": pieces}

    def write(self, folder: Path) -> None:
        """One JSONL file a kind; the actors come last, for the other kinds add to the cast."""
        folder.mkdir(parents=True, exist_ok=True)
        entries = {
            kind: [self.counted(row) for row in rows()]
            for kind, rows in (
                ("events", self.events),
                ("statements", self.statements),
                ("figures", self.figures),
                ("commitments", self.commitments),
                ("appointments", self.appointments),
                ("changes", self.changes),
            )
        }
        start = [self.piece(next(iter(self.texts)), (0, 20), "mention")]
        cast = [{**row, "reports": 1, "origins": 1, "evidence": start} for row in self.actors.values()]
        files = {"reports": list(self.reports()), "families": list(self.families()), **entries, "actors": cast}
        for kind, rows in files.items():
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            (folder / f"{kind}.jsonl").write_text("".join(lines), encoding="utf8")


def main() -> None:
    """Read the two paths and write the export."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path, help="a folder with reports/ and expected/")
    arguments.add_argument("out", type=Path, help="where the export is written")
    arguments.add_argument("--account", default="account.yaml", help="the file in expected/ (default account.yaml)")
    asked = arguments.parse_args()
    Oracle(asked.corpus, asked.account).write(asked.out)


if __name__ == "__main__":
    main()
