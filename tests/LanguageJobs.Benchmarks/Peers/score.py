"""Scores saved jobs against labels with scikit-learn and prints the seconds. Without arguments: 1 where scikit-learn is installed, else 0."""
import glob, json, sys, time

try:
    from sklearn.metrics import precision_recall_fscore_support
except ImportError:
    precision_recall_fscore_support = None

if len(sys.argv) == 1:
    print(1 if precision_recall_fscore_support else 0)
    sys.exit()

jobs, labels = sys.argv[1:]
started = time.perf_counter()
expected, found = {}, {}
for document in json.load(open(labels, encoding="utf-8"))["documents"]:
    name = document["location"].rsplit(".", 1)[0]
    for region in document["entities"]:
        for label in region["labels"]:
            expected[name, label["offset"], label["length"]] = label["category"]
for path in glob.glob(jobs + "/*.json"):
    for document in json.load(open(path, encoding="utf-8"))["tasks"]["items"][0]["results"]["documents"]:
        for entity in document["entities"]:
            found[document["id"], entity["offset"], entity["length"]] = entity["category"]
spans = list(expected.keys() | found.keys())
categories = sorted(set(expected.values()) | set(found.values()))
figures = precision_recall_fscore_support([expected.get(s, "") for s in spans], [found.get(s, "") for s in spans], labels=categories)
print(time.perf_counter() - started)
