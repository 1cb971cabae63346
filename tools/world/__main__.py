"""`python -m tools.world`: make a simulated world, link its records, and print how well that went; or write its articles."""

from __future__ import annotations

import argparse
import resource
import time
from dataclasses import dataclass
from pathlib import Path

from mithaq import knowledge
from mithaq.knowledge.letters import Letters
from mithaq.knowledge.members import Members
from mithaq.knowledge.offices import Offices
from mithaq.knowledge.outlets import Outlets
from mithaq.knowledge.vocabularies import Vocabularies
from mithaq.link import link
from tools.world import World, made
from tools.world.extracted import extracted
from tools.world.registers import grown
from tools.world.scores import scores


@dataclass(frozen=True)
class Known:
    """What linking needs: mithaq's own vocabularies and letters, and the offices and outlets of the world."""

    vocabularies: Vocabularies
    offices: Offices
    outlets: Outlets
    letters: Letters
    members: Members


def known(world: World) -> Known:
    """The knowledge with which a world is linked."""
    own = knowledge.load()
    return Known(own.vocabularies, world.offices, world.outlets, own.letters, own.members)


def main() -> None:
    """Read the arguments and do it."""
    parser = argparse.ArgumentParser(prog="python -m tools.world", description=__doc__)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--states", type=int, help="fewer states give each pair more articles")
    parser.add_argument("--articles", type=Path, metavar="DIR", help="write the articles there instead")
    parser.add_argument(
        "--register", type=Path, metavar="FILE", help="write a register there, the last articles one by one, and say what it took"
    )
    parser.add_argument("--extract", action="store_true", help="read the records off the articles instead of taking them as given")
    parser.add_argument("--wrong", metavar="MEASURE", help="list what is wrong in one measure")
    args = parser.parse_args()
    world = made(args.seed, args.documents, states=args.states)
    if args.articles:
        args.articles.mkdir(parents=True, exist_ok=True)
        for document in world.documents:
            (args.articles / document.file).write_text(document.text, encoding="utf-8")
        return
    if args.register:
        grown(world, known(world), args.register)
        print(f"peak memory {_peak()} MB")
        return
    if args.extract:
        world, found = extracted(world)
        print("true claims found:", ", ".join(f"{kind} {number} of {total}" for kind, (number, total) in found.items()))
    measured(world, args.wrong)


def measured(world: World, wrong: str | None) -> None:
    """Link the records of a world and print every measure."""
    with_ = known(world)
    start = time.process_time()
    entries = link(world.records, with_)
    spent = time.process_time() - start
    print(f"{len(world.records):,} documents, {len(entries):,} entries, linked in {spent:.1f} s of one processor, peak memory {_peak()} MB")
    for name, score in scores(world, entries).items():
        print(f"{name:20} F1 {score.f1:.3f}  precision {score.precision:.3f}  recall {score.recall:.3f}")
        if name == wrong:
            print(*score.wrong[:40], sep="\n")


def _peak() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}"


if __name__ == "__main__":
    main()
