"""Write the accounts that were possible on earlier days: the expected account, cut to the reports published by then.

    python bench/expected_as_of.py examples/winter-2021

`expected/account.yaml` says everything once. Where an answer was another one on an earlier day (a meeting that was still
ahead, a promise that was still open), its item says so in `as_of`: the keys that differ on that day (null takes one away),
or `drop` for what nobody could know. Written are `expected/account-DAY.yaml` for each of DAYS, in the same format.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

Row = dict[str, Any]
DAYS = ("2021-12-31", "2022-01-31")
CARRIED = ("events", "not_events", "figures", "statements", "commitments", "appointments", "roles")
HEAD = """# What ../reports let a careful analyst know on {day}: account.yaml, cut to what was published by that day, with the
# answers of that day. Written by bench/expected_as_of.py; make changes in account.yaml, whose head explains the format.
"""


def published_by(account: Row, day: str) -> list[str]:
    """The reports whose earliest acceptable date of publication lies no later than the day."""
    return [report for report, days in account["published"].items() if min(map(str, days)) <= day]


def of_that_day(item: Row, day: str, reports: list[str]) -> Row | None:
    """The item as it stood on that day, or None where none of its reports was out or nobody could know it yet."""
    then = {str(when): change for when, change in item.get("as_of", {}).items()}.get(day, {})
    carriers = reports if item["in"] == "all" else [report for report in item["in"] if report in reports]
    if then == "drop" or not carriers:
        return None
    cut = {**item, "in": "all" if item["in"] == "all" else carriers}
    if also := [report for report in item.get("also", []) if report in reports]:
        cut["also"] = also
    else:
        cut.pop("also", None)
    gone = {"as_of", *(key for key, value in then.items() if value is None)}
    return {key: value for key, value in {**cut, **then}.items() if key not in gone}


def as_of(account: Row, day: str, texts: dict[str, str]) -> Row:
    """The expected account of a day. `texts` are the reports: an actor whom none of them names yet is left out."""
    reports = published_by(account, day)
    cut: Row = {
        "families": [kept for family in account["families"] if (kept := [name for name in family if name in reports])],
        **{
            key: {name: account[key][name] for name in reports if name in account[key]}
            for key in ("published", "residue", "keep")
        },
    }
    for section in CARRIED:
        items = (of_that_day(item, day, reports) for item in account[section])
        cut[section] = [item for item in items if item is not None]
    values = {item["value"] for item in cut["figures"]}
    cut["figure_conflicts"] = [pair for pair in account["figure_conflicts"] if values.issuperset(pair)]
    for section in ("drift", "no_drift"):
        cut[section] = [item for item in account[section] if set(item) & set(texts) <= set(reports)]
    cut["actors"] = list(cast(account["actors"], [texts[name] for name in reports]))
    known = {name for group in cut["actors"] for name in group["names"]}
    cut["apart"] = [pair for pair in account["apart"] if known.issuperset(pair)]
    return {section: cut[section] for section in account}


def cast(groups: list[Row], texts: list[str]) -> Iterator[Row]:
    """The actors that the texts name, each with the spellings that they have."""
    for group in groups:
        named = [
            name for name in group["names"] if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", t) for t in texts)
        ]
        if named:
            yield {**group, "names": named}


def written(account: Row, day: str) -> str:
    """The account as YAML, an item a line."""
    sections = []
    for section, items in account.items():
        rows = [{key: value} for key, value in items.items()] if isinstance(items, dict) else items
        mark = "  " if isinstance(items, dict) else "  - "
        lines = [mark + (line(row)[1:-1] if isinstance(items, dict) else line(row)) for row in rows]
        sections.append("\n".join([f"{section}:", *lines]) if lines else f"{section}: []")
    return HEAD.format(day=day) + "\n".join(sections) + "\n"


class Dumper(yaml.SafeDumper):
    """Digits that are a name stay one: some readers of YAML take a bare 08 for a number."""


Dumper.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, '"' if text.isdigit() else None)
)


def line(value: Any) -> str:
    """A value in YAML's flow style, on one line."""
    return yaml.dump(
        value, Dumper=Dumper, default_flow_style=True, allow_unicode=True, width=10**6, sort_keys=False
    ).strip()


def main() -> None:
    """Write both files."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path, help="a folder with reports/ and expected/account.yaml")
    corpus = arguments.parse_args().corpus
    account = yaml.safe_load((corpus / "expected" / "account.yaml").read_text(encoding="utf8"))
    texts = {path.name[:2]: path.read_text(encoding="utf8") for path in sorted((corpus / "reports").iterdir())}
    for day in DAYS:
        file = corpus / "expected" / f"account-{day}.yaml"
        file.write_text(written(as_of(account, day, texts), day), encoding="utf8")


if __name__ == "__main__":
    main()
