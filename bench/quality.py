"""Quality floors: run the scorers of the evaluation data and hold each figure against `floors.json`.

    python bench/quality.py [--only NAME,…] [--raise]

The evaluation data are found through WIRECOPY_EVALUATION (default ../shared). A figure below its floor fails the run; with
--raise the floors are lifted to what was measured (never lowered). The files' order is that of the rooms of the house.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
DATA = Path(os.environ.get("WIRECOPY_EVALUATION", HERE.parent.parent / "shared"))
Figures = dict[str, float]
# What a floor leaves for the parser's arithmetic, which differs in its last digits from processor to processor.
MARGIN = 0.995


class Measure(NamedTuple):
    """A scorer with its arguments ({gold}, {cases}, {seeds} are folders), and its figures, all the higher the better.

    It is one of the evaluation data's own, or of this folder ({bench}).
    """

    name: str
    arguments: str
    figures: Callable[[Any], Figures]


def account_figures(result: dict[str, Any]) -> Figures:
    """Share of items, and as 0 or 1 what must hold: nothing false, no evidence wrong, no origin miscounted, families exact."""
    families = result["items"]["families"]
    return {
        "percent": result["percent"],
        "no false fact": float(not result["false_facts"]),
        "no evidence error": float(not result["evidence"]["errors"]),
        "no origin wrong": float(not result["origins"]["wrong"]),
        "no residue": float(not result["residue_left"]),
        "families exact": float(families.get("found", 0) == sum(v for k, v in families.items() if k != "duplicates")),
    }


MEASURES: tuple[Measure, ...] = (
    Measure(
        "cleaning", "cleaning.py {gold}/cleaning/lines-main.jsonl --limit 60 --json", lambda r: {"f1": r["figure"]}
    ),
    Measure(
        "times", "times.py {gold}/times/timebank-aquaint --limit 40 --json", lambda r: {"value f1": r["value"]["f1"]}
    ),
    Measure(
        "statements",
        "statements.py {gold}/statements/polnear-dev.jsonl --limit 30 --json",
        lambda r: {"overlap f1": r["overlap"]["f1"], "end to end f1": r["end to end"]["f1"]},
    ),
    Measure(
        "events",
        "events.py {gold}/events/plover-sentences-train.jsonl --limit 300 --json",
        lambda r: {"root by status": r["root by status"]["accuracy"]},
    ),
    Measure(
        "cases",
        "cases.py {cases} --json",
        lambda r: {
            name: r[name]["figure"] for name in ("status", "commitments", "figures", "actors", "drift", "dating")
        },
    ),
    Measure("sample copies", "copies.py --seeds {seeds} --json", lambda r: {"checks": r["seeds"]["figure"]}),
    Measure("pairs", "copies.py --pairs {gold}/copies/clough-stevenson --json", lambda r: {"f1": r["pairs"]["figure"]}),
    Measure(
        "planted",
        "copies.py --planted {gold}/copies/texts-dev.jsonl.gz --synonyms {gold}/copies/synonyms-dev.tsv "
        "--level 0,.1,.3,.5,.7 --limit 200 --json",
        lambda r: {"recall": r["planted"]["recall"], "precision": r["planted"]["precision"]},
    ),
    Measure(
        "stories", "stories.py {gold}/stories/dev-1.jsonl --json", lambda r: {"b3 f1": r["rows"]["wirecopy"]["f1"]}
    ),
    Measure(
        "factuality",
        "{bench}/factuality.py {gold}/factuality/uw-dev.jsonl {gold}/factuality/meantime-dev.jsonl --json",
        lambda r: {"uw r": r["uw-dev"]["r"], "meantime r": r["meantime-dev"]["r"]},
    ),
)


def run(scorer: str, arguments: str) -> Any:
    """One scorer's JSON: the first line that is an object, or all that it prints but the last line."""
    command = arguments.format(gold=DATA / "gold", cases=DATA / "cases", seeds=DATA / "seeds").split()
    done = subprocess.run(
        [sys.executable, DATA / "score" / scorer.format(bench=HERE), *command], capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{scorer} failed:\n{done.stderr[-2000:]}")
    return json.JSONDecoder().raw_decode(done.stdout[done.stdout.index("{") :])[0]


def account(gold: Path, documents: Path) -> Figures:
    """Read a folder into a new account, export it, and score the export."""
    import wirecopy
    from wirecopy.views.exports.jsonl import export

    with tempfile.TemporaryDirectory() as folder:
        with wirecopy.open(f"{folder}/account.db") as wire:
            wire.read(str(documents))
            export(wire, Path(folder) / "export")
        # Of a page only the clean text is known, so that the places in documents are checked where there is none.
        plain = not any(documents.glob("*.html"))
        result = run("account.py", f"{gold} {folder}/export {f'--documents {documents}' if plain else ''} --json")
    return account_figures(result)


def measure(only: set[str]) -> dict[str, Figures]:
    """Every figure, by measure."""
    corpus = HERE.parent / "examples" / "winter-2021"
    accounts = {
        "sample account": (DATA / "score" / "seeds-dev.yaml", DATA / "seeds"),
        "corpus of forty": (corpus / "expected" / "account.yaml", corpus / "reports"),
    }
    found = {name: account(*where) for name, where in accounts.items() if not only or name in only}
    for one in MEASURES:
        if not only or one.name in only:
            scorer, _, arguments = one.arguments.partition(" ")
            found[one.name] = one.figures(run(scorer, arguments))
            print(one.name, found[one.name], flush=True)
    return found


def main() -> int:
    """Measure, print beside the floors, fail where one is not reached."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--only", default="", help="comma-separated names of measures")
    arguments.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was measured")
    asked = arguments.parse_args()
    if not DATA.is_dir():
        print(f"no evaluation data at {DATA}: set WIRECOPY_EVALUATION to where they are")
        return 0
    floors: dict[str, Figures] = json.loads(FLOORS.read_text(encoding="utf8")) if FLOORS.exists() else {}
    found = measure({name for name in asked.only.split(",") if name})
    low = 0
    for name, figures in found.items():
        for key, value in figures.items():
            floor = floors.get(name, {}).get(key, 0.0)
            low += value < floor - 1e-9
            print(f"{'LOW ' if value < floor - 1e-9 else 'ok  '} {name}: {key} {value:.4g} (floor {floor:.4g})")
            if asked.lift:
                floors.setdefault(name, {})[key] = max(
                    floor, value if value in (0.0, 1.0) else round(MARGIN * value, 3)
                )
    if asked.lift:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf8")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
