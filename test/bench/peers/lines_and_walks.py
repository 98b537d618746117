"""Straight lines by cKDTree and walks by csgraph, on arrays the bench wrote. Prints the seconds of each run; answers go back as files.

usage: lines_and_walks.py FOLDER ROUNDS
"""
import json
import sys
import time

import numpy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

folder, rounds = sys.argv[1], int(sys.argv[2])
head = json.load(open(f"{folder}/head.json"))


def column(name, kind):
    return numpy.fromfile(f"{folder}/{name}", dtype=kind)


buildings = numpy.column_stack((column("x", "<f4"), column("y", "<f4")))
sites = [numpy.column_stack((column(f"siteX{k}", "<f4"), column(f"siteY{k}", "<f4"))) for k in range(head["categories"])]
offsets, targets, lengths = column("offsets", "<i4"), column("targets", "<i4"), column("lengths", "<f4")
start, end = column("from", "<i4"), column("to", "<i4")
start_metres, end_metres = column("fromMetres", "<f4"), column("toMetres", "<f4")
nodes = len(offsets) - 1


def straight():
    return [cKDTree(points).query(buildings, workers=2)[0] for points in sites]


def walks():
    answers = []
    for k in range(head["categories"]):
        at, metres = column(f"starts{k}", "<i4"), column(f"startMetres{k}", "<f4")
        # One more node, joined to every start by the metres walked before it, makes one source of many.
        keep = metres <= head["boundMetres"]
        at, metres = at[keep], numpy.maximum(metres[keep], 1e-6)
        order = numpy.lexsort((metres, at))
        at, first = numpy.unique(at[order], return_index=True)
        metres = metres[order][first]
        graph = csr_matrix(
            (numpy.concatenate((lengths, metres)), numpy.concatenate((targets, at)), numpy.append(offsets, len(targets) + len(at))), shape=(nodes + 1, nodes + 1)
        )
        distance = dijkstra(graph, indices=nodes, limit=head["boundMetres"])
        answers.append(numpy.minimum(distance[start] + start_metres, distance[end] + end_metres))
    return answers


for name, work in (("straight", straight), ("walks", walks)):
    for _ in range(rounds):
        began = time.perf_counter()
        answers = work()
        print(name, time.perf_counter() - began, flush=True)
    numpy.concatenate(answers).astype("<f4").tofile(f"{folder}/answer-{name}")
